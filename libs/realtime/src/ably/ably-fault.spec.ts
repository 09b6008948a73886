import { DeliveryError } from '../delivery-error.js';
import { toAblyFault } from './ably-fault.js';

it.each([
  [{ code: 40101, statusCode: 401 }, 'unauthenticated', false],
  [{ code: 40142, statusCode: 401 }, 'unauthenticated', false],
  [{ code: 40160, statusCode: 401 }, 'forbidden', false],
  [{ code: 40009, statusCode: 400 }, 'too_large', false],
  [{ code: 40000, statusCode: 400 }, 'invalid', false],
  [{ code: 40400, statusCode: 404 }, 'not_found', false],
  [{ code: 42911, statusCode: 429 }, 'rate_limited', true],
  [{ code: 50000, statusCode: 500 }, 'provider_unavailable', true],
  [{ code: 50003, statusCode: 504 }, 'provider_unavailable', true],
  [{ code: 80003, statusCode: 400 }, 'provider_unavailable', true],
  [{ code: 80000, statusCode: 404 }, 'provider_unavailable', true],
  [{ code: 90000, statusCode: undefined }, 'provider_unavailable', true],
])('%j is %s', (info, code, retryable) => {
  expect(toAblyFault({ message: 'x', ...info })).toMatchObject({ code, retryable });
});

it('what is nothing of Ably’s may pass, and what is a delivery error stays', () => {
  for (const thrown of [new Error('x'), undefined, null, 'x', {}]) {
    expect(toAblyFault(thrown)).toMatchObject({ code: 'provider_unavailable', retryable: true });
  }
  const known = new DeliveryError('too_large', 'x');
  expect(toAblyFault(known)).toBe(known);
});
