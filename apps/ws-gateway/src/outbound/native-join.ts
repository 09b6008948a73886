import { type LogPosition, type ReadEventsResult, type Snapshot } from '@travellite/conversations';
import { encodeNativeEvent, encodeNativeFrame, encodeNativeText } from '@travellite/dialects';
import { limits, TravelError } from '@travellite/protocol';
import { type Connection } from '../connections/connection.js';
import { type GatewayStore } from '../options.js';
import { type Hub } from './hub.js';

const pageSize = 256;

/** Who a native connection is to its client. Unset: the client was welcomed before. */
export interface Welcome {
  connection: string;
}

/**
 * Brings a native connection up to date and lets it hear the rest: what its client missed since `after`, or a snapshot.
 * Meanwhile the channel puts events aside in `connection.held`, which is set before the log is read, so that nothing falls
 * between what is read and what is heard. Rejects when the store cannot be read.
 */
export async function catchUp(
  connection: Connection,
  hub: Hub,
  store: GatewayStore,
  after: LogPosition | undefined,
  welcome: Welcome | undefined,
): Promise<void> {
  connection.held = [];
  if (after) await replay(connection, hub, store, after, welcome);
  else await showSnapshot(connection, hub, store, welcome);
  await goLive(connection, hub, store);
}

async function replay(
  connection: Connection,
  hub: Hub,
  store: GatewayStore,
  after: LogPosition,
  welcome: Welcome | undefined,
): Promise<void> {
  const first = await store.readEvents(hub.conversation, after, pageSize);
  if (welcome) sendWelcome(connection, hub, first.head, welcome);
  if (first.status === 'gap') {
    connection.send(encodeNativeFrame({ type: 'gap', reason: first.reason }));
    return showSnapshot(connection, hub, store, undefined);
  }
  connection.cursor = after.seq;
  connection.epoch = after.epoch;
  await sendPages(connection, hub, store, first);
  connection.send(encodeNativeFrame({ type: 'replayed', to: connection.cursor }));
}

/** Sends a page of the log and all after it, no faster than the client reads. */
async function sendPages(
  connection: Connection,
  hub: Hub,
  store: GatewayStore,
  first: ReadEventsResult,
): Promise<void> {
  let read = first;
  while (connection.open) {
    if (read.status === 'gap') {
      connection.send(encodeNativeFrame({ type: 'gap', reason: read.reason }));
      return showSnapshot(connection, hub, store, undefined);
    }
    for (const event of read.events) {
      connection.cursor = event.seq;
      connection.send(encodeNativeEvent(event));
    }
    if (read.events.length === 0 || connection.cursor >= read.head.seq) return;
    await connection.drained();
    read = await store.readEvents(
      hub.conversation,
      { epoch: connection.epoch, seq: connection.cursor },
      pageSize,
    );
  }
}

async function showSnapshot(
  connection: Connection,
  hub: Hub,
  store: GatewayStore,
  welcome: Welcome | undefined,
): Promise<void> {
  const snapshot = await store.snapshot(hub.conversation);
  const { epoch, seq, running, queued } = snapshot;
  if (welcome) sendWelcome(connection, hub, snapshot, welcome);
  connection.cursor = seq;
  connection.epoch = epoch;
  connection.send(
    encodeNativeFrame({
      type: 'snapshot',
      epoch,
      seq,
      view: viewOf(snapshot),
      // What is only recorded is nothing to show.
      queued: queued.filter(({ message }) => !message.note),
      ...(running && !running.message.note ? { running } : {}),
    }),
  );
}

const viewOf = (snapshot: Snapshot) => snapshot.state?.view ?? { history: [] };

function sendWelcome(connection: Connection, hub: Hub, head: LogPosition, welcome: Welcome): void {
  const { maxTextLength, maxFrameBytes, maxQueued } = limits;
  connection.send(
    encodeNativeFrame({
      type: 'welcome',
      conversation: hub.conversation,
      connection: welcome.connection,
      epoch: head.epoch,
      seq: head.seq,
      limits: { maxTextLength, maxFrameBytes, maxQueued },
    }),
  );
}

/** Sends what was put aside, and from here on events as they come. */
async function goLive(connection: Connection, hub: Hub, store: GatewayStore): Promise<void> {
  for (let event = connection.held?.shift(); event && connection.open; event = connection.held?.shift()) {
    if (
      event.epoch < connection.epoch ||
      (event.epoch === connection.epoch && event.seq <= connection.cursor)
    )
      continue;
    if (event.epoch === connection.epoch && event.seq === connection.cursor + 1) {
      connection.cursor = event.seq;
      connection.send(encodeNativeEvent(event));
      continue;
    }
    // What was read did not reach what was heard: read on.
    const at = { epoch: connection.epoch, seq: connection.cursor };
    await sendPages(connection, hub, store, await store.readEvents(hub.conversation, at, pageSize));
    if (event.epoch > connection.epoch || event.seq > connection.cursor) {
      throw new TravelError('provider_unavailable', 'The log lags behind. Please connect again.');
    }
  }
  connection.held = undefined;
  sendTextSoFar(connection, hub);
}

/** Live text of the running turn that is in no durable event yet; its offset makes a part the client has harmless. */
function sendTextSoFar(connection: Connection, hub: Hub): void {
  const { conversation, running } = hub;
  if (!running || running.text === '') return;
  const { turn, fence, text } = running;
  const delta = { type: 'text', conversation, turn, fence, delta: text, offset: 0, ts: hub.now() } as const;
  connection.send(encodeNativeText(delta));
}
