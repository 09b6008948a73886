import { type CanonicalEvent, type LiveText, type TurnId } from '@travellite/protocol';
import { EndedTurns } from './ended-turns.js';

/** What the text of an answer does next: it grows by a piece, or all of it is void. */
export type TextStep = { kind: 'append'; turn: TurnId; text: string } | { kind: 'reset'; turn: TurnId };

/** Where a reader that joins in the middle of an answer begins: a snapshot's `running`. */
export interface RunningText {
  turn: TurnId;
  text: string;
  fence: number;
}

interface Piece {
  offset: number;
  delta: string;
}

/** Pieces that wait for what comes before them; the next checkpoint brings more than is dropped. */
const maxHeld = 1000;

/**
 * Joins live deltas and durable checkpoints to one text that grows without hole or repetition. Deltas may be doubled, lost or out
 * of order, and may come from a claim that was replaced; checkpoints and the `response` fill what is missing.
 */
export class TextJoiner {
  private turn: TurnId | undefined;
  private text: string;
  /** The newest claim heard of in this conversation: fences only grow. */
  private fence: number;
  private held: Piece[] = [];
  private readonly ended = new EndedTurns();

  constructor(running?: RunningText) {
    this.turn = running?.turn;
    this.text = running?.text ?? '';
    this.fence = running?.fence ?? 0;
  }

  /** The answer at work, with its text so far. */
  get running(): RunningText | undefined {
    const { turn, text, fence } = this;
    return turn === undefined || this.ended.has(turn) ? undefined : { turn, text, fence };
  }

  live(delta: LiveText): TextStep[] {
    return this.piece(delta.turn, delta.fence, delta);
  }

  event(event: CanonicalEvent): TextStep[] {
    switch (event.type) {
      case 'turn_started':
        this.enter(event.turn);
        return [];
      case 'text':
        return this.piece(event.turn, event.fence ?? this.fence, event);
      case 'text_reset':
        this.enter(event.turn);
        return this.claimedAgain(event.fence ?? this.fence + 1);
      case 'response':
        this.enter(event.turn);
        return this.whole(event.text);
      case 'done':
        this.ended.add(event.turn);
        this.held = [];
        return [];
      default:
        return [];
    }
  }

  private piece(turn: TurnId, fence: number, piece: Piece): TextStep[] {
    if (this.ended.has(turn) || fence < this.fence) return [];
    this.enter(turn);
    return [...this.claimedAgain(fence), ...this.place(piece)];
  }

  private enter(turn: TurnId): void {
    if (turn === this.turn) return;
    this.turn = turn;
    this.text = '';
    this.held = [];
  }

  /** What an older claim said is void. Nothing happens under the claim that is known, whoever told of it first. */
  private claimedAgain(fence: number): TextStep[] {
    if (fence <= this.fence) return [];
    this.fence = fence;
    return this.reset();
  }

  private reset(): TextStep[] {
    const wasEmpty = this.text === '';
    this.text = '';
    this.held = [];
    return wasEmpty || this.turn === undefined ? [] : [{ kind: 'reset', turn: this.turn }];
  }

  private whole(text: string): TextStep[] {
    const steps = text.startsWith(this.text) ? [] : this.reset();
    return [...steps, ...this.place({ offset: 0, delta: text })];
  }

  private place(piece: Piece): TextStep[] {
    if (piece.offset > this.text.length) {
      if (this.held.length < maxHeld) this.held.push({ offset: piece.offset, delta: piece.delta });
      return [];
    }
    const fresh = piece.delta.slice(this.text.length - piece.offset);
    if (fresh === '' || this.turn === undefined) return [];
    this.text += fresh;
    const step: TextStep = { kind: 'append', turn: this.turn, text: fresh };
    return this.held.length === 0 ? [step] : [step, ...this.placeHeld()];
  }

  private placeHeld(): TextStep[] {
    const at = this.held.findIndex(({ offset }) => offset <= this.text.length);
    const [piece] = at < 0 ? [] : this.held.splice(at, 1);
    if (piece === undefined) return [];
    const steps = this.place(piece);
    return steps.length > 0 ? steps : this.placeHeld();
  }
}
