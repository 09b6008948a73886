import { type CanonicalEvent, type TurnId } from '@travellite/protocol';
import { type Report } from './check-history.js';
import { type History } from './history.js';

/** Every event once and in order or a gap announced; one `done` a turn and nothing of it afterwards. */
export function checkEvents({ begin, sights, rest }: History, report: Report): void {
  const ends = new Ends(report);
  let { epoch, seq } = begin;
  let gaps = 0;
  for (const sight of sights) {
    if (sight.kind === 'gap') {
      // After a loss of data turns are worked again: what ended in the epoch before may end anew.
      if (sight.epoch !== epoch) ends.forget();
      ({ epoch, seq } = sight);
      gaps += 1;
    }
    if (sight.kind !== 'event') continue;
    const { event } = sight;
    // From the beginning of any epoch nothing can be missing.
    const fromBeginning = seq === 0 && event.seq === 1;
    if (event.epoch !== epoch && !fromBeginning)
      report('gap announced', `epoch ${event.epoch} came after ${epoch} unannounced`);
    else if (event.seq <= seq) report('event once', `${epoch}-${event.seq} came again`);
    else if (event.seq > seq + 1) report('event once', `${epoch}-${seq + 1} to ${event.seq - 1} never came`);
    ({ epoch, seq } = event);
    ends.take(event);
  }
  if (gaps > 0) return;
  const receipts = new Set(sights.flatMap((sight) => (sight.kind === 'receipt' ? [sight.turn] : [])));
  const open = new Set(rest.open);
  for (const turn of receipts) {
    if (!ends.has(turn) && !open.has(turn)) report('one done', `the client never saw the end of ${turn}`);
  }
}

/** The ends of turns, as one client saw them. */
class Ends {
  private readonly ended = new Set<TurnId>();

  constructor(private readonly report: Report) {}

  take(event: CanonicalEvent): void {
    if (this.ended.has(event.turn)) {
      const rule = event.type === 'done' ? 'one done' : 'nothing after done';
      this.report(rule, `${event.type} of ${event.turn} at ${event.epoch}-${event.seq} after its done`);
    }
    if (event.type === 'done') this.ended.add(event.turn);
  }

  has(turn: TurnId): boolean {
    return this.ended.has(turn);
  }

  forget(): void {
    this.ended.clear();
  }
}
