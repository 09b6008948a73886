import {
  AIMessage,
  type BaseMessage,
  HumanMessage,
  SystemMessage,
  ToolMessage,
} from '@langchain/core/messages';
import { requestFault } from '@travellite/test-servers';
import fc from 'fast-check';
import { soundMessages } from './sound-messages.js';

const call = (id: string) => ({
  id,
  name: 'searchFlights',
  args: { to: 'Paris' },
  type: 'tool_call' as const,
});
const result = (id: string) => new ToolMessage({ tool_call_id: id, content: '[]' });
const calls = (text: string, ...ids: string[]) => new AIMessage({ content: text, tool_calls: ids.map(call) });
const hello = new HumanMessage('hello');

/** As the provider would be sent them, as far as its rules about calls go. */
const onTheWire = (messages: readonly BaseMessage[]) =>
  messages.map((message) => ({
    role: { human: 'user', ai: 'assistant', system: 'system', tool: 'tool' }[message.type as 'ai'],
    content: message.content,
    ...(AIMessage.isInstance(message) && message.tool_calls?.length
      ? { tool_calls: message.tool_calls }
      : {}),
    ...(ToolMessage.isInstance(message) ? { tool_call_id: message.tool_call_id } : {}),
  }));
const faultOf = (messages: readonly BaseMessage[]) =>
  requestFault({ model: 'm', messages: onTheWire(messages) });

const shape = (messages: readonly BaseMessage[]) =>
  messages.map((message) =>
    ToolMessage.isInstance(message)
      ? `result ${message.tool_call_id}`
      : [
          message.type,
          ...((AIMessage.isInstance(message) && message.tool_calls) || []).map(({ id }) => id),
        ].join(' '),
  );

describe('messages for a provider', () => {
  it.each<[string, BaseMessage[], string[]]>([
    ['a call whose result never came', [hello, calls('', 'a'), hello], ['human', 'human']],
    ['a call at the very end', [hello, calls('', 'a')], ['human']],
    ['a result without a call', [hello, result('a'), hello], ['human', 'human']],
    ['one of two calls without a result', [calls('', 'a', 'b'), result('b')], ['ai b', 'result b']],
    ['a result that comes after something else was said', [calls('', 'a'), hello, result('a')], ['human']],
    ['a second result of one call', [calls('', 'a'), result('a'), result('a')], ['ai a', 'result a']],
    [
      'results in another order than their calls',
      [calls('', 'a', 'b'), result('b'), result('a')],
      ['ai a b', 'result a', 'result b'],
    ],
    ['what was said beside a lost call', [calls('One moment.', 'a'), hello], ['ai', 'human']],
  ])('leave out or mend %s', (_what, given, expected) => {
    const sound = soundMessages(given);
    expect(shape(sound)).toEqual(expected);
    expect(faultOf([hello, ...sound])).toBeUndefined();
  });

  it('lose the provider’s own form of a call as well', () => {
    const raw = new AIMessage({
      content: 'Looking.',
      additional_kwargs: {
        tool_calls: [{ id: 'a', type: 'function', function: { name: 'x', arguments: '{}' } }],
      },
    });
    const [said] = soundMessages([raw]);
    expect(said).toMatchObject({ content: 'Looking.', additional_kwargs: {} });
  });

  const anyMessage = fc.oneof(
    fc.string().map((text) => new HumanMessage(text)),
    fc.string().map((text) => new SystemMessage(text)),
    fc
      .record({
        text: fc.constantFrom('', 'Well.'),
        ids: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }),
      })
      .map(({ text, ids }) => calls(text, ...ids)),
    fc.constantFrom('a', 'b', 'c', 'd').map(result),
  );

  it('are accepted whatever was left of earlier turns, and nothing that was said is lost', () => {
    fc.assert(
      fc.property(fc.array(anyMessage, { maxLength: 12 }), (left) => {
        const sound = soundMessages(left);
        expect(faultOf([hello, ...sound])).toBeUndefined();
        const said = (messages: readonly BaseMessage[]) =>
          messages
            .filter((message) => message.type !== 'tool' && (message.type !== 'ai' || message.content !== ''))
            .map(({ content }) => content);
        expect(said(sound)).toEqual(said(left));
      }),
    );
  });

  it('are left alone when nothing is amiss', () => {
    const good = [
      new SystemMessage('rules'),
      hello,
      calls('', 'a', 'b'),
      result('a'),
      result('b'),
      new AIMessage('done'),
    ];
    expect(shape(soundMessages(good))).toEqual(shape(good));
    expect(shape(soundMessages(soundMessages(good)))).toEqual(shape(good));
  });
});
