import { AIMessageChunk } from '@langchain/core/messages';
import fc from 'fast-check';
import { closingParts, textOf, toolCallsOf } from './parts.js';

const bound = new Set(['searchFlights']);
const chunk = (calls: { name?: string; args?: string; id?: string; index?: number }[]) =>
  new AIMessageChunk({
    content: '',
    tool_call_chunks: calls.map((call) => ({ type: 'tool_call_chunk', ...call })),
  });

describe('the text of a chunk', () => {
  it.each([
    ['a string', 'Hello', 'Hello'],
    [
      'blocks, of which some are text',
      [
        { type: 'text', text: 'Hel' },
        { type: 'image_url', image_url: 'x' },
        { type: 'text', text: 'lo' },
      ],
      'Hello',
    ],
    ['nothing', '', ''],
  ])('is read from %s', (_what, content, text) => {
    expect(textOf(new AIMessageChunk({ content: content as string }))).toBe(text);
  });
});

describe('tool calls of a whole answer', () => {
  it.each([
    [
      'a bound tool with an object',
      [{ name: 'searchFlights', args: '{"to":"Rome"}', id: 'a' }],
      [{ id: 'a', name: 'searchFlights', args: { to: 'Rome' } }],
    ],
    [
      'no arguments at all',
      [{ name: 'searchFlights', args: '', id: 'a' }],
      [{ id: 'a', name: 'searchFlights', args: {} }],
    ],
    ['no id', [{ name: 'searchFlights', args: '{}' }], [{ id: 'call_1', name: 'searchFlights', args: {} }]],
    [
      'an id given twice',
      [
        { name: 'searchFlights', args: '{}', id: 'a' },
        { name: 'searchFlights', args: '{"x":1}', id: 'a' },
      ],
      [{ id: 'a', name: 'searchFlights', args: {} }],
    ],
    ['another tool', [{ name: 'deleteAll', args: '{}', id: 'a' }], []],
    ['half a text', [{ name: 'searchFlights', args: '{"to": "Ro', id: 'a' }], []],
    ['a list', [{ name: 'searchFlights', args: '[1]', id: 'a' }], []],
    ['null', [{ name: 'searchFlights', args: 'null', id: 'a' }], []],
  ])('with %s', (_what, calls, expected) => {
    expect(toolCallsOf(chunk(calls), bound)).toEqual(expected);
  });

  it('are each of a bound tool, with an object and an id of its own, whatever a provider sends', () => {
    const call = fc.record({
      name: fc.constantFrom('searchFlights', 'other', ''),
      args: fc.oneof(fc.json(), fc.string()),
      id: fc.option(fc.constantFrom('', 'a', 'b'), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(call, { maxLength: 6 }), (calls) => {
        const found = toolCallsOf(chunk(calls), bound);
        expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
        for (const { name, args, id } of found) {
          expect([name, typeof args, Array.isArray(args), id !== '']).toEqual([
            'searchFlights',
            'object',
            false,
            true,
          ]);
        }
      }),
    );
  });
});

it('usage comes last, and only when it was counted', () => {
  const counted = new AIMessageChunk({
    content: '',
    usage_metadata: { input_tokens: 5, output_tokens: 2, total_tokens: 7 },
  });
  expect(closingParts(counted, bound)).toEqual([{ type: 'usage', inputTokens: 5, outputTokens: 2 }]);
  expect(closingParts(new AIMessageChunk({ content: '' }), bound)).toEqual([]);
  expect(closingParts(undefined, bound)).toEqual([]);
});
