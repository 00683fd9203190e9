import type { CustomRoute } from '@slack/bolt';

/** What a load balancer or an orchestrator asks the process, in HTTP mode. Neither needs a signature nor tells anything. */
export function healthRoutes(isReady: () => boolean): CustomRoute[] {
  const route = (path: string, isFine: () => boolean): CustomRoute => ({
    path,
    method: 'GET',
    handler(_request, response) {
      const fine = isFine();
      response.writeHead(fine ? 200 : 503, { 'content-type': 'text/plain' });
      response.end(fine ? 'ok' : 'not ready');
    },
  });
  return [route('/healthz', () => true), route('/readyz', isReady)];
}
