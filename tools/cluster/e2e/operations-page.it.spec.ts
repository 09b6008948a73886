import { readFileSync } from 'node:fs';
import {
  type DocumentedRequest,
  documentedRequests,
  documentedSubscriptions,
  missing,
} from './harness/documented.js';
import { eventually } from './harness/eventually.js';
import { Operator } from './harness/operator.js';
import { leftOut, openStage, patienceMs, type Stage } from './harness/stage.js';
import { Traveller } from './harness/traveller.js';

const page = readFileSync(new URL('../../../docs/operations.md', import.meta.url), 'utf8');
const requests = documentedRequests(page);

describe('reading requests off a page', () => {
  const shown = `\`\`\`sh\nnats req '$JS.API.X' '{}'\n\`\`\`\n\n\`\`\`json\n{ "a": [{ "b": 1 }] }\n\`\`\`\n`;

  test('finds subject, body and what is answered', () => {
    const [found] = documentedRequests(shown);
    expect(found).toEqual({ subject: '$JS.API.X', body: '{}', all: false, json: { a: [{ b: 1 }] } });
    expect(documentedSubscriptions("```sh\nnats sub 'a.>'\nnats sub b\n```")).toEqual(['a.>', 'b']);
  });

  test.each([
    ['a field that is gone', { a: [{}] }, ['.a[0].b is missing']],
    ['another type', { a: [{ b: 'one' }] }, ['.a[0].b is string, not number']],
    ['an empty list', { a: [] }, ['.a is empty']],
    ['more than is shown', { a: [{ b: 2, c: 3 }], d: 4 }, []],
  ])('notices %s', (_name, real, faults) => {
    expect(missing(documentedRequests(shown)[0]?.json, real)).toEqual(faults);
  });
});

(leftOut ? describe.skip : describe)('docs/operations.md is true of a running cluster', () => {
  let stage: Stage;
  let operator: Operator;
  const heard = new Set<string>();
  const ids = new Map<string, string>();

  /** What the page tells of: Ann wrote, waits for an answer and wrote again; a message of Bob's was given up. */
  beforeAll(async () => {
    stage = await openStage({}, { TRAVELLITE_PARTITIONS: '8', TRAVELLITE_LEASE_MS: '15000' });
    operator = await Operator.connect(stage.nats.url);
    for (const subject of documentedSubscriptions(page)) {
      operator.connection.subscribe(subject, { callback: () => void heard.add(subject) });
    }
    await operator.connection.flush();
    const worker = await stage.start('agent-worker');
    await stage.start('agent-worker');
    const gateway = await stage.start('ws-gateway');
    const [ann, bob] = [
      await Traveller.connect(gateway.url, 'ann'),
      await Traveller.connect(gateway.url, 'bob'),
    ];
    await bob.say('b1', 'ends=failed');
    await ann.say('a1', 'hello');
    await ann.done('a1');
    await bob.done('b1');
    await ann.say('a2', 'takesMs=60000 chunks=50');
    await ann.say('a3', 'hello');
    const subject = 'travellite.agent-worker.conversation';
    const { head } = await eventually(
      () => operator.get<{ head?: { held?: { worker: string } } }>(subject, { conversation: 'user:ann' }),
      (told) => told.head?.held !== undefined,
    );
    expect(head?.held?.worker).toMatch(/\/\d+$/);
    for (const service of ['agent-worker', 'ws-gateway']) {
      for (const { id } of await operator.instances(service)) {
        const { running } = await operator.get<{ running?: number }>(`travellite.${service}.status.${id}`);
        if (service === 'ws-gateway' || running === 1) ids.set(service, id);
      }
    }
    expect(worker.child.exitCode).toBeNull();
  }, patienceMs);
  afterAll(async () => {
    await operator.close();
    await stage.close();
  }, patienceMs);

  /** `$ID` is the process of that service, as a person puts it in. */
  const realSubject = ({ subject }: DocumentedRequest) =>
    subject.replace('$ID', ids.get(subject.split('.')[1] ?? '') ?? 'nobody');

  /** The page's letter is of another day: a person puts in the id the list gave. */
  const realBody = async (body: string) => {
    if (!body.includes('"id"')) return body;
    const list = await operator.get<{ deadLetters: { id: number }[] }>(
      'travellite.agent-worker.dead-letters',
    );
    return JSON.stringify({ ...(JSON.parse(body) as object), id: list.deadLetters[0]?.id });
  };

  test('there are requests and subscriptions to check', () => {
    expect(requests.length).toBeGreaterThanOrEqual(12);
    expect(documentedSubscriptions(page).length).toBeGreaterThanOrEqual(3);
    expect(requests.filter(({ json, error }) => json === undefined && error === undefined)).toEqual([]);
  });

  test.each(requests.map((one) => [one.subject, one.body, one] as const))(
    '%s %s',
    async (_subject, body, one) => {
      if (one.all) {
        const replies = await operator.connection.requestMany(realSubject(one), body, { maxWait: 1_000 });
        const answers = [];
        for await (const reply of replies) answers.push(reply.json<unknown>());
        expect(answers.map((answer) => missing(one.json, answer))).toContainEqual([]);
        return;
      }
      const answer = await operator.ask(realSubject(one), await realBody(body));
      if (one.error) expect(answer).toEqual({ ok: false, ...one.error });
      else expect(answer.ok ? missing(one.json, answer.body) : answer).toEqual([]);
    },
    patienceMs,
  );

  test.each(documentedSubscriptions(page))('something comes by %s', (subject) => {
    expect([...heard]).toContain(subject);
  });
});
