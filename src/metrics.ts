import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { lastLook } from './sealing/last-look.ts';
import type { Meter } from './slack/meter.ts';

export interface Metrics {
  readonly meter: Meter;
  readonly store: { lost(): void; back(): void };
  /** What `isReady` says is asked whenever the metrics are read. */
  watchReady(isReady: () => boolean): void;
  /** Prometheus’ text format. Rejects where there is what looks like a secret in it. */
  read(): Promise<string>;
}

/** In seconds: Slack gives three to acknowledge, and a reply takes a few requests to Slack. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** Slack’s methods and error codes are many but bounded; what looks like neither, or is one too many, is `other`. */
const mostOutcomes = 200;

/**
 * The numbers of this process. Labels are ways in, ids of checklists and codes of Slack’s, all of bounded number: nothing
 * that a person wrote, no name and no secret.
 */
export function createMetrics(): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const counter = <T extends string>(name: string, help: string, labelNames: readonly T[]) =>
    new Counter({ name, help, labelNames, registers });
  const histogram = <T extends string>(name: string, help: string, labelNames: readonly T[]) =>
    new Histogram({ name, help, labelNames, registers, buckets });

  const acked = histogram('stepwise_ack_seconds', 'From a delivery of Slack’s to its acknowledgement.', ['way']);
  const replied = histogram(
    'stepwise_reply_seconds',
    'From a delivery of Slack’s to the end of all that it asks for.',
    ['way'],
  );
  const deliveries = counter('stepwise_deliveries_total', 'Deliveries of Slack’s.', ['way', 'outcome']);
  const dropped = counter('stepwise_dropped_total', 'Deliveries that got no answer of their own.', ['why']);
  const answers = counter('stepwise_answers_total', 'Answers, and what people said came of them.', [
    'way',
    'pack',
    'item',
    'outcome',
  ]);
  const withheld = counter('stepwise_withheld_total', 'Messages and log lines that the last look held back.', []);
  const calls = histogram('stepwise_slack_call_seconds', 'Requests to Slack, by method.', ['method']);
  const outcomes = counter('stepwise_slack_calls_total', 'Requests to Slack, by what came back.', [
    'method',
    'outcome',
  ]);
  const lost = new Gauge({ name: 'stepwise_store_lost', help: '1 while the store cannot be reached.', registers });
  const losses = counter('stepwise_store_losses_total', 'How often the store was lost.', []);
  lost.set(0);
  withheld.inc(0);
  losses.inc(0);
  const bounded = createBounded(mostOutcomes);

  return {
    meter: {
      acked: (way, seconds) => acked.observe({ way }, seconds),
      done(way, outcome, seconds) {
        replied.observe({ way }, seconds);
        deliveries.inc({ way, outcome });
      },
      dropped: (why) => dropped.inc({ why }),
      counted: (way, { pack, item = 'none', outcome }) => answers.inc({ way, pack, item, outcome }),
      withheld: () => withheld.inc(),
      called(method, outcome, seconds) {
        calls.observe({ method: bounded(method) }, seconds);
        outcomes.inc({ method: bounded(method), outcome: bounded(outcome) });
      },
    },
    store: {
      lost() {
        lost.set(1);
        losses.inc();
      },
      back: () => lost.set(0),
    },
    watchReady(isReady) {
      new Gauge({
        name: 'stepwise_ready',
        help: '1 while Slack’s deliveries are heard.',
        registers,
        collect() {
          this.set(isReady() ? 1 : 0);
        },
      });
    },
    async read() {
      const text = await register.metrics();
      if (lastLook(text).ok) return text;
      withheld.inc();
      throw new Error('The metrics were withheld: they held what looks like a secret.');
    },
  };
}

function createBounded(most: number): (label: string) => string {
  const known = new Set<string>();
  return (label) => {
    if (known.has(label)) return label;
    if (known.size >= most || !/^[A-Za-z][\w.]{0,60}$/.test(label)) return 'other';
    known.add(label);
    return label;
  };
}
