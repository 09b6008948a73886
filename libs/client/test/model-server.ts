import {
  type CanonicalEvent,
  type EventBody,
  type NativeServerFrame,
  type TurnId,
} from '@travellite/protocol';
import { event, live, message, snapshot, welcome } from './frames.js';
import { type FakeSocket } from './fake-socket.js';

/** One conversation as a server keeps it: every accepted turn once, a dense log, and an answer for each turn. */
export class ModelServer {
  readonly accepted: { id: TurnId; text: string }[] = [];
  #log: CanonicalEvent[] = [];
  #epoch = 1;
  /** Events before this number are no longer kept. */
  #keptFrom = 1;

  /** Lets a socket in, as its URL asks. */
  welcome(socket: FakeSocket): void {
    const query = new URL(socket.url).searchParams;
    socket.tell('open');
    socket.frame(welcome(this.#epoch, this.#log.length));
    const seq = query.get('seq');
    if (seq === null) return socket.frame(this.#snapshot());
    if (Number(query.get('epoch')) !== this.#epoch) return this.#gap(socket, 'epoch_changed');
    if (Number(seq) + 1 < this.#keptFrom) return this.#gap(socket, 'trimmed');
    for (const missed of this.#log.slice(Number(seq))) socket.frame(missed);
    socket.frame({ type: 'replayed', to: this.#log.length });
  }

  /** Takes the messages a socket sent and answers those that `ack` lets through. */
  read(socket: FakeSocket, ack: (id: TurnId) => boolean): void {
    for (const command of socket.sent.splice(0)) {
      if (command['type'] === 'ping') socket.frame({ type: 'pong', id: String(command['id']) });
      if (command['type'] !== 'user_message') continue;
      const id = String(command['id']);
      const known = this.accepted.some((turn) => turn.id === id);
      if (!known) this.#accept(socket, id, String(command['text']));
      if (ack(id)) socket.frame({ type: 'ack', id, status: known ? 'duplicate' : 'accepted' });
    }
  }

  forgetOldEvents(): void {
    this.#keptFrom = this.#log.length + 1;
  }

  raiseEpoch(): void {
    this.#epoch++;
    this.#log = this.#log.map((one) => ({ ...one, epoch: this.#epoch }));
  }

  #accept(socket: FakeSocket, id: TurnId, text: string): void {
    this.accepted.push({ id, text });
    const answer = `You said: ${text}`;
    const bodies: EventBody[] = [
      { type: 'message', message: message(text) },
      { type: 'turn_started' },
      { type: 'response', text: answer },
      { type: 'done', status: 'complete' },
    ];
    for (const body of bodies) {
      if (body.type === 'response') socket.frame(live(id, 0, answer));
      this.#emit(socket, id, body);
    }
  }

  #emit(socket: FakeSocket, id: TurnId, body: EventBody): void {
    const next = event(this.#log.length + 1, id, body, this.#epoch);
    this.#log.push(next);
    socket.frame(next);
  }

  #gap(socket: FakeSocket, reason: 'epoch_changed' | 'trimmed'): void {
    socket.frame({ type: 'gap', reason });
    socket.frame(this.#snapshot());
  }

  #snapshot(): NativeServerFrame {
    const history = this.accepted.flatMap(({ id, text }) => [
      { turn: id, role: 'user' as const, text, ts: 1 },
      { turn: id, role: 'assistant' as const, text: `You said: ${text}`, ts: 2 },
    ]);
    return snapshot({ epoch: this.#epoch, seq: this.#log.length, view: { history } });
  }
}
