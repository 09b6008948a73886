import { subjects } from '@travellite/protocol';
import { type JetStreamManager, type StoredMsg } from 'nats';
import { type BuriedAnswer, type BurialReason, type OutboundAnswer } from '../outbound.js';
import { isMissing } from './streams.js';

export interface Burial {
  at: number;
  reason: BurialReason;
  answer: OutboundAnswer;
}

const prefix = subjects.buried('user:').split('.').slice(0, -1).join('.');

/** Newest first. The stream holds other dead letters, too; those are passed over. */
export async function readBurials(
  manager: JetStreamManager,
  { limit, before }: { limit: number; before?: number },
): Promise<BuriedAnswer[]> {
  const { state } = await manager.streams.info('DLQ');
  const found: BuriedAnswer[] = [];
  const newest = Math.min(state.last_seq, (before ?? Number.MAX_SAFE_INTEGER) - 1);
  for (let seq = newest; seq >= Math.max(1, state.first_seq) && found.length < limit; seq -= 1) {
    const burial = await readBurial(manager, seq);
    if (burial) found.push({ id: seq, ...burial });
  }
  return found;
}

export async function readBurial(manager: JetStreamManager, seq: number): Promise<Burial | undefined> {
  let message: StoredMsg;
  try {
    message = await manager.streams.getMessage('DLQ', { seq });
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  return message.subject.startsWith(`${prefix}.`) ? message.json<Burial>() : undefined;
}

export async function countBurials(manager: JetStreamManager): Promise<number> {
  const { state } = await manager.streams.info('DLQ', { subjects_filter: `${prefix}.*` });
  return Object.values(state.subjects ?? {}).reduce((sum, count) => sum + count, 0);
}
