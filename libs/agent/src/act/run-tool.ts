import { ToolMessage } from '@langchain/core/messages';
import { type StructuredToolInterface } from '@langchain/core/tools';
import { type ModelToolCall } from '@travellite/model';
import { z } from 'zod';

/** What came of one tool call. */
export type ToolOutcome = { ok: true; results: unknown[] } | { ok: false; code: string };

const failureSchema = z.object({ error: z.object({ code: z.string() }) });

/** Longest a search may take before the turn goes on without it, in ms. */
const patienceMs = 20_000;

/** Runs one call. Rejects only when the turn was stopped; anything else is an outcome. */
export async function runTool(
  tool: StructuredToolInterface,
  { id, name, args }: ModelToolCall,
  signal: AbortSignal,
): Promise<ToolOutcome> {
  const late = AbortSignal.timeout(patienceMs);
  try {
    const answer: unknown = await tool.invoke(
      { type: 'tool_call', id, name, args },
      { signal: AbortSignal.any([signal, late]) },
    );
    return readOutcome(answer);
  } catch {
    signal.throwIfAborted();
    // Wrong arguments, a timeout, a fault in the tool: the person hears that the search did not work either way.
    return { ok: false, code: late.aborted ? 'timeout' : 'tool_failed' };
  }
}

function readOutcome(answer: unknown): ToolOutcome {
  const content: unknown = ToolMessage.isInstance(answer) ? answer.content : answer;
  if (typeof content !== 'string') return { ok: false, code: 'tool_failed' };
  const value: unknown = JSON.parse(content);
  const failure = failureSchema.safeParse(value);
  if (failure.success) return { ok: false, code: failure.data.error.code };
  return { ok: true, results: Array.isArray(value) ? value : [value] };
}
