/**
 * What must outlive a process, and what several processes share: which deliveries were answered, how often an item
 * helped, the installations, and answers that it cannot read itself. Never a paste.
 *
 * Each function rejects where the store cannot be reached.
 */
export interface Store {
  readonly deliveries: Deliveries;
  readonly counts: Counts;
  readonly installations: Installations;
  /** Missing where they would end with this process, which has them in memory anyway. */
  readonly answers?: LockedAnswers;
  /** Nothing may be asked of the store afterwards. */
  close(): Promise<void>;
}

/** Who answers which delivery, over all processes. */
export interface Deliveries {
  /**
   * Takes the delivery `id` for this process until its lease ends. A process that dies without another word loses it
   * then, and whoever claims it next takes over.
   */
  claim(id: string): Promise<Claim>;
  /** Begins the lease anew, for work that takes long. False where it has gone to another process meanwhile. */
  renew(id: string): Promise<boolean>;
  /** It is done with: nobody claims it again. */
  answered(id: string): Promise<void>;
  /** It was not answered, and who is asked next may try at once. */
  release(id: string): Promise<void>;
}

export type Claim =
  | {
      readonly kind: 'ours';
      /** A process had it before and may have answered without saying so. */
      readonly again: boolean;
    }
  /** Another process is at it. */
  | { readonly kind: 'taken' }
  | { readonly kind: 'answered' };

/** `found` is counted with each answer, the others where a person says so. */
export const outcomes = ['found', 'fixed', 'stuck'] as const;
export type Outcome = (typeof outcomes)[number];

/** What is counted: ids of a checklist alone, nothing that a person wrote. */
export interface Counted {
  /** The id of the workspace, `T…`, after its organization's where that installed it: `E… T…`. One never sees another's counts. */
  readonly team: string;
  readonly pack: string;
  /** Missing where nothing was found. */
  readonly item?: string;
  readonly rule?: string;
  readonly outcome: Outcome;
}

export interface WeekCount extends Counted {
  /** Its Monday in UTC: `2026-01-12`. */
  readonly week: string;
  readonly count: number;
}

export interface Counts {
  /** One more, in the week of `at`, in milliseconds since the epoch. */
  add(counted: Counted, at: number): Promise<void>;
  /** The counts of a workspace, of the week of `since` and all later ones, in order of week, pack, item, rule, outcome. */
  read(team: string, since: number): Promise<readonly WeekCount[]>;
}

/** Where Stepwise is installed, by an id of the caller's choice: a workspace's or an organization's. */
export interface Installations {
  /** Takes the place of what was there. */
  put(id: string, text: string): Promise<void>;
  get(id: string): Promise<string | undefined>;
  /** Erases the installation and every count of that workspace, or of each workspace of that organization. */
  erase(id: string): Promise<void>;
}

/**
 * Answers for the buttons under them, whichever process a press comes to. Each is locked with a key that stands in its
 * buttons, in Slack, and nowhere here.
 */
export interface LockedAnswers {
  /** Takes the place of what was there. */
  put(id: string, locked: string): Promise<void>;
  get(id: string): Promise<string | undefined>;
}

/** How long things are kept, in milliseconds. */
export interface Retention {
  readonly answers: number;
  readonly deliveries: number;
  readonly counts: number;
}

const hourMs = 60 * 60 * 1000;

/** Slack delivers again for an hour at most, and counts are looked at by week. */
export const defaultRetention: Retention = {
  answers: 24 * hourMs,
  deliveries: 24 * hourMs,
  counts: 26 * 7 * 24 * hourMs,
};

/** How long a claim holds unless it is renewed, in milliseconds. */
export const leaseMs = 10_000;
