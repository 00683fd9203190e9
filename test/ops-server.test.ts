import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMetrics } from '../src/metrics.ts';
import { type OpsServer, startOpsServer } from '../src/ops-server.ts';

let server: OpsServer;
let ready: boolean;
beforeEach(async () => {
  ready = false;
  const { read } = createMetrics();
  server = await startOpsServer({ host: '127.0.0.1', port: 0, isReady: () => ready, metrics: read });
});
afterEach(() => server.close());

const ask = async (path: string, method = 'GET') => {
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`, { method });
  return {
    status: response.status,
    allow: response.headers.get('allow'),
    type: response.headers.get('content-type'),
    text: await response.text(),
  };
};

test('/healthz is fine as long as the process is alive', async () => {
  expect(await ask('/healthz')).toMatchObject({ status: 200, text: 'ok' });
});

test('/readyz is fine while Slack’s deliveries are heard', async () => {
  expect(await ask('/readyz')).toMatchObject({ status: 503, text: 'not ready' });
  ready = true;
  expect(await ask('/readyz?verbose')).toMatchObject({ status: 200, text: 'ok' });
});

test('/metrics is in Prometheus’ text format', async () => {
  const { status, type, text } = await ask('/metrics');
  expect([status, type]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
  for (const line of text.split('\n').filter((one) => one !== ''))
    expect(line).toMatch(/^(?:# (?:HELP|TYPE) \w+ .+|\w+(?:\{.*\})? \S+)$/);
  for (const name of ['stepwise_store_lost', 'stepwise_withheld_total', 'process_resident_memory_bytes']) {
    expect(text).toContain(`\n${name} `);
  }
});

test.each([
  ['/', 'GET', 404],
  ['/metrics/', 'GET', 404],
  ['/metrics', 'POST', 405],
  ['/healthz', 'HEAD', 200],
])('%s with %s is answered with %i', async (path, method, status) => {
  expect((await ask(path, method)).status).toBe(status);
});

test('a method that is not taken is told which are', async () => {
  expect((await ask('/metrics', 'DELETE')).allow).toBe('GET, HEAD');
});

test('an address that is taken is told', async () => {
  const again = startOpsServer({ host: '127.0.0.1', port: server.port, isReady: () => ready, metrics: async () => '' });
  await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
