import { mender } from './mender.ts';

/**
 * What zsh, PowerShell and cmd.exe print before the further lines of a command. bash's `> ` is a quotation's
 * too, and PowerShell's `>> ` one in a quotation.
 */
export const continuationPrompts = mender(
  {
    kind: 'continuation-prompts',
    note: 'I took out the prompts that a shell prints before the further lines of a command.',
    suspect: false,
  },
  /(?<=\n)(?:(?:(?:cmdsubst|quote|dquote|bquote|heredoc|pipe|cmdand|cmdor|for|while|then) ?){1,3}> ?|>> |More\? )/g,
  (text) => {
    const isMail = /^>{1,8}[ \t]{0,4}$|^> /m.test(text);
    return ({ 0: found }) => (found === '>> ' && isMail ? undefined : '');
  },
);
