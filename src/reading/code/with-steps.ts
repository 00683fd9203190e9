import type { Request, Target } from '../paste.ts';
import { readTarget, withQuery } from '../target.ts';
import type { BuilderStep } from './builder-step.ts';
import { joinUrl, type Resolved } from './resolving.ts';

/** A request with what the steps behind its call add to it. */
export function withSteps(request: Request, steps: readonly BuilderStep[]): Request {
  return steps.reduce(withStep, request);
}

function withStep(request: Request, step: BuilderStep): Request {
  switch (step.kind) {
    case 'fields':
      return { ...request, fields: [...request.fields, ...step.fields] };
    case 'query':
    case 'parameters': {
      const pairs = step.kind === 'query' ? step.query : step.parameters;
      return request.target === undefined ? request : { ...request, target: withQuery(request.target, pairs) };
    }
    case 'path':
      return request.target === undefined ? request : { ...request, target: withPath(request.target, step.path) };
    case 'method':
      return { ...request, method: step.method };
    case 'content': {
      // Where the call itself tells no method, content makes it a POST.
      const posts = request.method === 'GET' && /^(?:unirest|node-request|python-urllib)$/.test(request.source);
      return { ...request, ...(posts ? { method: 'POST' } : {}), content: step.content };
    }
    default:
      return request;
  }
}

function withPath(target: Target, path: Resolved): Target {
  const whole = joinUrl({ text: target.uri, open: target.open ?? [], span: target.span }, path, target.span);
  return readTarget(whole.text, target.span, whole.open);
}
