import { createServer, type ServerResponse } from 'node:http';

/** Where a machine watches this process from. */
export interface OpsSettings {
  /** `OPS_HOST`: the address of one network, or of all, `0.0.0.0`. */
  readonly host: string;
  /** `OPS_PORT`; 0 takes any that is free. */
  readonly port: number;
}

export interface OpsOptions extends OpsSettings {
  /** Whether Slack’s deliveries are heard. */
  readonly isReady: () => boolean;
  /** In Prometheus’ text format. */
  readonly metrics: () => Promise<string>;
}

export interface OpsServer {
  readonly port: number;
  close(): Promise<void>;
}

/** https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format */
const textFormat = 'text/plain; version=0.0.4; charset=utf-8';

/**
 * Answers `/healthz` (the process is alive), `/readyz` (it hears Slack) and `/metrics`, to GET and HEAD only. Rejects where the
 * address is taken or not of this machine.
 */
export async function startOpsServer({ host, port, isReady, metrics }: OpsOptions): Promise<OpsServer> {
  const server = createServer({ requestTimeout: 10_000 }, (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod(response);
    switch (request.url?.split('?')[0]) {
      case '/healthz':
        return answer(response, 200, 'ok');
      case '/readyz':
        return isReady() ? answer(response, 200, 'ok') : answer(response, 503, 'not ready');
      case '/metrics':
        metrics().then(
          (text) => answer(response, 200, text, textFormat),
          () => answer(response, 500, 'The metrics could not be read.'),
        );
        return;
      default:
        return answer(response, 404, 'There are /healthz, /readyz and /metrics.');
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** https://www.rfc-editor.org/rfc/rfc9110#section-15.5.6 */
function refuseMethod(response: ServerResponse): void {
  response.setHeader('allow', 'GET, HEAD');
  answer(response, 405, 'Only GET and HEAD.');
}

function answer(response: ServerResponse, status: number, body: string, type = 'text/plain; charset=utf-8'): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(body);
}
