import { randomBytes } from 'node:crypto';
import {
  joinRoom,
  openRealtimeService,
  type RealtimeService,
  type RoomClient,
} from '@travellite/realtime-service';
import { type ServiceProcess } from '../src/service-process.js';
import { eventually } from './harness/eventually.js';
import { leftOut, openStage, patienceMs, type Stage } from './harness/stage.js';

/** How soon after the death of the active publisher the other has published, in ms. */
const takeoverMs = 5_000;

/** Answers a member was shown as a whole, by whose message they answer. */
const answersTo = ({ seen }: RoomClient) =>
  seen.flatMap(({ message }) =>
    message.type === 'agent_response' && message['complete'] === true ? [message['userId']] : [],
  );

/** The turn that each whole answer belongs to: the trial agent begins with its id. */
const turnsOf = ({ seen }: RoomClient) =>
  seen.flatMap(({ message }) =>
    message['complete'] === true ? [(message.text ?? '').split(' ')[0] ?? ''] : [],
  );

const holds = async ({ url }: ServiceProcess) =>
  /^travellite_leases_held 1$/m.test(await (await fetch(`${url}/metrics`)).text());

(leftOut ? describe.skip : describe)('the realtime channel of a cluster', () => {
  let stage: Stage;
  let service: RealtimeService;
  let publishers: ServiceProcess[];
  let ann: RoomClient;
  let bob: RoomClient;
  const secret = `whsec_${randomBytes(32).toString('base64')}`;

  beforeAll(async () => {
    stage = await openStage();
    service = await openRealtimeService();
    const { wsUrl, apiUrl, namespace, token } = service.native;
    const room = { REALTIME_NAMESPACE_ID: namespace };
    const address = { REALTIME_WS_URL: wsUrl, REALTIME_API_URL: apiUrl, REALTIME_API_TOKEN: token };
    await stage.start('agent-worker');
    publishers = [];
    for (let nth = 0; nth < 2; nth += 1)
      publishers.push(await stage.start('realtime-publisher', { ...room, ...address }));
    const ingress = await stage.start('webhook-ingress', { ...room, REALTIME_WEBHOOK_SECRET: secret });
    await service.setWebhook({ url: `${ingress.url}/api/realtime/webhook`, secret });
    [ann, bob] = ['ann', 'bob'].map((user) =>
      joinRoom({ url: service.clientUrl(user), room: 'tokyo', retryMs: 20 }),
    ) as [RoomClient, RoomClient];
    await Promise.all([ann.joined, bob.joined]);
  }, patienceMs);

  afterAll(async () => {
    await Promise.all([ann.close(), bob.close()]);
    await stage.close();
    await service.close();
  }, patienceMs);

  const answers = (count: number) =>
    eventually(
      async () => [ann, bob].map(answersTo),
      (seen) => seen.every(({ length }) => length >= count),
    );

  test(
    'brings what is said in a room to the agent, and each answer once to every member',
    async () => {
      for (const member of [ann, bob]) {
        await member.say('steps=1');
        await answers(member === ann ? 1 : 2);
      }
      expect([ann, bob].map(answersTo)).toEqual([
        ['ann', 'bob'],
        ['ann', 'bob'],
      ]);
    },
    patienceMs,
  );

  test(
    'goes on within five seconds when the active publisher is killed, with nothing lost, doubled or out of order',
    async () => {
      const before = answersTo(ann).length;
      const roles = await eventually(
        () => Promise.all(publishers.map(holds)),
        (held) => held.filter(Boolean).length === 1,
      );
      const said = Array.from({ length: 20 }, () => ann.say('steps=1'));
      await answers(before + 3);
      const died = performance.now();
      await publishers[roles.indexOf(true)]?.end('SIGKILL');
      await Promise.all(said);
      await bob.say('steps=1');
      await answers(before + said.length + 1);
      expect(performance.now() - died).toBeLessThan(takeoverMs);
      expect(answersTo(ann).slice(before)).toEqual([...said.map(() => 'ann'), 'bob']);
      expect(new Set(turnsOf(ann)).size).toBe(turnsOf(ann).length);
      expect(turnsOf(bob)).toEqual(turnsOf(ann));
      const other = publishers[roles.indexOf(false)];
      expect(other && (await holds(other))).toBe(true);
    },
    patienceMs,
  );
});
