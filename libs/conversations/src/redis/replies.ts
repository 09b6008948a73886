import { type ConversationId, type EventBody } from '@travellite/protocol';
import {
  type Claim,
  type ClaimRef,
  type CommitResult,
  type ConversationSummary,
  type ReadEventsResult,
  type RevokeResult,
  type Snapshot,
} from '../port.js';
import {
  addressed,
  fromEntry,
  fromLogEntry,
  fromState,
  textOf,
  toOutboxId,
  unknownReply,
} from './records.js';
import { type Reply } from './redis-connection.js';

/** `claimed conversation fence attempt version entry state sv epoch firstSeq count outboxId ms before` of `claim.lua`. */
export function toClaim(partition: number, reply: Reply): Claim {
  const [, name, fence, attempt, version, entry, state, , epoch, firstSeq, count, outboxId, ts, before] =
    reply.map(String);
  const conversation = name as ConversationId;
  const { turn, message, opening } = fromEntry(entry ?? '');
  const at = { conversation, turn, epoch: Number(epoch), firstSeq: Number(firstSeq), ts: Number(ts) };
  return {
    conversation,
    turn,
    fence: Number(fence),
    message,
    attempt: Number(attempt),
    state: fromState(state ?? ''),
    version: Number(version),
    opened: Number(count) > 0 ? addressed(at, opening) : [],
    openedOutboxId: outboxId === '' ? undefined : toOutboxId(partition, outboxId ?? ''),
    ...(before ? { follows: toOutboxId(partition, before) } : {}),
  };
}

/** `ok version epoch firstSeq ms outboxId more | already | fenced | not_head` of `commit.lua` and `give-up.lua`. */
export function toCommitResult(
  claim: ClaimRef,
  partition: number,
  reply: Reply,
  bodies: EventBody[],
): CommitResult {
  const status = reply[0];
  if (status === 'already' || status === 'fenced' || status === 'not_head') return { status };
  if (status !== 'ok') throw unknownReply('commit', reply);
  const [, version, epoch, firstSeq, ts, outboxId, more] = reply.map(String);
  const { conversation, turn } = claim;
  const at = { conversation, turn, epoch: Number(epoch), firstSeq: Number(firstSeq), ts: Number(ts) };
  return {
    status: 'ok',
    version: Number(version),
    events: addressed(at, bodies),
    outboxId: toOutboxId(partition, outboxId ?? ''),
    more: Number(more) > 0,
  };
}

/** `ok epoch seq entries | gap reason epoch seq` of `read-events.lua`. */
export function toReadEvents(conversation: ConversationId, reply: Reply): ReadEventsResult {
  if (reply[0] === 'gap') {
    const reason = reply[1] as 'epoch_changed' | 'trimmed' | 'unknown_position';
    return { status: 'gap', reason, head: { epoch: Number(reply[2]), seq: Number(reply[3]) } };
  }
  const entries = reply[3] as Reply[];
  return {
    status: 'ok',
    events: entries.map((entry) => fromLogEntry(conversation, entry)),
    head: { epoch: Number(reply[1]), seq: Number(reply[2]) },
  };
}

/** `ok epoch seq version state opened fence open-turns log-of-the-running-turn` of `snapshot.lua`. */
export function toSnapshot(conversation: ConversationId, reply: Reply): Snapshot {
  const open = (reply[7] as string[]).map(fromEntry).map(({ turn, message }) => ({ turn, message }));
  const begun = Number(reply[5]) > 0 ? open.shift() : undefined;
  const log = (reply[8] as Reply[]).map((entry) => fromLogEntry(conversation, entry));
  return {
    epoch: Number(reply[1]),
    seq: Number(reply[2]),
    version: Number(reply[3]),
    state: fromState(String(reply[4])),
    running: begun && { ...begun, text: textOf(log), fence: Number(reply[6]) },
    queued: open,
  };
}

/** `ok epoch seq version sv bytes attempt fence holder leaseMs dueInMs turns logEvents dead` of `inspect.lua`. */
export function toSummary(reply: Reply): ConversationSummary {
  const [, epoch, seq, version, sv, bytes, attempt, fence, holder, leaseMs, dueInMs, , events, dead] = reply;
  const [turn, ...queued] = reply[11] as string[];
  const held = Number(leaseMs) > 0 ? { worker: String(holder), leaseMs: Number(leaseMs) } : undefined;
  const counts = { attempt: Number(attempt), fence: Number(fence) };
  return {
    epoch: Number(epoch),
    seq: Number(seq),
    version: Number(version),
    ...(bytes === 0 ? {} : { state: { version: Number(sv), bytes: Number(bytes) } }),
    ...(turn === undefined
      ? {}
      : { head: { turn, ...counts, ...(held ? { held } : {}), dueInMs: Number(dueInMs) } }),
    queued,
    logEvents: Number(events),
    deadLetters: Number(dead),
  };
}

/** `revoked turn | due turn | idle` of `revoke.lua`. */
export function toRevokeResult([status, turn]: Reply): RevokeResult {
  if (status === 'idle') return { status };
  if (status !== 'revoked' && status !== 'due') throw unknownReply('revoke', [status ?? null]);
  return { status, turn: String(turn) };
}
