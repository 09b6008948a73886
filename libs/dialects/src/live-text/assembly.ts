import { type LiveText, type TurnId } from '@travellite/protocol';

/** How many pieces that came too early are kept; more are dropped, the next checkpoint brings them back. */
const maxEarly = 64;

/**
 * The answer of the running turn, put together from live deltas and checkpoints that may come twice, late, in the wrong
 * order or not at all. Plain data; offsets are UTF-16 code units.
 */
export interface TextAssembly {
  turn: TurnId | undefined;
  /** Highest claim seen; what an older one wrote is void. */
  fence: number;
  /** The turn that claim was for. */
  claimed: TurnId | undefined;
  text: string;
  /** The last turn that ended: nothing of it is new. */
  ended: TurnId | undefined;
  /** Attempts that live deltas began before their `text_reset` came. */
  resetsAhead: number;
  early: LiveText[] | undefined;
}

export const createTextAssembly = (): TextAssembly => ({
  turn: undefined,
  fence: 0,
  claimed: undefined,
  text: '',
  ended: undefined,
  resetsAhead: 0,
  early: undefined,
});

/** A turn begins, or a reader joins in the middle of it and knows `text` already. */
export function beginText(assembly: TextAssembly, turn: TurnId, text = ''): void {
  if (assembly.turn === turn && assembly.text.length >= text.length) return;
  assembly.turn = turn;
  assembly.text = text;
  assembly.resetsAhead = 0;
  assembly.early = undefined;
}

/** A turn ended; whatever still comes of it is late. */
export function endText(assembly: TextAssembly, turn: TurnId): void {
  assembly.ended = turn;
  if (assembly.turn !== turn) return;
  assembly.turn = undefined;
  assembly.text = '';
  assembly.early = undefined;
}

export interface Added {
  /** What is new; empty when nothing is. */
  delta: string;
  /** Where it begins. */
  offset: number;
  /** What was streamed before is void: another attempt began. */
  reset: boolean;
}

const nothing: Added = { delta: '', offset: 0, reset: false };

/** Takes a live delta and says what of it is new. */
export function addLive(assembly: TextAssembly, live: LiveText): Added {
  if (live.fence < assembly.fence || live.turn === assembly.ended) return nothing;
  let reset = false;
  if (live.fence > assembly.fence) {
    reset = newClaim(assembly, live);
  } else if (live.turn !== assembly.turn) {
    return nothing;
  }
  if (live.offset > assembly.text.length) {
    assembly.early ??= [];
    if (assembly.early.length < maxEarly) assembly.early.push(live);
    return reset ? { delta: '', offset: 0, reset } : nothing;
  }
  const added = append(assembly, live.delta, live.offset);
  return reset ? { ...added, reset } : added;
}

/** The first delta of a claim. Another claim of the same turn is another attempt, which writes from the start. */
function newClaim(assembly: TextAssembly, live: LiveText): boolean {
  const again = assembly.claimed === live.turn && assembly.turn === live.turn;
  assembly.fence = live.fence;
  assembly.claimed = live.turn;
  if (live.turn !== assembly.turn) beginText(assembly, live.turn);
  if (!again) return false;
  assembly.resetsAhead += 1;
  assembly.early = undefined;
  const had = assembly.text !== '';
  assembly.text = '';
  return had;
}

/** Takes a durable checkpoint and says what of it is new. */
export function addCheckpoint(
  assembly: TextAssembly,
  turn: TurnId,
  piece: { delta: string; offset: number },
): Added {
  if (turn === assembly.ended) return nothing;
  if (turn !== assembly.turn) beginText(assembly, turn);
  return piece.offset > assembly.text.length ? nothing : append(assembly, piece.delta, piece.offset);
}

/** Takes a durable `text_reset`. `true`: what was streamed is void; `false`: known already. */
export function resetText(assembly: TextAssembly, turn: TurnId): boolean {
  if (turn !== assembly.turn) return false;
  if (assembly.resetsAhead > 0) {
    assembly.resetsAhead -= 1;
    return false;
  }
  const had = assembly.text !== '';
  assembly.text = '';
  assembly.early = undefined;
  return had;
}

function append(assembly: TextAssembly, delta: string, offset: number): Added {
  const from = assembly.text.length;
  const fresh = offset === from ? delta : delta.slice(from - offset);
  if (fresh === '') return nothing;
  assembly.text += fresh;
  // Cutting the whole text again for every delta would make long answers quadratic.
  if (!assembly.early) return { delta: fresh, offset: from, reset: false };
  takeEarly(assembly, assembly.early);
  return { delta: assembly.text.slice(from), offset: from, reset: false };
}

function takeEarly(assembly: TextAssembly, early: LiveText[]): void {
  early.sort((a, b) => a.offset - b.offset);
  let left = 0;
  while (left < early.length && (early[left]?.offset ?? 0) <= assembly.text.length) {
    const { delta, offset } = early[left] as LiveText;
    assembly.text += delta.slice(assembly.text.length - offset);
    left += 1;
  }
  assembly.early = left === early.length ? undefined : early.slice(left);
}
