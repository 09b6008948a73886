import { type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { readJsonBody } from './read-body.js';

const request = (parts: (string | Buffer)[], headers: Record<string, string> = {}) =>
  Object.assign(Readable.from(parts.map((part) => Buffer.from(part))), {
    headers,
  }) as unknown as IncomingMessage;
const broken = () =>
  Object.assign(
    Readable.from(
      (async function* () {
        yield await Promise.resolve(Buffer.from('{'));
        throw new Error('aborted');
      })(),
    ),
    { headers: {} },
  ) as unknown as IncomingMessage;
const json = { 'content-type': 'application/json' };

describe('readJsonBody', () => {
  test('puts a body together whose characters are cut', async () => {
    const bytes = Buffer.from('{"message":"✈"}');
    expect(await readJsonBody(request([bytes.subarray(0, 13), bytes.subarray(13)], json), 100)).toEqual({
      text: '{"message":"✈"}',
    });
  });

  test.each([
    'application/json',
    'application/json; charset=utf-8',
    'Application/JSON',
    'application/vnd.x+json',
  ])('takes %s', async (type) => {
    expect(await readJsonBody(request(['{}'], { 'content-type': type }), 100)).toEqual({ text: '{}' });
  });

  test('says of a body that breaks off that it did', async () => {
    expect((await readJsonBody(broken(), 100)).refusal?.httpStatus).toBe(400);
  });

  test('takes a body of no named type', async () => {
    expect(await readJsonBody(request(['{}']), 100)).toEqual({ text: '{}' });
  });

  test.each([
    ['text', { 'content-type': 'text/plain' }, ['{}'], 415],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, ['{}'], 415],
    ['something that only begins like JSON', { 'content-type': 'application/jsonp' }, ['{}'], 415],
    ['a compressed body', { ...json, 'content-encoding': 'gzip' }, ['{}'], 415],
    ['a body that says it is too large', { ...json, 'content-length': '101' }, ['{}'], 413],
    ['a body that turns out too large', json, ['x'.repeat(60), 'x'.repeat(60)], 413],
    ['broken UTF-8', json, [Buffer.from([0x22, 0xff, 0x22])], 400],
  ])('refuses %s', async (_name, headers, parts, httpStatus) => {
    const { refusal } = await readJsonBody(
      request(parts as string[], headers as Record<string, string>),
      100,
    );
    expect(refusal?.httpStatus).toBe(httpStatus);
    expect(refusal?.fault.message).toMatch(/\w/);
  });
});
