/** What a message asks the trial agent to do. */
export interface TrialScript {
  /** Durable stage events before the answer. */
  steps: number;
  /** Pieces of the streamed answer. */
  chunks: number;
  /** Characters of the answer besides the message's own id. */
  length: number;
  /** How long the turn works, in ms, spread over its steps and chunks. */
  takesMs: number;
  /**
   * `ok` commits. `refused` throws what another try cannot heal, `failed` what one might (so it is tried until it is given up),
   * and `dies` ends the process.
   */
  ends: 'ok' | 'refused' | 'failed' | 'dies';
}

const usual: TrialScript = { steps: 1, chunks: 4, length: 80, takesMs: 0, ends: 'ok' };
const most = { steps: 100, chunks: 1_000, length: 1_000_000, takesMs: 600_000 } as const;
const endings: readonly string[] = ['ok', 'refused', 'failed', 'dies'] satisfies TrialScript['ends'][];

/**
 * Reads `steps=2 chunks=10 length=1000 takesMs=200 ends=failed`, in any order, each word optional; whatever else the text
 * says is no instruction. Numbers are cut to what the agent does at most.
 */
export function parseTrialScript(text: string): TrialScript {
  const script = { ...usual };
  for (const [, key, value] of text.matchAll(/(\w+)=(\w+)/g)) {
    if (key === 'ends' && endings.includes(value ?? '')) script.ends = value as TrialScript['ends'];
    if (key === 'steps' || key === 'chunks' || key === 'length' || key === 'takesMs') {
      if (/^\d+$/.test(value ?? '')) script[key] = Math.min(Number(value), most[key]);
    }
  }
  return script;
}
