import type { Item, Link, Pack, RichText, Rule } from '../packs/pack.ts';
import type { Paste } from '../reading/paste.ts';
import type { Span } from '../sealing/span.ts';
import { askNext } from './ask.ts';
import { choosePack } from './choose.ts';
import { evaluate, type Facts, type Outcome } from './condition.ts';
import type { Diagnosis, Finding, ItemVerdict } from './diagnosis.ts';
import { quote } from './excerpt.ts';
import { type Ranked, rank } from './rank.ts';
import { fillIn } from './rich-text.ts';
import { fillTemplate } from './template.ts';
import { viewsOf } from './views.ts';

/**
 * Asks a pack's rules about a paste. Pure and total: the same paste, packs, `now` (milliseconds since the epoch) and
 * `choice` (a pack's id) give the same diagnosis. Throws a RangeError without any pack, which is a fault of the caller.
 */
export function diagnose(paste: Paste, packs: readonly Pack[], now: number, choice?: string): Diagnosis {
  const chosen = choosePack(paste, packs, now, choice);
  if (chosen === undefined) throw new RangeError('A diagnosis needs a pack.');
  const { pack } = chosen;
  const views = viewsOf(paste, pack, now);
  const judged = pack.items.map((item) => ({ item, rules: item.rules.map((rule) => judge(item, rule, views)) }));
  const findings = rank(judged.flatMap(({ rules }) => rules.flatMap((rule) => (rule.state === 'holds' ? [rule] : []))));
  const verdicts = judged.map(({ item, rules }) => verdictOf(item, rules, views, findings));
  return {
    pack: { id: pack.id, name: pack.name },
    chosen: chosen.why,
    findings: findings.map((held) => findingOf(held, paste.text)),
    items: verdicts,
    ask: askNext(findings[0]?.source, views, paste, pack),
    template: fillTemplate(pack.template, views),
    paste,
  };
}

type Held = Ranked & {
  readonly state: 'holds';
  readonly item: Item;
  readonly source: Rule;
  readonly facts: Facts;
  readonly evidence: readonly Span[];
};

type Judged = Held | { readonly state: 'fails' } | Extract<Outcome, { readonly state: 'unknown' }>;

/** Over all exchanges: the first for which the rule holds, else unknown where it is for one of them. */
function judge(item: Item, rule: Rule, views: readonly Facts[]): Judged {
  const missing = new Set<string>();
  for (const facts of views) {
    const outcome = evaluate(rule.when, facts);
    const evidence = outcome.state === 'holds' ? outcome.evidence() : [];
    if (evidence.length > 0) {
      return {
        state: 'holds',
        evidence,
        item,
        source: rule,
        facts,
        rule: rule.id,
        itemRank: item.rank,
        certainty: rule.certainty,
        explains: rule.explains,
        givesWay: rule.givesWay,
      };
    }
    if (outcome.state === 'unknown') for (const name of outcome.missing) missing.add(name);
  }
  return missing.size > 0 ? { state: 'unknown', missing: [...missing] } : { state: 'fails' };
}

function findingOf({ item, source, facts, evidence }: Held, text: string): Finding {
  return {
    item: item.id,
    question: item.question,
    rule: source.id,
    certainty: source.certainty,
    say: fillIn(source.say, facts),
    do: fillIn(source.do, facts),
    evidence: quote(text, evidence),
    links: notLinkedIn([...source.say, ...source.do], source.links.length > 0 ? source.links : item.links),
  };
}

/** A link that the text itself holds need not stand below it once more. */
function notLinkedIn(text: RichText, links: readonly Link[]): readonly Link[] {
  return links.filter(({ url }) => !text.some((part) => part.kind === 'link' && part.url === url));
}

function verdictOf(
  item: Item,
  rules: readonly Judged[],
  views: readonly Facts[],
  findings: readonly Held[],
): ItemVerdict {
  const { id, question, section, text, links } = item;
  const verdict = { id, question, section, text, links };
  if (findings.some((finding) => finding.item === item)) return { ...verdict, verdict: 'problem', missing: [] };
  const { fineWhen } = item;
  const shown = fineWhen === undefined ? [] : views.map((facts) => evaluate(fineWhen, facts));
  const isFine =
    fineWhen === undefined
      ? rules.length > 0 && rules.every(({ state }) => state === 'fails')
      : shown.some(({ state }) => state === 'holds') && shown.every(({ state }) => state !== 'fails');
  if (isFine) return { ...verdict, verdict: 'fine', missing: [] };
  const missing = new Set([...shown, ...rules].flatMap((one) => (one.state === 'unknown' ? one.missing : [])));
  return { ...verdict, verdict: 'unknown', missing: [...missing] };
}
