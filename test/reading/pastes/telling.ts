import type { Content, Exchange, Paste } from '../../../src/reading/paste.ts';

/** What was read of a paste, a line for each part, as the files of pastes here write it down. */
export function telling(paste: Paste): string {
  return [
    ...paste.exchanges.flatMap(toldExchange),
    ...paste.named.map(({ name, value, role }) => `= ${name} ${role}: ${value}`),
    ...paste.mendings.map(({ kind }) => `~ ${kind}`),
  ].join('\n');
}

function toldExchange({ request, response, failure }: Exchange): readonly string[] {
  const sent = request && [
    `> ${request.method ?? '?'} ${request.target?.uri ?? '?'}`,
    ...request.fields.map(({ name, value }) => `  ${name}: ${value}`),
    ...toldContent(request.content),
  ];
  const received = response && [
    `< ${[response.status ?? '?', response.reason].filter(Boolean).join(' ')}`,
    ...response.fields.map(({ name, value }) => `  ${name}: ${value}`),
    ...toldContent(response.content),
  ];
  const failed = failure && [`! ${failure.tool} ${failure.code} (${failure.kind})`];
  return [...(sent ?? []), ...(received ?? []), ...(failed ?? [])];
}

function toldContent(content: Content | undefined): readonly string[] {
  if (content === undefined) return [];
  const { data, text, error } = content;
  const written = data.kind === 'json' ? JSON.stringify(data.value) : text.trim().replace(/\s+/g, ' ');
  const told = error === undefined ? [] : [[error.code, error.description].filter(Boolean).join(': ')];
  return [`  ${data.kind} ${written}`, ...told.map((words) => `  error ${words}`)];
}
