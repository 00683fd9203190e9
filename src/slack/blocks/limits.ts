/**
 * What Slack takes, in UTF-16 code units or in pieces. A payload over one of these is refused as a whole, so that
 * everything is cut to them before it is sent.
 */
export const limits = {
  /** https://docs.slack.dev/reference/block-kit/blocks */
  blocksOfMessage: 50,
  /**
   * The texts of all blocks of a message together. The reference is silent; `msg_blocks_too_long` comes at about 13,200:
   * https://github.com/slackapi/bolt-js/issues/2509, and with many small blocks earlier:
   * https://github.com/slackapi/bolt-js/issues/2867
   */
  textOfBlocks: 9_000,
  /** What chat.update takes and chat.postMessage advises: https://docs.slack.dev/reference/methods/chat.update */
  fallback: 4_000,
  /** https://docs.slack.dev/reference/block-kit/blocks/header-block */
  header: 150,
  /** The reference is silent; a history shows one line. */
  threadTitle: 100,
  /** https://docs.slack.dev/reference/block-kit/block-elements/button-element */
  url: 3_000,
  /** https://docs.slack.dev/reference/block-kit/blocks/input-block */
  label: 2_000,
  /** https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element */
  input: 3_000,
} as const;
