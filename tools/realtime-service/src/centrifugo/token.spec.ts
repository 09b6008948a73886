import fc from 'fast-check';
import { signToken, verifyToken } from './token.js';

it('a token is its user’s, whoever that is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ minLength: 1 }), (user, secret) => {
      expect(verifyToken(secret, signToken(secret, user), 0)).toEqual({ user });
    }),
  );
});

it('is the example of RFC 7519 in form: three parts of base64url, HS256', () => {
  const [head, claims, signature] = signToken('s', 'ann', 5).split('.');
  expect(JSON.parse(Buffer.from(head ?? '', 'base64url').toString())).toEqual({ alg: 'HS256', typ: 'JWT' });
  expect(JSON.parse(Buffer.from(claims ?? '', 'base64url').toString())).toEqual({ sub: 'ann', exp: 5 });
  expect(signature).toMatch(/^[\w-]{43}$/);
});

it.each([
  ['nothing', ''],
  ['two parts', 'a.b'],
  ['another secret', signToken('other', 'ann')],
  ['one letter more', `${signToken('s', 'ann')}x`],
  ['one letter fewer', signToken('s', 'ann').slice(0, -1)],
  ['other claims', signToken('s', 'ann').replace(/\.[^.]+\./, '.eyJzdWIiOiJib2IifQ.')],
])('%s is no token', (_, token) => {
  expect(verifyToken('s', token, 0)).toBe('invalid');
});

it('is over when its time is', () => {
  const token = signToken('s', 'ann', 10);
  expect([verifyToken('s', token, 9999), verifyToken('s', token, 10_000)]).toEqual([
    { user: 'ann' },
    'expired',
  ]);
});
