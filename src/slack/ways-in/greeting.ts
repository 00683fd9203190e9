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
