import { type Bus, openBus, type OutboundAnswer } from '@travellite/bus';
import { type CanonicalEvent, type ConversationId } from '@travellite/protocol';
import { DeliveryError, type RoomMessage } from '@travellite/realtime';
import { silentLog } from '@travellite/telemetry';
import { RoomWriter } from './room-writer.js';

const conversation: ConversationId = 'room:tokyo';
const at = (turn: string, seq: number) => ({ conversation, epoch: 1, turn, seq, ts: seq });
const answer = (...events: CanonicalEvent[]): OutboundAnswer => ({
  ...{ id: `${conversation}:1:${events[0]?.seq}`, conversation, namespace: '', userId: 'ann' },
  events,
});
const begin = (turn: string, seq: number) => answer({ ...at(turn, seq), type: 'turn_started' });
const end = (turn: string, seq: number) =>
  answer(
    { ...at(turn, seq), type: 'response', text: `answer ${turn}` },
    { ...at(turn, seq + 1), type: 'done', status: 'complete' },
  );

describe('a writer', () => {
  let bus: Bus;
  let writer: RoomWriter;
  let refuse: DeliveryError | undefined;
  const room: RoomMessage[] = [];
  beforeEach(async () => {
    refuse = undefined;
    room.length = 0;
    bus = await openBus({ kind: 'in-process' });
    const delivery = {
      publish: async ({ messages }: { messages: readonly RoomMessage[] }) => {
        if (refuse) throw refuse;
        room.push(...messages);
      },
      show: (_: string, messages: readonly RoomMessage[]) => room.push(...messages) > 0,
    };
    const options = { messages: 'stream', agentStatus: false, rollUpMs: 1 } as const;
    writer = new RoomWriter(conversation, { bus, delivery, log: silentLog, ...options });
  });
  afterEach(async () => {
    await writer.close();
    await bus.close();
  });
  const say = (turn: string, delta: string, offset: number) =>
    bus.publishLive({ type: 'text', conversation, turn, fence: 1, delta, offset, ts: 1 });
  const wholes = () => room.filter(({ complete }) => complete === true).map(({ text }) => text);
  const chunks = () => room.filter(({ chunk }) => chunk === true).map(({ text }) => text);
  const until = async (condition: () => boolean) => {
    for (const end = Date.now() + 3_000; !condition(); await new Promise((resolve) => setTimeout(resolve, 2)))
      if (Date.now() > end) throw new Error(`It did not come: ${JSON.stringify(room)}`);
  };

  it('goes on with the turn at work when the end of an earlier one comes again', async () => {
    await writer.write(begin('one', 1));
    await writer.write(end('one', 3));
    await writer.write(begin('two', 5));
    say('two', 'an', 0);
    await until(() => chunks().join('') === 'an');
    await writer.write(end('one', 3));
    say('two', 'swer two', 2);
    await until(() => chunks().join('') === 'answer two');
    await writer.write(end('two', 7));
    expect(wholes()).toEqual(['answer one', 'answer one', 'answer two']);
    expect(room.filter(({ streaming }) => streaming === true)).toHaveLength(3);
  });

  it('goes on with the turn at work when the begin of an earlier one comes again', async () => {
    await writer.write(begin('one', 1));
    await writer.write(end('one', 3));
    await writer.write(begin('two', 5));
    await writer.write(begin('one', 1));
    say('two', 'words', 0);
    await until(() => chunks().join('') === 'words');
  });

  it('takes up a later turn although the end of the one before never came', async () => {
    await writer.write(begin('one', 1));
    await writer.write(begin('two', 5));
    say('two', 'words', 0);
    await until(() => chunks().join('') === 'words');
  });

  it('shows the answer to what the service would not tell the room', async () => {
    refuse = new DeliveryError('too_large', 'No.');
    const { events, ...rest } = begin('one', 1);
    const message = { text: 'hello', author: { userId: 'bob' }, ts: 1, door: 'native' } as const;
    const heard: CanonicalEvent = { ...at('one', 2), type: 'message', message };
    await expect(writer.write({ ...rest, events: [...events, heard] })).rejects.toBe(refuse);
    say('one', 'words', 0);
    await until(() => chunks().join('') === 'words');
  });
});
