import { userConversation } from '@travellite/protocol';
import fc from 'fast-check';
import { createShareLinks, tripIdOf } from './share-links.js';

const secret = 'a secret of at least thirty-two letters';
const links = createShareLinks(secret);
const ann = userConversation('ann');

describe('a shared link', () => {
  it('opens its trip, wherever the secret is the same, until it ends', () => {
    const token = links.create(ann, 1_000);
    expect(createShareLinks(secret).open(token, 999)).toEqual({
      status: 'open',
      conversation: ann,
      expiresAt: 1_000,
    });
    expect(links.open(token, 1_000)).toEqual({ status: 'expired' });
  });

  it('opens nothing with another secret', () => {
    expect(createShareLinks(`${secret}!`).open(links.create(ann, 9), 0)).toEqual({ status: 'forged' });
  });

  it('is safe in an address, another one each time, and tells nobody whose trip it is', () => {
    const tokens = [links.create(ann, 9), links.create(ann, 9)];
    expect(tokens[0]).not.toBe(tokens[1]);
    for (const token of tokens) {
      expect(token).toMatch(/^t1\.[\w-]+$/);
      expect(Buffer.from(token.slice(3), 'base64url').toString('latin1')).not.toContain('ann');
    }
  });

  it('cannot be changed in any place', () => {
    const token = links.create(ann, 9_999);
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: token.length - 1 }),
        fc.constantFrom(...'Aa0-_.=+ é'),
        (at, letter) => {
          fc.pre(token[at] !== letter);
          const changed = token.slice(0, at) + letter + token.slice(at + 1);
          expect(links.open(changed, 0)).toEqual({ status: 'forged' });
        },
      ),
    );
  });

  it.each([
    ['nothing', ''],
    ['a word', 'mine'],
    ['another form', 't2.abc'],
    ['too much', `t1.${'a'.repeat(5_000)}`],
  ])('is not %s', (_what, token) => expect(links.open(token, 0)).toEqual({ status: 'unknown' }));

  it.each([
    ['no content', 't1.'],
    ['too little', 't1.AAAA'],
    ['padding', `${links.create(ann, 9)}=`],
  ])('with %s is forged', (_what, token) => expect(links.open(token, 0)).toEqual({ status: 'forged' }));

  it('names any conversation, whatever its name holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (name) => {
        fc.pre(name.trim() !== '' && Buffer.byteLength(name) <= 256 && !/[\u0000-\u001f\u007f]/.test(name));
        const conversation = userConversation(name);
        expect(links.open(links.create(conversation, 5), 1)).toMatchObject({ status: 'open', conversation });
      }),
    );
  });
});

describe('the id of a trip', () => {
  it('is always the same, and differs by conversation and secret', () => {
    const ids = [
      tripIdOf(ann, secret),
      tripIdOf(userConversation('bob'), secret),
      tripIdOf(ann, 'other'),
      tripIdOf(ann, undefined),
    ];
    expect(new Set(ids).size).toBe(4);
    expect(tripIdOf(ann, secret)).toBe(ids[0]);
    for (const id of ids) expect(id).toMatch(/^[\w-]{22}$/);
  });
});
