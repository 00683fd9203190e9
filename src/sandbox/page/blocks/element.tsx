import { useState } from 'preact/hooks';
import { isJsonObject, type JsonObject, objectsIn, stringMember } from '../../json.ts';
import { look } from '../store.ts';
import { useActing } from './acting.tsx';
import { Confirm } from './confirm.tsx';
import { heldAs, valueIn } from './held.ts';
import { Overflow } from './overflow.tsx';
import { plainOf, Text } from './text.tsx';

export interface ElementProps {
  readonly element: JsonObject;
  readonly blockId: string;
  readonly id?: string;
  readonly describedBy?: string;
  readonly invalid?: boolean;
  /** In an input block the app hears of it with the form, not at once. */
  readonly quiet?: boolean;
}

/** An interactive element: https://docs.slack.dev/reference/block-kit/block-elements */
export function Element(props: ElementProps) {
  switch (props.element.type) {
    case 'button':
      return <Button {...props} />;
    case 'overflow':
      return <Overflow {...props} />;
    case 'checkboxes':
    case 'radio_buttons':
      return <Choices {...props} />;
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
    case 'datepicker':
    case 'timepicker':
      return <TextBox {...props} />;
    case 'static_select':
    case 'users_select':
    case 'channels_select':
    case 'conversations_select':
      return <Select {...props} />;
    case 'multi_static_select':
      return <Choices {...props} />;
    default:
      return <span class="quiet">An element of type {String(props.element.type)}.</span>;
  }
}

function useElement({ element, blockId, quiet = false }: ElementProps) {
  const { state, hold, act, waiting } = useActing();
  const actionId = stringMember(element, 'action_id') ?? '';
  return {
    waiting: waiting === actionId,
    value: valueIn(element, state[blockId]?.[actionId]),
    set(value: unknown, tell = !quiet) {
      const held = heldAs(element, value);
      const next = hold(blockId, actionId, held);
      if (tell) act({ actionId, blockId, held }, next);
    },
    act: (held?: JsonObject) => act({ actionId, blockId, held }),
  };
}

function Button(props: ElementProps) {
  const { element } = props;
  const { act, waiting } = useElement(props);
  const [asking, setAsking] = useState(false);
  const url = stringMember(element, 'url');
  const confirm = isJsonObject(element.confirm) ? element.confirm : undefined;
  const label = plainOf(element.text);
  const shared = {
    class: `button ${stringMember(element, 'style') ?? ''}`,
    'aria-label': stringMember(element, 'accessibility_label') ?? label,
    'aria-busy': waiting,
  };
  const press = () => (confirm === undefined ? act() : setAsking(true));
  return (
    <>
      {url === undefined || !/^https?:/i.test(url) ? (
        <button type="button" {...shared} disabled={waiting} onClick={press}>
          {label}
        </button>
      ) : (
        <a {...shared} href={url} target="_blank" rel="noreferrer noopener" onClick={() => act()}>
          {label}
        </a>
      )}
      {asking && confirm !== undefined && (
        <Confirm
          of={confirm}
          decide={(sure) => {
            setAsking(false);
            if (sure) act();
          }}
        />
      )}
    </>
  );
}

function Choices(props: ElementProps) {
  const { element, id, describedBy } = props;
  const { value, set } = useElement(props);
  const one = element.type === 'radio_buttons';
  const options = [
    ...objectsIn(element.options),
    ...objectsIn(element.option_groups).flatMap((group) => objectsIn(group.options)),
  ];
  const chosen = one ? objectsIn([value]) : objectsIn(value);
  const isChosen = (option: JsonObject) => chosen.some((other) => other.value === option.value);
  return (
    <div class="choices" aria-describedby={describedBy}>
      {options.map((option) => (
        <label key={String(option.value)} class="choice">
          <input
            type={one ? 'radio' : 'checkbox'}
            name={id ?? stringMember(element, 'action_id') ?? ''}
            checked={isChosen(option)}
            onChange={() => {
              if (one) set(option);
              else set(isChosen(option) ? chosen.filter((other) => other.value !== option.value) : [...chosen, option]);
            }}
          />
          <span>
            <Text of={option.text} />
            {option.description !== undefined && <span class="quiet"> {plainOf(option.description)}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}

function TextBox(props: ElementProps) {
  const { element, id, describedBy, invalid } = props;
  const { value, set } = useElement(props);
  const picks = element.type === 'datepicker' || element.type === 'timepicker';
  const shared = {
    id,
    value: typeof value === 'string' ? value : '',
    placeholder: plainOf(element.placeholder),
    'aria-describedby': describedBy,
    'aria-invalid': invalid,
    maxLength: typeof element.max_length === 'number' ? element.max_length : undefined,
    autofocus: element.focus_on_load === true,
  };
  const typed = (text: string) => set(text === '' ? null : text, picks && props.quiet !== true);
  if (element.multiline === true) {
    return <textarea {...shared} rows={6} onInput={(event) => typed(event.currentTarget.value)} />;
  }
  const line = { ...shared, onInput: (event: TargetedInput) => typed(event.currentTarget.value) };
  switch (element.type) {
    case 'email_text_input':
      return <input {...line} type="email" />;
    case 'url_text_input':
      return <input {...line} type="url" />;
    case 'number_input':
      return <input {...line} type="number" />;
    case 'datepicker':
      return <input {...line} type="date" />;
    case 'timepicker':
      return <input {...line} type="time" />;
    default:
      return <input {...line} type="text" />;
  }
}

interface TargetedInput {
  readonly currentTarget: HTMLInputElement;
}

interface Pick {
  readonly value: string;
  readonly label: string;
  readonly held: unknown;
}

function Select(props: ElementProps) {
  const { element, id, describedBy, invalid } = props;
  const { value, set } = useElement(props);
  const picks = picksOf(element);
  const current = isJsonObject(value) ? String(value.value) : typeof value === 'string' ? value : '';
  return (
    <select
      id={id}
      aria-label={id === undefined ? plainOf(element.placeholder) || 'Choose' : undefined}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      value={current}
      onChange={(event) => {
        const pick = picks.find((one) => one.value === event.currentTarget.value);
        if (pick !== undefined) set(pick.held);
      }}
    >
      <option value="" disabled>
        {plainOf(element.placeholder) || 'Choose…'}
      </option>
      {picks.map((pick) => (
        <option key={pick.value} value={pick.value}>
          {pick.label}
        </option>
      ))}
    </select>
  );
}

function picksOf(element: JsonObject): readonly Pick[] {
  const { setting } = look();
  switch (element.type) {
    case 'users_select':
      return (setting?.people ?? []).map(({ id, realName }) => ({ value: id, label: realName, held: id }));
    case 'channels_select':
    case 'conversations_select':
      return (setting?.conversations ?? [])
        .filter(({ kind }) => kind === 'channel')
        .map(({ id, name }) => ({ value: id, label: `#${name}`, held: id }));
    default: {
      const groups = objectsIn(element.option_groups).flatMap((group) => objectsIn(group.options));
      return [...objectsIn(element.options), ...groups].map((option) => ({
        value: String(option.value),
        label: plainOf(option.text),
        held: option,
      }));
    }
  }
}
