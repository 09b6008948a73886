import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bus, openBus } from '@travellite/bus';
import { openConversations } from '@travellite/conversations';
import { type Agent, realtimeConversation, roomConversation, type Turn } from '@travellite/protocol';
import { openRealtime, type RealtimeProvider } from '@travellite/realtime';
import {
  joinRoom,
  openRealtimeService,
  type RealtimeService,
  type RealtimeServiceOptions,
  type RoomClient,
} from '@travellite/realtime-service';
import { type Counters, createCounters, silentLog } from '@travellite/telemetry';
import { createDirectIngest, createWorker } from '@travellite/turns';
import { bootstrapPublisher, type PublisherOptions, type RunningPublisher } from '../src/index.js';

export interface Harness {
  bus: Bus;
  service: RealtimeService;
  counters: Counters;
  publisher: RunningPublisher;
  /** Another publisher of the same namespace. */
  join(): Promise<RunningPublisher>;
  /** A person in a room. */
  member(userId: string, room: string): Promise<RoomClient>;
  /** A message of a person, as the ingress would queue it. */
  say(room: string, userId: string, text: string, namespace?: string): Promise<void>;
  /** A message of a member of a shared room who is connected to us directly. */
  sayDirectly(room: string, userId: string, text: string): Promise<void>;
  close(): Promise<void>;
}

export interface HarnessOptions {
  agent: Agent;
  service?: RealtimeServiceOptions;
  publisher?: Partial<PublisherOptions>;
  /** How long an answer of the service may take, in ms. */
  timeoutMs?: number;
  /** How long a confirmation may take, in ms. */
  confirmMs?: number;
  perRoomPerSecond?: number;
}

export const fastTimes = {
  ...{ rollUpMs: 5, reconnectMs: 20, longestReconnectMs: 60, stableMs: 500, patienceMs: 200 },
  ...{ retryMs: 5, longestRetryMs: 50, doubtMs: 5_000, partingMs: 2_000 },
};

/** A publisher between a worker and a local realtime service, all in this process, on free ports. */
export async function startHarness(options: HarnessOptions): Promise<Harness> {
  const folder = mkdtempSync(join(tmpdir(), 'travellite-publisher-'));
  const bus = await openBus({ kind: 'in-process', folder });
  const conversations = await openConversations({ kind: 'sqlite', folder });
  const worker = createWorker({ bus, conversations, agent: options.agent, log: silentLog });
  await worker.start();
  const service = await openRealtimeService(options.service);
  const counters = createCounters();
  const ingest = createDirectIngest({ conversations, bus });
  const members: RoomClient[] = [];
  const publishers: RunningPublisher[] = [];
  const providers: RealtimeProvider[] = [];
  const start = async () => {
    const { timeoutMs = 300, confirmMs, perRoomPerSecond } = options;
    const provider = await openRealtime({
      ...{ kind: 'native', ...service.native, timeoutMs },
      ...(perRoomPerSecond === undefined ? {} : { perRoomPerSecond }),
      ...(confirmMs === undefined ? {} : { confirmMs }),
    });
    providers.push(provider);
    const publisher = await bootstrapPublisher(
      {
        ...{ bus, counters, log: silentLog, times: fastTimes, channels: [{ namespace: '', provider }] },
        ...options.publisher,
      },
      { port: 0, host: '127.0.0.1' },
    );
    publishers.push(publisher);
    return publisher;
  };
  const publisher = await start();
  let turns = 0;
  return {
    ...{ bus, service, counters, publisher, join: start },
    member: async (userId, room) => {
      const member = joinRoom({ url: service.clientUrl(userId), room, retryMs: 20 });
      members.push(member);
      await member.joined;
      return member;
    },
    say: async (room, userId, text, namespace) => {
      const message: Turn['message'] = {
        ...{ text, author: { userId }, ts: Date.now(), door: 'realtime' },
        ...(namespace === undefined ? {} : { namespace }),
      };
      const conversation = realtimeConversation(room, userId);
      await ingest.submit({ id: `turn-${++turns}`, conversation, message });
    },
    sayDirectly: async (room, userId, text) => {
      const message: Turn['message'] = { text, author: { userId }, ts: Date.now(), door: 'native' };
      await ingest.submit({ id: `turn-${++turns}`, conversation: roomConversation(room), message });
    },
    close: async () => {
      await Promise.all(members.map((member) => member.close()));
      await Promise.all(publishers.map((one) => one.close()));
      await Promise.all(providers.map((provider) => provider.close()));
      await worker.close();
      await service.close();
      await conversations.close();
      await bus.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Waits until the condition holds; throws what it last threw when it does not in time. */
export async function until(condition: () => void, patienceMs = 8_000): Promise<void> {
  const end = Date.now() + patienceMs;
  for (;;) {
    try {
      return condition();
    } catch (thrown) {
      if (Date.now() > end) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
  }
}

/** The agent's messages as a member sees them. */
export const answersOf = ({ seen }: RoomClient) =>
  seen.flatMap(({ message }) => (message.type === 'agent_response' ? [message] : []));

/** The texts of whole answers. */
export const wholeOf = (member: RoomClient) =>
  answersOf(member).flatMap(({ complete, text }) => (complete === true ? [text] : []));

/** The same as a member sees them who knows a message by its id. */
export const wholeOnceOf = (member: RoomClient) => {
  const ids = new Set<unknown>();
  const isNew = (id: unknown) => id === undefined || (!ids.has(id) && ids.add(id));
  return answersOf(member).flatMap(({ complete, text, id }) =>
    complete === true && isNew(id) ? [text] : [],
  );
};
