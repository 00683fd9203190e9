import { describe, expect, test } from 'vitest';
import { grpcErrorsRecognizer } from '../../../src/reading/errors/grpc-errors.ts';
import { piecesOf } from '../pieces.ts';

describe('an error of gRPC', () => {
  test.each([
    ['rpc error: code = Unauthenticated desc = invalid token', 'Unauthenticated', 'invalid token'],
    [
      'Error: 14 UNAVAILABLE: No connection established\n    at callErrorFromStatus (call.js:31:26)',
      'UNAVAILABLE',
      'No connection established',
    ],
    ['io.grpc.StatusRuntimeException: PERMISSION_DENIED: no such scope', 'PERMISSION_DENIED', 'no such scope'],
    [
      '<_InactiveRpcError of RPC that terminated with:\n\tstatus = StatusCode.UNAVAILABLE\n\tdetails = "failed to connect"',
      'UNAVAILABLE',
      'failed to connect',
    ],
    [
      'Grpc.Core.RpcException: Status(StatusCode="Unauthenticated", Detail="Bad gRPC response.")',
      'Unauthenticated',
      'Bad gRPC response.',
    ],
    ['ERROR:\n  Code: NotFound\n  Message: no such method', 'NotFound', 'no such method'],
  ])('%s', (text, code, description) => {
    expect(piecesOf(grpcErrorsRecognizer, text)).toMatchObject([
      { response: { statusBasis: 'stated', content: { error: { format: 'grpc', code, description } } } },
    ]);
  });

  test('is not made of other words', () => {
    expect(piecesOf(grpcErrorsRecognizer, 'HttpStatusException: 403\nError: 12 things went wrong: a')).toEqual([]);
  });
});
