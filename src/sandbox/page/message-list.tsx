import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** How far from the end one still counts as reading along, in pixels. */
const nearEnd = 160;
/** A place that was scrolled to comes back rounded to the pixels of the screen. */
const rounding = 4;

export interface MessageListProps {
  readonly label: string;
  /** The newest message: another one when a message was added at the end. */
  readonly last: string;
  /** Whether the reader wrote the newest message: then they want to see it, wherever they were. */
  readonly own: boolean;
  readonly children: ComponentChildren;
}

/**
 * Messages, oldest first. New ones come into view while the reader is at the end, or at the beginning of a message that
 * was too long to be shown as a whole; whoever scrolled elsewhere stays there.
 */
export function MessageList({ label, last, own, children }: MessageListProps) {
  const list = useRef<HTMLDivElement>(null);
  const drawn = useRef({ last: '', height: 0 });
  const following = useRef(true);
  /** Where the beginning of a long message was put, in pixels. */
  const beginning = useRef<number | undefined>(undefined);
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const { scrollHeight } = element;
    const added = drawn.current.last !== last;
    const changed = added || drawn.current.height !== scrollHeight;
    drawn.current = { last, height: scrollHeight };
    if (added && own) following.current = true;
    if (!changed || !following.current) return;
    const newest = element.lastElementChild;
    if (added) {
      const long = newest instanceof HTMLElement && newest.offsetHeight > element.clientHeight;
      beginning.current = long ? newest.offsetTop - element.offsetTop : undefined;
    }
    // A message that grows, as an answer does with its next check, is followed at its end, where the person is.
    element.scrollTop = beginning.current ?? scrollHeight;
  });
  return (
    <div
      ref={list}
      class="messages"
      role="log"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        const start = beginning.current;
        const there = start !== undefined && Math.abs(scrollTop - start) < rounding;
        if (!there) beginning.current = undefined;
        following.current = there || scrollHeight - scrollTop - clientHeight < nearEnd;
      }}
    >
      {children}
    </div>
  );
}
