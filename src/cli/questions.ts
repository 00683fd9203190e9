import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { ReadAnswer } from '../packs/init/answers.ts';

/** Asks one question after the other. */
export interface Questions {
  /** Undefined where nobody answers any more. */
  readonly ask: (question: string) => Promise<string | undefined>;
  readonly say: (sentence: string) => void;
  readonly close: () => void;
}

/** Questions to whoever types, or to lines that a script pipes in: both are read a line at a time. */
export function questionsTo(input: Readable, output: Writable): Questions {
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  const answers = lines[Symbol.asyncIterator]();
  return {
    ask: async (question) => {
      output.write(`${question} `);
      const answer = await answers.next();
      if (answer.done === true) output.write('\n');
      return answer.done === true ? undefined : answer.value.trim();
    },
    say: (sentence) => output.write(`${sentence}\n`),
    close: () => lines.close(),
  };
}

/** The answer to a question, asked again until it can be read. Undefined where there is none. */
export async function answerTo<T>(
  question: string,
  read: (answer: string) => ReadAnswer<T>,
  need: 'needed' | 'optional',
  questions: Questions,
): Promise<T | undefined> {
  for (;;) {
    const said = await questions.ask(question);
    if (said === undefined || (said === '' && need === 'optional')) return undefined;
    const answer = read(said);
    if (answer.ok) return answer.value;
    questions.say(answer.message);
  }
}
