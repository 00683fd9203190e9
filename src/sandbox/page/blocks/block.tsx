import { isJsonObject, type JsonObject, objectsIn, stringMember } from '../../json.ts';
import { Icon } from '../icon.tsx';
import { useActing } from './acting.tsx';
import { Element } from './element.tsx';
import { Markdown } from './markdown.tsx';
import { RichText } from './rich-text.tsx';
import { plainOf, Text } from './text.tsx';

/** One block: https://docs.slack.dev/reference/block-kit/blocks */
export function Block({ block }: { block: JsonObject }) {
  const blockId = stringMember(block, 'block_id') ?? '';
  switch (block.type) {
    case 'section':
      return <Section block={block} blockId={blockId} />;
    case 'divider':
      return <hr />;
    case 'header':
      return (
        <h3 class="block-header">
          <Text of={block.text} />
        </h3>
      );
    case 'context':
      return (
        <div class="block-context">
          {objectsIn(block.elements).map((element, index) =>
            element.type === 'image' ? (
              <Picture key={index} alt={stringMember(element, 'alt_text')} />
            ) : (
              <span key={index}>
                <Text of={element} />
              </span>
            ),
          )}
        </div>
      );
    case 'actions':
      return (
        <div class="block-actions">
          {objectsIn(block.elements).map((element) => (
            <Element key={String(element.action_id)} element={element} blockId={blockId} />
          ))}
        </div>
      );
    case 'rich_text':
      return (
        <div class="block-rich">
          <RichText elements={objectsIn(block.elements)} />
        </div>
      );
    case 'markdown':
      return <Markdown text={stringMember(block, 'text') ?? ''} />;
    case 'image':
      return <Picture alt={stringMember(block, 'alt_text')} title={plainOf(block.title)} />;
    case 'input':
      return <Input block={block} blockId={blockId} />;
    case 'table':
      return <Table rows={Array.isArray(block.rows) ? block.rows : []} />;
    default:
      return <p class="quiet">A block of type {String(block.type)}.</p>;
  }
}

function Section({ block, blockId }: { block: JsonObject; blockId: string }) {
  const fields = objectsIn(block.fields);
  const accessory = isJsonObject(block.accessory) ? block.accessory : undefined;
  return (
    <div class="block-section">
      <div class="section-text">
        {block.text !== undefined && <Text of={block.text} />}
        {fields.length > 0 && (
          <div class="fields">
            {fields.map((field, index) => (
              <div key={index}>
                <Text of={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {accessory !== undefined &&
        (accessory.type === 'image' ? (
          <Picture alt={stringMember(accessory, 'alt_text')} />
        ) : (
          <Element element={accessory} blockId={blockId} />
        ))}
    </div>
  );
}

/** The page asks no other host for anything, so a picture is shown by what it says. */
function Picture({ alt, title }: { alt: string | undefined; title?: string }) {
  return (
    <span class="picture" role="img" aria-label={alt ?? 'Image'}>
      <Icon name="picture" /> {title !== undefined && title !== '' ? title : (alt ?? 'Image')}
    </span>
  );
}

function Input({ block, blockId }: { block: JsonObject; blockId: string }) {
  const { errors } = useActing();
  const element = isJsonObject(block.element) ? block.element : {};
  const id = `input-${blockId}`;
  const error = errors[blockId];
  const many = element.type === 'checkboxes' || element.type === 'radio_buttons';
  const label = (
    <>
      <Text of={block.label} />
      {block.optional === true && <span class="quiet"> (optional)</span>}
    </>
  );
  const rest = (
    <>
      {error !== undefined && (
        <p class="error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
      {block.hint !== undefined && (
        <p class="quiet hint" id={`${id}-hint`}>
          <Text of={block.hint} />
        </p>
      )}
    </>
  );
  const inside = (
    <Element
      element={element}
      blockId={blockId}
      id={id}
      quiet={block.dispatch_action !== true}
      describedBy={[error === undefined ? '' : `${id}-error`, block.hint === undefined ? '' : `${id}-hint`]
        .join(' ')
        .trim()}
      invalid={error !== undefined}
    />
  );
  if (many) {
    return (
      <fieldset class="block-input">
        <legend>{label}</legend>
        {inside}
        {rest}
      </fieldset>
    );
  }
  return (
    <div class="block-input">
      <label for={id}>{label}</label>
      {inside}
      {rest}
    </div>
  );
}

function Table({ rows }: { rows: readonly unknown[] }) {
  return (
    <div class="table">
      <table>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {objectsIn(row).map((cell, column) => (
                <td key={column}>
                  {cell.type === 'rich_text' ? (
                    <RichText elements={objectsIn(cell.elements)} />
                  ) : (
                    stringMember(cell, 'text')
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
