/**
 * One turn's streamed answer, put together from pieces that may come twice, late, out of order or not at all.
 *
 * Every piece carries the fence of the claim that wrote it: a higher one begins the text anew, a lower one is of an attempt
 * that was given up. `response` holds the whole text at the end. Whatever the way there, the text shown is always a
 * beginning of one attempt's text, and after `finishText` it is the answer.
 */
export interface TextAssembly {
  /** The gapless beginning. Offsets and lengths are UTF-16 code units. */
  readonly text: string;
  /** Pieces that begin after a hole, by offset. */
  readonly ahead: readonly Piece[];
  /** The newest claim seen; 0 before the first. */
  readonly fence: number;
  /** The text began with a snapshot, which does not tell its claim. */
  readonly unclaimed: boolean;
  readonly final: boolean;
}

interface Piece {
  readonly offset: number;
  readonly delta: string;
}

/** A piece as it arrives. Without a fence it belongs to the claim at hand. */
export interface ClaimedPiece extends Piece {
  readonly fence?: number;
}

/** Units kept beyond a hole; a checkpoint brings what had to be dropped. */
const maxAhead = 64 * 1_024;

export const emptyText: TextAssembly = { text: '', ahead: [], fence: 0, unclaimed: false, final: false };

/** Starts from text known to be the beginning, as a snapshot gives it. */
export const textSoFar = (text: string): TextAssembly => ({ ...emptyText, text, unclaimed: text !== '' });

function extend(text: string, piece: Piece): string | undefined {
  if (piece.offset > text.length) return undefined;
  return text + piece.delta.slice(text.length - piece.offset);
}

function place(assembly: TextAssembly, { offset, delta }: Piece): TextAssembly {
  let text = extend(assembly.text, { offset, delta });
  if (text === undefined) {
    const known = assembly.ahead.some((one) => one.offset === offset && one.delta.length >= delta.length);
    const size = assembly.ahead.reduce((sum, one) => sum + one.delta.length, delta.length);
    if (known || size > maxAhead) return assembly;
    const ahead = [...assembly.ahead, { offset, delta }].sort((a, b) => a.offset - b.offset);
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

/** A live delta or a durable checkpoint. */
export function addPiece(assembly: TextAssembly, piece: ClaimedPiece): TextAssembly {
  const fence = piece.fence ?? assembly.fence;
  if (assembly.final || fence < assembly.fence) return assembly;
  const newClaim = assembly.fence > 0 && fence > assembly.fence;
  return place({ ...(newClaim ? emptyText : assembly), fence }, piece);
}

/** `text_reset`: what was streamed under an older claim is void. */
export function resetText(assembly: TextAssembly, fence = assembly.fence + 1): TextAssembly {
  if (assembly.final || fence < assembly.fence) return assembly;
  // A delta of this claim may have come before it, and has begun the text anew already.
  if (fence === assembly.fence && !assembly.unclaimed) return assembly;
  return { ...emptyText, fence };
}

/** `response`: the whole answer; whatever comes later changes nothing. */
export const finishText = (text: string): TextAssembly => ({ ...emptyText, text, final: true });

/** The text to show: never half a surrogate pair. */
export function shownText({ text }: TextAssembly): string {
  return /[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text;
}
