import type { Diagnosis } from '../engine/diagnosis.ts';
import type { Exchange, Field } from '../reading/paste.ts';
import { plain } from './plain.ts';

/** The diagnosis as other tools read it. Member names and item ids are a contract; members are only ever added. */
export interface DiagnosisJson {
  readonly pack: string;
  readonly findings: readonly FindingJson[];
  readonly items: readonly {
    readonly id: string;
    readonly verdict: 'problem' | 'fine' | 'unknown';
    readonly missing: readonly string[];
  }[];
  readonly exchanges: readonly ExchangeJson[];
  readonly template: {
    readonly fields: readonly { readonly name: string; readonly value: string | null; readonly hint: string }[];
    readonly text: string;
  };
  readonly secrets: readonly { readonly label: string; readonly kind: string; readonly length: number }[];
  /** The redacted paste. */
  readonly text: string;
}

interface FindingJson {
  readonly item: string;
  readonly rule: string;
  readonly certainty: 'sure' | 'likely' | 'possible';
  readonly say: string;
  readonly do: string;
  readonly evidence: readonly { readonly excerpt: string; readonly line: number }[];
  readonly links: readonly { readonly title: string; readonly url: string }[];
}

interface ExchangeJson {
  readonly request?: {
    readonly method?: string;
    readonly target?: string;
    readonly fields: readonly (readonly [name: string, value: string])[];
    readonly content?: string;
  };
  readonly response?: {
    readonly status?: number;
    readonly reason?: string;
    readonly fields: readonly (readonly [name: string, value: string])[];
    readonly content?: string;
  };
  readonly failure?: { readonly tool: string; readonly code: string; readonly message: string };
}

export function diagnosisToJson(diagnosis: Diagnosis): DiagnosisJson {
  const { paste, template } = diagnosis;
  return {
    pack: diagnosis.pack.id,
    findings: diagnosis.findings.map((finding) => ({
      item: finding.item,
      rule: finding.rule,
      certainty: finding.certainty,
      say: plain(finding.say),
      do: plain(finding.do),
      evidence: finding.evidence.map(({ excerpt, line }) => ({ excerpt, line })),
      links: finding.links.map(({ title, url }) => ({ title, url })),
    })),
    items: diagnosis.items.map(({ id, verdict, missing }) => ({ id, verdict, missing })),
    exchanges: paste.exchanges.map(exchangeToJson),
    template: { fields: template.fields.map(({ name, value, hint }) => ({ name, value, hint })), text: template.text },
    secrets: paste.secrets.map(({ label, kind, length }) => ({ label, kind, length })),
    text: paste.text,
  };
}

function exchangeToJson({ request, response, failure }: Exchange): ExchangeJson {
  return {
    request: request && {
      method: request.method,
      target: request.target?.uri,
      fields: fieldsToJson(request.fields),
      content: request.content?.text,
    },
    response: response && {
      status: response.status,
      reason: response.reason,
      fields: fieldsToJson(response.fields),
      content: response.content?.text,
    },
    failure: failure && { tool: failure.tool, code: failure.code, message: failure.message },
  };
}

function fieldsToJson(fields: readonly Field[]): readonly (readonly [string, string])[] {
  return fields.map(({ name, value }) => [name, value] as const);
}
