import { type CanonicalEvent, type TurnId } from '@travellite/protocol';

/** Hears every event of its turn; for answers that are collected instead of streamed. */
export type TurnListener = (event: CanonicalEvent) => void;

/** `lost`: nobody can say any more how the turn ended. */
export type TurnEnd = 'done' | 'lost';

interface Wait {
  onEvent: TurnListener | undefined;
  resolve: (end: TurnEnd) => void;
}

/** Requests of one conversation that wait for the end of their turn. */
export class TurnWaits {
  private readonly waits = new Map<TurnId, Wait>();

  /** Ask before submitting the turn. `onEvent` hears its events on the way. */
  end(turn: TurnId, onEvent?: TurnListener): Promise<TurnEnd> {
    return new Promise((resolve) => this.waits.set(turn, { onEvent, resolve }));
  }

  tell(event: CanonicalEvent): void {
    const wait = this.waits.get(event.turn);
    if (!wait) return;
    wait.onEvent?.(event);
    if (event.type !== 'done') return;
    this.waits.delete(event.turn);
    wait.resolve('done');
  }

  /** Nobody waits for this turn any more. */
  forget(turn: TurnId): void {
    this.waits.delete(turn);
  }

  /** Nothing more will be heard. */
  loseAll(): void {
    for (const { resolve } of this.waits.values()) resolve('lost');
    this.waits.clear();
  }
}
