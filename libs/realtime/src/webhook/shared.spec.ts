import { turnIdSchema } from '@travellite/protocol';
import fc from 'fast-check';
import { memberId, serviceId } from './event-id.js';
import { isOurs, readSaid, toMessageEvent } from './message-event.js';
import { headerOf, readJson, readText } from './read-body.js';
import { showsSecret } from './shared-secret.js';

const anyText = fc.string({ unit: 'binary' });

describe('ids of events', () => {
  it('are always fit for a turn, and the same for the same', () => {
    fc.assert(
      fc.property(anyText, (id) => {
        const made = serviceId(id);
        expect(made).toBe(serviceId(id));
        if (id === '') expect(made).toBeUndefined();
        else expect(turnIdSchema.safeParse(made).success).toBe(true);
      }),
    );
    expect([serviceId(undefined), memberId('r', 'u', undefined, 't'), memberId('r', 'u', '', 't')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('of members differ as soon as room, member, id or text differ, wherever the border between them is', () => {
    fc.assert(
      fc.property(
        fc.tuple(anyText, anyText, anyText, anyText),
        fc.tuple(anyText, anyText, anyText, anyText),
        (a, b) => {
          const same = a.every((part, at) => part === b[at]);
          if (a[2] === '' || b[2] === '') return;
          expect(memberId(...a) === memberId(...b)).toBe(same);
        },
      ),
    );
    expect(memberId('ab', 'c', '1', 'x')).not.toBe(memberId('a', 'bc', '1', 'x'));
    expect(memberId('a', 'b', '1', 'hello')).not.toBe(memberId('a', 'b', '1', 'and now?'));
  });
});

describe('bodies', () => {
  it('text that can be encoded comes back byte for byte', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(readText(new TextEncoder().encode(text))).toEqual({ text });
      }),
    );
  });

  it('broken bytes are refused, not replaced', () => {
    for (const bytes of [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80]]) {
      expect(readText(Uint8Array.from(bytes))).toMatchObject({ fault: { code: 'bad_frame' } });
    }
  });

  it('a limit holds to the byte', () => {
    expect(readText(new Uint8Array(256 * 1024))).toHaveProperty('text');
    expect(readText(new Uint8Array(256 * 1024 + 1))).toMatchObject({ fault: { code: 'too_large' } });
  });

  it('JSON is read or not', () => {
    expect(readJson('{"a":1}')).toEqual({ json: { a: 1 } });
    for (const text of ['', '{', 'undefined', "{'a':1}", '{"a":1}x']) {
      expect(readJson(text)).toMatchObject({ fault: { code: 'bad_frame' } });
    }
  });

  it('headers count when there is one of them', () => {
    expect(headerOf({ a: 'x', b: ['y'], c: ['y', 'z'], d: [] }, 'a')).toBe('x');
    expect(headerOf({ b: ['y'] }, 'b')).toBe('y');
    for (const headers of [{}, { c: ['y', 'z'] }, { c: [] }]) expect(headerOf(headers, 'c')).toBeUndefined();
  });
});

describe('secrets', () => {
  it('are believed when they are one of ours, whatever they hold', () => {
    fc.assert(
      fc.property(
        fc.array(
          anyText.filter((text) => text !== ''),
          { minLength: 1 },
        ),
        anyText,
        (secrets, given) => {
          expect(showsSecret({ 'x-webhook-secret': given }, secrets)).toBe(secrets.includes(given));
        },
      ),
    );
    expect(showsSecret({}, [])).toBe(true);
    expect(showsSecret({}, ['s'])).toBe(false);
  });
});

describe('what a member said', () => {
  it('is read from text or an object, and is never a fault', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        const said = readSaid(data);
        expect(typeof said.text).toBe('string');
        expect(typeof isOurs(said)).toBe('boolean');
      }),
    );
  });

  it('keeps what it needs of a message and nothing else', () => {
    expect(readSaid({ text: 'a', id: '1', name: 'Ann', type: 'message', url: 'http://127.0.0.1' })).toEqual({
      ...{ text: 'a', id: '1', name: 'Ann', type: 'message' },
    });
    expect(readSaid({ text: 7, id: 7, name: {}, type: [] })).toEqual({ text: '' });
  });

  it('is an event with a name that can be shown, or a refusal in words', () => {
    const about = { room: 'r', userId: 'u' };
    expect(toMessageEvent({ text: 'a', name: 'Ann' }, about)).toMatchObject({
      event: { author: { name: 'Ann' } },
    });
    expect(toMessageEvent({ text: 'a', name: 'A\nB' }, about)).toMatchObject({
      event: { author: { userId: 'u' } },
    });
    expect(toMessageEvent({ text: 'a' }, { ...about, room: ' ' })).toEqual({
      fault: { code: 'invalid', message: 'Room ID is empty' },
    });
  });
});
