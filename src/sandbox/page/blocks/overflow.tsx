import { objectsIn, stringMember } from '../../json.ts';
import { Menu } from '../menu.tsx';
import { useActing } from './acting.tsx';
import type { ElementProps } from './element.tsx';
import { plainOf } from './text.tsx';

export function Overflow({ element, blockId }: ElementProps) {
  const { act, waiting } = useActing();
  const actionId = stringMember(element, 'action_id') ?? '';
  return (
    <Menu
      label="More actions"
      icon="level"
      busy={waiting === actionId}
      entries={objectsIn(element.options).map((option) => ({
        label: plainOf(option.text),
        choose: () => {
          const url = stringMember(option, 'url');
          if (url !== undefined && /^https?:/i.test(url)) window.open(url, '_blank', 'noopener,noreferrer');
          act({ actionId, blockId, held: { selected_option: option } });
        },
      }))}
    />
  );
}
