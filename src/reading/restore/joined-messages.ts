import { quietMender } from './mender.ts';

/** A start line with a field below it, right behind the content of the message before it. */
const joined =
  /(?<=[}\]>\w])(?=(?:(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) \/\S{0,4000} HTTP\/1\.[01]|HTTP\/1\.[01] [1-5]\d\d [A-Z][^\n]{1,40})\n[A-Z][\w-]{1,40}: )/g;

/** Puts each message of a connection on lines of its own: Wireshark and s_client show them as they came, one right behind the other. */
export const joinedMessages = quietMender((text) =>
  /HTTP\/1\.[01][^\n]{0,50}\n[A-Z]/.test(text) ? text.replace(joined, '\n') : text,
);
