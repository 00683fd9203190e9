import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Suggestion, suggest } from './completion.ts';
import { attempt } from './connection.ts';
import { draftKey, putDraft, useShown } from './store.ts';

/** Where a message is written. Enter sends, Shift and Enter begins a new line, a paste keeps its lines. */
export function Composer({ channel, threadTs }: { channel: string; threadTs: string | undefined }) {
  const { setting, drafts } = useShown();
  const box = useRef<HTMLTextAreaElement>(null);
  const [suggestions, setSuggestions] = useState<readonly Suggestion[]>([]);
  const [picked, setPicked] = useState(0);
  const key = draftKey(channel, threadTs);
  const text = drafts.get(key) ?? '';
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    element.style.height = 'auto';
    element.style.height = `${Math.min(element.scrollHeight, 320)}px`;
  }, [text]);

  // With a keyboard one can paste at once; on a phone the keyboard would cover the page.
  useLayoutEffect(() => {
    if (matchMedia('(hover: hover)').matches) box.current?.focus();
  }, []);

  if (setting === undefined) return null;
  const conversation = setting.conversations.find(({ id }) => id === channel);
  const to = conversation?.kind === 'im' ? setting.app.name : `#${conversation?.name ?? ''}`;
  const label = threadTs === undefined ? `Message to ${to}` : 'Reply in the thread';
  const list = `${key}-suggestions`.replaceAll(/[^\w-]/g, '-');
  const long = text.length > setting.longestTyped;

  const write = (next: string, cursor: number) => {
    putDraft(key, next);
    setSuggestions(suggest(next, cursor, setting));
    setPicked(0);
  };
  const take = (suggestion: Suggestion | undefined) => {
    if (suggestion === undefined) return;
    write(suggestion.text, suggestion.cursor);
    setSuggestions([]);
    requestAnimationFrame(() => {
      box.current?.focus();
      box.current?.setSelectionRange(suggestion.cursor, suggestion.cursor);
    });
  };
  const send = async () => {
    if (text.trim() === '') return;
    const place = { channel, ...(threadTs === undefined ? {} : { threadTs }) };
    const command = /^(\/\S+)(?:\s([\s\S]*))?$/.exec(text);
    putDraft(key, '');
    setSuggestions([]);
    if (command === null) await attempt({ do: 'post', ...place, text });
    else await attempt({ do: 'command', ...place, command: command[1] ?? '', text: (command[2] ?? '').trim() });
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const open = suggestions.length > 0;
    if (open && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const by = event.key === 'ArrowDown' ? 1 : -1;
      setPicked((picked + by + suggestions.length) % suggestions.length);
    } else if (open && (event.key === 'Tab' || event.key === 'Enter')) take(suggestions[picked]);
    else if (open && event.key === 'Escape') setSuggestions([]);
    else if (event.key === 'Enter' && !event.shiftKey) void send();
    else return;
    event.preventDefault();
  };

  return (
    <form
      class={`composer${text === '' ? '' : ' filled'}`}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {suggestions.length > 0 && (
        <div class="suggestions" id={list} role="listbox" aria-label="Suggestions">
          {suggestions.map((suggestion, index) => (
            <div
              key={suggestion.key}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === picked}
              onPointerDown={(event) => {
                event.preventDefault();
                take(suggestion);
              }}
            >
              <strong>{suggestion.label}</strong> <span class="quiet">{suggestion.detail}</span>
            </div>
          ))}
        </div>
      )}
      <textarea
        ref={box}
        rows={1}
        value={text}
        aria-label={label}
        placeholder={threadTs === undefined ? `Paste here, or write to ${to}` : 'Reply…'}
        aria-autocomplete="list"
        aria-controls={list}
        aria-activedescendant={suggestions.length > 0 ? `${list}-${picked}` : undefined}
        spellcheck={false}
        onInput={(event) => write(event.currentTarget.value, event.currentTarget.selectionStart)}
        onKeyDown={pressed}
        onBlur={() => setSuggestions([])}
      />
      <div class="composer-foot">
        <span class="quiet">
          {long ? (
            <strong>Longer than {setting.longestTyped.toLocaleString()} characters: it goes out as a snippet.</strong>
          ) : (
            <>
              <kbd>Enter</kbd> sends · <kbd>Shift</kbd>+<kbd>Enter</kbd> new line
              {threadTs === undefined && setting.app.commands.length > 0 && (
                <>
                  {' '}
                  · <kbd>/</kbd> commands
                </>
              )}{' '}
              · <kbd>@</kbd> people
            </>
          )}
        </span>
        <button type="submit" class="button primary send" disabled={text.trim() === ''}>
          Send
        </button>
      </div>
    </form>
  );
}
