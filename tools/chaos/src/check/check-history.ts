import { type TurnId } from '@travellite/protocol';
import { checkEvents } from './check-events.js';
import { checkRoom } from './check-room.js';
import { type History, type Sight } from './history.js';

/** A promise that was broken, and where. */
export interface Violation {
  rule: string;
  conversation: string;
  detail: string;
}

/** Every promise of the engine and of the realtime channel, against what clients saw and what the store holds at rest. */
export function checkHistory(history: History): Violation[] {
  const found: Violation[] = [];
  const report = (rule: string, detail: string) =>
    found.push({ rule, conversation: history.conversation, detail });
  checkEnds(history, report);
  checkOrder(history, report);
  checkVersion(history, report);
  checkEvents(history, report);
  checkRoom(history, report);
  return found;
}

export type Report = (rule: string, detail: string) => void;

/** A receipt means: committed exactly once, or told failed, or a dead letter. Nothing waits at rest. */
function checkEnds({ sights, rest }: History, report: Report): void {
  const committed = countBy(rest.committed);
  for (const [turn, times] of committed) {
    if (times > 1) report('committed once', `${turn} is in the state ${times} times`);
  }
  const failed = failedTurns({ sights, rest });
  for (const turn of receipts(sights)) {
    if (!committed.has(turn) && !failed.has(turn)) report('nothing lost', `${turn} had a receipt and no end`);
  }
  for (const turn of rest.deadLetters) {
    if (committed.has(turn)) report('committed once', `${turn} is committed and a dead letter`);
  }
  for (const turn of rest.open) report('comes to rest', `${turn} still waits`);
}

/** What had its receipt before another was sent was accepted before it, and so were turns in the order of one connection. */
function checkOrder({ sights, rest }: History, report: Report): void {
  const place = new Map(rest.committed.map((turn, i) => [turn, i]));
  const before = new Map<TurnId, ReadonlySet<TurnId>>();
  const received = new Set<TurnId>();
  for (const sight of sights) {
    if (sight.kind === 'sent' && !before.has(sight.turn)) before.set(sight.turn, new Set(received));
    if (sight.kind === 'receipt') received.add(sight.turn);
  }
  for (const [later, earlier] of before) {
    const at = place.get(later);
    for (const turn of earlier) {
      const other = place.get(turn);
      if (at !== undefined && other !== undefined && other > at) {
        report('order', `${later} was committed before ${turn}, which was accepted before it`);
      }
    }
  }
  for (const [first, second] of sameConnection(sights)) {
    const [a, b] = [place.get(first), place.get(second)];
    if (a !== undefined && b !== undefined && a > b) {
      report('order', `${second} was committed before ${first} of the same connection`);
    }
  }
}

/**
 * Turns that followed each other on one connection and were accepted. What was said again later, after others, was refused or had no
 * answer: it has lost its place.
 */
function sameConnection(sights: readonly Sight[]): [TurnId, TurnId][] {
  const lines = new Map<number, TurnId[]>();
  const connections = new Map<TurnId, Set<number>>();
  const displaced = new Set<TurnId>();
  for (const sight of sights) {
    if (sight.kind !== 'sent') continue;
    const { turn, connection } = sight;
    const line = lines.get(connection) ?? [];
    lines.set(connection, line);
    const known = connections.get(turn) ?? new Set();
    if (known.size > 0 && line.at(-1) !== turn) displaced.add(turn);
    if (line.at(-1) !== turn) line.push(turn);
    connections.set(turn, known.add(connection));
  }
  const accepted = receipts(sights);
  return [...lines.values()].flatMap((line) => {
    const kept = line.filter((turn) => accepted.has(turn) && !displaced.has(turn));
    return kept.slice(1).map((turn, i): [TurnId, TurnId] => [kept[i] ?? turn, turn]);
  });
}

/** Every end but a dead letter is a commit. */
function checkVersion({ sights, rest }: History, report: Report): void {
  const dead = new Set(rest.deadLetters);
  const failedCommits = [...failedTurns({ sights, rest })].filter((turn) => !dead.has(turn));
  const commits = new Set(rest.committed).size + failedCommits.length;
  if (rest.version !== commits) report('version', `version ${rest.version} after ${commits} commits`);
}

/** Turns that ended as failed, by what the client saw or the store still knows. */
function failedTurns({ sights, rest }: Pick<History, 'sights' | 'rest'>): Set<TurnId> {
  const failed = new Set<TurnId>(rest.deadLetters);
  for (const { turn, status } of rest.ended) if (status === 'failed') failed.add(turn);
  for (const sight of sights) {
    if (sight.kind !== 'event' || sight.event.type !== 'done') continue;
    if (sight.event.status === 'failed') failed.add(sight.event.turn);
  }
  return failed;
}

const receipts = (sights: readonly Sight[]) =>
  new Set(sights.flatMap((sight) => (sight.kind === 'receipt' ? [sight.turn] : [])));

function countBy(turns: readonly TurnId[]): Map<TurnId, number> {
  const counts = new Map<TurnId, number>();
  for (const turn of turns) counts.set(turn, (counts.get(turn) ?? 0) + 1);
  return counts;
}
