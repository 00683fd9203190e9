import { mender } from './mender.ts';

/**
 * Links of mail filters, which hold the URL that they guard: Outlook's Safe Links have it encoded in their query,
 * Proofpoint's URL Defense between two pairs of underscores, Google's redirect behind `q=`.
 */
export const guardedLinks = mender(
  {
    kind: 'guarded-links',
    note: 'I read the links of a mail filter as the URLs that they stand for.',
    suspect: false,
  },
  /https:\/\/(?:[\w-]{1,40}\.safelinks\.protection\.outlook\.com\/[\w/.-]{0,60}\?(?:[\w=%.-]{1,200}&(?:amp;)?)?url=(http[^\s&"'<>|]{1,4000})(?:&(?:amp;)?(?:data|sdata|reserved|e)=[^\s&"'<>|]{0,4000}){0,5}|urldefense\.com\/v3\/__(https?:\/\/?[^\s"'<>|]{1,4000}?)__;[\w!*~+-]{0,300}\$?|www\.google\.com\/url\?q=(http[^\s&"'<>|]{1,4000})(?:&(?:amp;)?(?:sa|source|ust|usg|ved|opi)=[^\s&"'<>|]{0,400}){0,6})/g,
  () =>
    ([, safe, defended, redirected]) =>
      defended?.replace(/^(https?:)\/(?!\/)/, '$1//') ?? decoded(safe ?? redirected ?? ''),
);

function decoded(url: string): string | undefined {
  try {
    return decodeURIComponent(url);
  } catch {
    return undefined;
  }
}
