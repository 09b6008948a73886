import { errorCodes } from '@travellite/protocol';
import { faultOfStatus, ProviderFault, toProviderError } from './provider-fault.js';

const kinds = [
  'timeout',
  'network',
  'server',
  'rate_limited',
  'unauthorized',
  'refused',
  'unreadable',
  'circuit_open',
] as const;

test.each(kinds)('%s becomes a sentence that names the service and no provider, status or code', (kind) => {
  const error = toProviderError(
    new ProviderFault(kind, 'It answered 503.', { status: 503 }),
    'flight search',
  );
  expect(error.message).toMatch(/^The flight search .+\.$/);
  expect(error.message).not.toMatch(/503|provider|HTTP/i);
  expect(Object.keys(errorCodes)).toContain(error.code);
});

test('what the provider answered wrongly is tool_failed, what it did not answer is provider_unavailable', () => {
  const codes = Object.fromEntries(
    kinds.map((kind) => [kind, toProviderError(new ProviderFault(kind, ''), 'x').code]),
  );
  expect(codes).toEqual({
    timeout: 'provider_unavailable',
    network: 'provider_unavailable',
    server: 'provider_unavailable',
    rate_limited: 'provider_unavailable',
    unauthorized: 'provider_unavailable',
    refused: 'tool_failed',
    unreadable: 'tool_failed',
    circuit_open: 'provider_unavailable',
  });
});

test('only what may pass by itself is called retryable', () => {
  const retryable = kinds.filter((kind) => toProviderError(new ProviderFault(kind, ''), 'x').retryable);
  expect(retryable).toEqual(['timeout', 'network', 'server', 'rate_limited', 'unreadable', 'circuit_open']);
});

test('only a provider that is unwell opens the circuit', () => {
  expect(kinds.filter((kind) => new ProviderFault(kind, '').isOutage)).toEqual([
    'timeout',
    'network',
    'server',
  ]);
});

test('the fault stays the cause, for operators', () => {
  const fault = faultOfStatus(500, { cause: new Error('root') });
  expect(toProviderError(fault, 'x').cause).toBe(fault);
  expect((fault.cause as Error).message).toBe('root');
});
