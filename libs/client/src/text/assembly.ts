/**
 * One turn's streamed answer, put together from pieces that may come twice, late, out of order or not at all.
 *
 * Live deltas carry the fence of the claim that wrote them, checkpoints are durable and come in order, and `response`
 * holds the whole text at the end. Whatever the way there, the text shown is always a beginning of the attempt's text,
 * and after `finishText` it is the answer.
 */
export interface TextAssembly {
  /** The gapless beginning. Offsets and lengths are UTF-16 code units. */
  readonly text: string;
  /** Pieces that begin after a hole, by offset. */
  readonly ahead: readonly Piece[];
  /** Claim of the newest live delta; 0 before the first. */
  readonly fence: number;
  /** Live deltas of a lower claim are of an attempt that was given up. */
  readonly minFence: number;
  /** A newer claim's delta came before its `text_reset`. */
  readonly resetSeen: boolean;
  readonly final: boolean;
}

interface Piece {
  readonly offset: number;
  readonly delta: string;
}

/** Units kept beyond a hole; a checkpoint brings what had to be dropped. */
const maxAhead = 64 * 1_024;

export const emptyText: TextAssembly = {
  text: '',
  ahead: [],
  fence: 0,
  minFence: 0,
  resetSeen: false,
  final: false,
};

/** Starts from text known to be the beginning, as a snapshot gives it. */
export const textSoFar = (text: string): TextAssembly => ({ ...emptyText, text });

function extend(text: string, piece: Piece): string | undefined {
  if (piece.offset > text.length) return undefined;
  return text + piece.delta.slice(text.length - piece.offset);
}

function place(assembly: TextAssembly, piece: Piece): TextAssembly {
  let text = extend(assembly.text, piece);
  if (text === undefined) {
    const known = assembly.ahead.some(
      (p) => p.offset === piece.offset && p.delta.length >= piece.delta.length,
    );
    const size = assembly.ahead.reduce((sum, p) => sum + p.delta.length, piece.delta.length);
    if (known || size > maxAhead) return assembly;
    const ahead = [...assembly.ahead, piece].sort((a, b) => a.offset - b.offset);
    return { ...assembly, ahead };
  }
  const ahead: Piece[] = [];
  for (const later of assembly.ahead) {
    const longer = extend(text, later);
    if (longer === undefined) ahead.push(later);
    else text = longer;
  }
  return { ...assembly, text, ahead };
}

/** A live delta. One of a newer claim begins the text anew. */
export function addDelta(
  assembly: TextAssembly,
  { fence, offset, delta }: Piece & { fence: number },
): TextAssembly {
  if (assembly.final || fence < assembly.fence || fence < assembly.minFence) return assembly;
  const newClaim = assembly.fence > 0 && fence > assembly.fence;
  const base = newClaim ? { ...emptyText, resetSeen: true } : assembly;
  return place({ ...base, fence, minFence: fence }, { offset, delta });
}

/** A durable checkpoint. While a reset is still to come it belongs to the attempt that was given up. */
export function addCheckpoint(assembly: TextAssembly, piece: Piece): TextAssembly {
  return assembly.final || assembly.resetSeen ? assembly : place(assembly, piece);
}

/** `text_reset`: what was streamed is void. */
export function resetText(assembly: TextAssembly): TextAssembly {
  if (assembly.final) return assembly;
  if (assembly.resetSeen) return { ...assembly, resetSeen: false };
  return { ...emptyText, minFence: assembly.fence + 1 };
}

/** `response`: the whole answer; whatever comes later changes nothing. */
export const finishText = (text: string): TextAssembly => ({ ...emptyText, text, final: true });

/** The text to show: never half a surrogate pair. */
export function shownText({ text }: TextAssembly): string {
  return /[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text;
}
