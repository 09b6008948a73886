/** What the stand-in does with one request. */
export type Act =
  | { kind: 'text'; pieces: string[] }
  | { kind: 'tools'; calls: { name: string; args: unknown }[] }
  /** Answers with an HTTP error. */
  | { kind: 'status'; status: number; headers?: Record<string, string> }
  /** Takes the request and never answers. */
  | { kind: 'hang' }
  /** Sends pieces and then nothing more, leaving the stream open. */
  | { kind: 'stall'; pieces: string[] }
  /** Sends pieces and ends the stream without the closing marks. */
  | { kind: 'cut'; pieces: string[] }
  /** Sends a tool call whose arguments are not JSON. */
  | { kind: 'broken_tool'; name: string };

/** A request as the provider sees it. */
export interface CompletionRequest {
  model: string;
  stream?: boolean;
  messages: { role: string; content: unknown; tool_calls?: unknown[]; tool_call_id?: string }[];
  tools?: { type: string; function: { name: string; parameters?: unknown } }[];
  tool_choice?: unknown;
}

/** Says why a request would be refused by the real service, or `undefined` when it would be taken. */
export function requestFault(request: Partial<CompletionRequest>): string | undefined {
  if (typeof request.model !== 'string' || request.model === '') return 'you must provide a model parameter';
  if (!Array.isArray(request.messages) || request.messages.length === 0)
    return "'messages' must not be empty";
  const roles = new Set(['system', 'developer', 'user', 'assistant', 'tool']);
  const open = new Set<string>();
  for (const message of request.messages) {
    if (!roles.has(message.role)) return `'${message.role}' is not one of the roles`;
    if (message.role === 'tool' && !open.delete(message.tool_call_id ?? '')) {
      return "messages with role 'tool' must follow a message with 'tool_calls'";
    }
    if (message.role !== 'tool' && open.size > 0) return "'tool_calls' must be followed by tool messages";
    for (const call of message.tool_calls ?? []) open.add((call as { id: string }).id);
  }
  if (open.size > 0) return "'tool_calls' must be followed by tool messages";
  const badName = request.tools?.find((tool) => !/^[\w-]{1,64}$/.test(tool.function.name));
  return badName && `'${badName.function.name}' is not a function name`;
}
