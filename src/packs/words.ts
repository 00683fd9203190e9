/**
 * The words of a reply that are no checklist's own, in English. A checklist has them in its languages; `{name}` stands for
 * what is filled in there.
 */
export const english = {
  sure: 'Found it: “{question}”',
  likely: 'Most likely: “{question}”',
  possible: 'Worth checking first: “{question}”',
  alsoSure: 'Also found',
  alsoLikely: 'Also likely',
  alsoPossible: 'Also possible',
  nothingToRead: 'There is nothing to read in what you sent.',
  noText: 'What you sent is not text. Paste the request and its response as text.',
  nothingFits: 'Nothing in the checklist fits what you pasted.',
  unread: 'The paste is very long: I did not look at its last {characters} characters.',
  line: 'Line {number}:',
  whatToDo: 'What to do:',
  whatToPaste: 'What to paste next',
  worthALook: 'Worth a look too',
  note: 'Note',
  checklist: 'Checklist',
  legend: '(✗ problem, ✓ fine, ? not shown in the paste)',
  check: 'Check {number} of {count}:',
  checkedLive: 'Checked live just now:',
  furtherHelp: 'Further help',
  askAsQuestion: 'Ask it as a new question',
  sharedBy: 'Shared by {name}.',
  checkedAgainst: 'Checked against the {name} checklist.',
  chosenByName: 'This checklist was asked for.',
  chosenByUrl: 'The URL in the paste belongs to it.',
  chosenByHost: 'The paste names one of its hosts.',
  chosenForUnknownHost: 'No other checklist knows the host in the paste.',
  chosenAsFirst: 'The paste shows no URL that tells which API it is about.',
  paste: 'Paste {what}.',
  pasteAll: 'Paste the request as you send it, and the whole response: run it with curl -i.',
  pasteAuthorizationUrl: 'Paste the authorization URL too, the one that the sign-in started with.',
  pasteRequestUrl: 'Paste the request too, as you send it, with its full URL.',
  pasteRequest: 'Paste the request too, as you send it: its method, its full URL and its headers.',
  pasteAnswer: 'Paste the response with its headers: run the same request with curl -i.',
  pasteFields: 'Paste the request with its headers too: run it again with curl -i.',
  secretStood: '{secrets} was in what you pasted. Treat it as known to everyone who can read that message.',
  secretsStood: '{secrets} were in what you pasted. Treat them as known to everyone who can read that message.',
  deletion: 'To delete the message: point at it, choose “More actions” (⋮), then “Delete message”.',
  share: 'Share in channel',
  firstCheck: 'Go through the checklist',
  nextCheck: 'Not it? Next check',
  fixed: 'This fixed it',
  stuck: 'Still stuck',
  supportRequest: 'Prepare support request',
  thanksForFixed:
    'Glad that it works. Thank you for telling me: it shows which checks help, and nothing of your paste is kept.',
  thanksForStuck: 'Thank you for telling me. What you can do next:',
  alreadyNoted: 'I have already noted that, thank you.',
  goOn: '“Not it? Next check” above goes through the rest of the checklist with you.',
  askOthers: 'A support request lets other people help. I fill in what I found in your paste.',
  requestTitle: 'Support request',
  finish: 'Finish',
  cancel: 'Cancel',
  close: 'Close',
  copyThis: 'Copy this into your question or ticket.',
  sealed: 'I sealed what must not be in a support request: {kinds}.',
} as const;

export type WordName = keyof typeof english;

/** Every word of a reply in one language. */
export type Words = Readonly<Record<WordName, string>>;

/** What stands in the place of a value: `{question}`. */
const place = /\{([a-z]+)\}/gi;

/** The words with what stands in their places; a place that is not given stays as it is. */
export function fill(words: string, values: Readonly<Record<string, string>>): string {
  return words.replaceAll(place, (whole, name: string) => values[name] ?? whole);
}

/** The places in words, with their braces. */
export function placesIn(words: string): readonly string[] {
  return words.match(place) ?? [];
}
