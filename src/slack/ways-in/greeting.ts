/** What a person writes who wants to know what to write, as the first of the suggestions does. */
export const whatToPaste = 'What should I paste?';

const greetings: ReadonlySet<string> = new Set([
  'can you help me',
  'good morning',
  'hello',
  'help',
  'help me',
  'hey',
  'hi',
  'how do i use this',
  'how do you work',
  'how does this work',
  'what can you do',
  'what should i paste',
]);

/** Whether a text says nothing but that its writer is there, or does not know what to do: how to use the app answers it. */
export function isGreeting(text: string): boolean {
  if (text.length > 40) return false;
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  return greetings.has(words.filter((word) => word !== 'stepwise' && word !== 'please').join(' '));
}

export const youAreWelcome = 'You are welcome. Paste the next call that fails whenever you like.';

const courtesies: ReadonlySet<string> = new Set(
  'awesome bye cheers cool danke fixed gracias great it lot many merci much nice now ok okay perfect so solved thank thanks that this thx ty very worked works you'.split(
    ' ',
  ),
);

/** Words between which these say something: alone they say nothing. */
const fillers: ReadonlySet<string> = new Set(['it', 'lot', 'many', 'much', 'now', 'so', 'that', 'this', 'very', 'you']);

/** Whether a text says no more than thanks, or that all is well, in words or with a thumb up: there is nothing to answer. */
export function isThanks(text: string): boolean {
  if (text.length > 60 || text === '') return false;
  const plain = text.replaceAll(/:[\w+-]{1,30}:/g, '👍');
  const words = (plain.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter(
    (word) => word !== 'stepwise' && word !== 'a',
  );
  if (words.length === 0) return /\p{Extended_Pictographic}/u.test(plain);
  return words.every((word) => courtesies.has(word)) && words.some((word) => !fillers.has(word));
}
