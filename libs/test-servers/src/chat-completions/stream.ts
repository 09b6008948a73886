import { type Act } from './script.js';

type Chunk = Record<string, unknown>;

const envelope = (model: string, choices: unknown[], more: Chunk = {}): Chunk => ({
  id: 'chatcmpl-test',
  object: 'chat.completion.chunk',
  created: 1_780_000_000,
  model,
  choices,
  ...more,
});

const delta = (model: string, content: Chunk, finish: string | null = null) =>
  envelope(model, [{ index: 0, delta: content, finish_reason: finish, logprobs: null }]);

export const usage = { prompt_tokens: 120, completion_tokens: 34, total_tokens: 154 };

/** The chunks of a streamed completion, in the order and with the marks the service documents. */
export function streamChunks(model: string, act: Act): Chunk[] {
  const opening = delta(model, { role: 'assistant', content: '' });
  switch (act.kind) {
    case 'text':
      return [opening, ...words(model, act.pieces), delta(model, {}, 'stop'), envelope(model, [], { usage })];
    case 'stall':
    case 'cut':
      return [opening, ...words(model, act.pieces)];
    case 'tools':
      return [
        opening,
        ...act.calls.flatMap((call, index) => toolChunks(model, index, call.name, JSON.stringify(call.args))),
        delta(model, {}, 'tool_calls'),
        envelope(model, [], { usage }),
      ];
    case 'broken_tool':
      return [opening, ...toolChunks(model, 0, act.name, '{"from": '), delta(model, {}, 'tool_calls')];
    default:
      return [];
  }
}

const words = (model: string, pieces: string[]) => pieces.map((content) => delta(model, { content }));

/** Arguments come in pieces, the name only with the first. */
function toolChunks(model: string, index: number, name: string, args: string): Chunk[] {
  const half = Math.ceil(args.length / 2);
  const call = (fields: Chunk) => delta(model, { tool_calls: [{ index, ...fields }] });
  return [
    call({ id: `call_${index}_${name}`, type: 'function', function: { name, arguments: '' } }),
    call({ function: { arguments: args.slice(0, half) } }),
    call({ function: { arguments: args.slice(half) } }),
  ];
}

/** The same as one JSON answer, for requests without `stream`. */
export function wholeCompletion(model: string, act: Act): Chunk {
  const message: Chunk = { role: 'assistant', content: act.kind === 'text' ? act.pieces.join('') : null };
  if (act.kind === 'tools') {
    message['tool_calls'] = act.calls.map(({ name, args }, index) => ({
      id: `call_${index}_${name}`,
      type: 'function',
      function: { name, arguments: JSON.stringify(args) },
    }));
  }
  const finish = act.kind === 'tools' ? 'tool_calls' : 'stop';
  const choices = [{ index: 0, message, finish_reason: finish, logprobs: null }];
  return { ...envelope(model, choices, { usage }), object: 'chat.completion' };
}
