import fc from 'fast-check';
import { connectionUrl } from './address.js';

describe('the address of a connection', () => {
  it.each([
    [{ url: 'ws://h/ws' }, undefined, 'ws://h/ws'],
    [{ url: 'ws://h/ws', userId: 'ada' }, undefined, 'ws://h/ws?userId=ada'],
    [{ url: 'ws://h/ws', userId: 'ada' }, { epoch: 2, seq: 7 }, 'ws://h/ws?userId=ada&epoch=2&seq=7'],
    [{ url: 'ws://h/ws', userId: 'ada' }, { epoch: 0, seq: 0 }, 'ws://h/ws?userId=ada&epoch=0&seq=0'],
    [{ url: 'https://h:8443/x/ws' }, undefined, 'wss://h:8443/x/ws'],
    [{ url: 'http://h/ws?tenant=7' }, { epoch: 1, seq: 1 }, 'ws://h/ws?tenant=7&epoch=1&seq=1'],
    [{ url: 'ws://h/ws', query: { token: 'a b&c' } }, undefined, 'ws://h/ws?token=a+b%26c'],
  ])('%j at %j', (address, position, url) => {
    expect(connectionUrl(address, position)).toBe(url);
  });

  it('carries any name and any position unharmed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), fc.nat(), (userId, epoch, seq) => {
        const { searchParams } = new URL(connectionUrl({ url: 'ws://h/ws', userId }, { epoch, seq }));
        expect(searchParams.get('userId')).toBe(userId.toWellFormed());
        expect([searchParams.get('epoch'), searchParams.get('seq')]).toEqual([String(epoch), String(seq)]);
      }),
    );
  });

  it('does not lose a name in the address it was given', () => {
    expect(connectionUrl({ url: 'ws://h/ws?userId=old', userId: 'new' })).toBe('ws://h/ws?userId=new');
    expect(connectionUrl({ url: 'ws://h/ws?userId=old' })).toBe('ws://h/ws?userId=old');
  });

  it('refuses what is no address', () => {
    expect(() => connectionUrl({ url: '/ws' })).toThrow('Invalid URL');
  });
});
