import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** How far from the end one still counts as reading along, in pixels. */
const nearEnd = 160;

/** Messages, oldest first. It follows new ones while the reader is at the end. */
export function MessageList({
  label,
  last,
  children,
}: {
  label: string;
  /** Changes when a message was added at the end. */
  last: string;
  children: ComponentChildren;
}) {
  const list = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const height = list.current?.scrollHeight;
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null || !following.current) return;
    // A message that is longer than the list is read from its beginning.
    const newest = element.lastElementChild;
    const long = newest instanceof HTMLElement && newest.offsetHeight > element.clientHeight;
    element.scrollTop = long ? newest.offsetTop - element.offsetTop : element.scrollHeight;
  }, [last, height]);
  return (
    <div
      ref={list}
      class="messages"
      role="log"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        following.current = scrollHeight - scrollTop - clientHeight < nearEnd;
      }}
    >
      {children}
    </div>
  );
}
