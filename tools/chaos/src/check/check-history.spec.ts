import { type CanonicalEvent, type EventBody, userConversation } from '@travellite/protocol';
import { checkHistory } from './check-history.js';
import { type History, type Sight } from './history.js';

const conversation = userConversation('ann');

/** Writes the history of a conversation in which all is well; each test then breaks one thing. */
class Story {
  readonly sights: Sight[] = [];
  private seq = 0;
  rest = {
    version: 0,
    committed: [] as string[],
    deadLetters: [] as string[],
    ended: [],
    open: [] as string[],
  };

  /** What the members of a room saw. */
  shown: string[][] | undefined;

  constructor(private epoch = 1) {}

  sent(turn: string, connection = 1) {
    this.sights.push({ kind: 'sent', turn, connection });
    return this;
  }

  receipt(turn: string, connection = 1) {
    this.sights.push({ kind: 'receipt', turn, connection, status: 'accepted' });
    return this;
  }

  event(turn: string, body: EventBody) {
    const address = { conversation, epoch: this.epoch, seq: ++this.seq, turn, ts: 1 };
    this.sights.push({ kind: 'event', event: { ...address, ...body } satisfies CanonicalEvent });
    return this;
  }

  works(turn: string, status: 'complete' | 'failed' = 'complete') {
    this.event(turn, { type: 'turn_started' }).event(turn, { type: 'done', status });
    this.rest.version += 1;
    if (status === 'complete') this.rest.committed.push(turn);
    return this;
  }

  jumps(epoch: number, seq: number) {
    this.sights.push({ kind: 'gap', epoch, seq });
    [this.epoch, this.seq] = [epoch, seq];
    return this;
  }

  get history(): History {
    const { shown } = this;
    return {
      ...(shown ? { shown } : {}),
      conversation,
      begin: { epoch: 1, seq: 0 },
      sights: this.sights,
      rest: this.rest,
    };
  }

  get broken() {
    return [...new Set(checkHistory(this.history).map(({ rule }) => rule))];
  }
}

const twoTurns = () => new Story().sent('a').sent('b').receipt('a').receipt('b').works('a').works('b');

describe('a history in which all is well', () => {
  test('two pipelined turns', () => expect(twoTurns().broken).toEqual([]));

  test('a failed turn and a dead letter', () => {
    const story = twoTurns().sent('c').receipt('c').works('c', 'failed');
    story.sent('d').receipt('d').works('d', 'failed');
    story.rest.deadLetters.push('d');
    story.rest.version -= 1;
    expect(story.broken).toEqual([]);
  });

  test('a turn without a receipt may be lost', () => {
    expect(twoTurns().sent('c').broken).toEqual([]);
  });

  test('a turn that ends again after an announced loss', () => {
    const story = twoTurns().jumps(2, 0);
    story.event('b', { type: 'turn_started' }).event('b', { type: 'done', status: 'complete' });
    expect(story.broken).toEqual([]);
  });

  test('what fell into an announced gap', () => {
    const story = twoTurns().sent('c').receipt('c');
    story.rest.committed.push('c');
    story.rest.version += 1;
    story.jumps(1, 40);
    expect(story.broken).toEqual([]);
  });
});

describe('the answers in a room', () => {
  const room = (...shown: string[][]) => {
    const story = twoTurns();
    story.shown = shown;
    return story.broken;
  };

  test('every member sees each once, in order', () => expect(room(['a', 'b'], ['a', 'b'])).toEqual([]));

  test.each<[string, string[], string]>([
    ['one is missing', ['b'], 'answer shown'],
    ['one comes twice', ['a', 'b', 'a'], 'answer once'],
    ['they are in the wrong order', ['b', 'a'], 'answers in order'],
    ['one belongs to no commit', ['a', 'b', 'z'], 'answer kept'],
  ])('%s', (_name, shown, rule) => expect(room(['a', 'b'], shown)).toEqual([rule]));
});

describe('what is broken gets named', () => {
  const cases: [string, (story: Story) => void, string[]][] = [
    [
      'an accepted turn that nobody worked',
      (story) => story.sent('c').receipt('c'),
      ['nothing lost', 'one done'],
    ],
    ['a turn committed twice', ({ rest }) => rest.committed.push('a'), ['committed once', 'order']],
    ['a dead letter that was committed', ({ rest }) => rest.deadLetters.push('a'), ['committed once']],
    ['turns in the wrong order', ({ rest }) => rest.committed.reverse(), ['order']],
    ['a version that counts too far', ({ rest }) => (rest.version += 1), ['version']],
    ['a mailbox that is not empty', ({ rest }) => rest.open.push('z'), ['comes to rest']],
    [
      'an event that comes twice',
      ({ sights }) => sights.push(...sights.slice(-1)),
      ['event once', 'one done'],
    ],
    ['an event that never comes', ({ sights }) => sights.splice(4, 1), ['event once']],
    ['a second done', (story) => story.event('b', { type: 'done', status: 'complete' }), ['one done']],
    ['an event after done', (story) => story.event('b', { type: 'turn_started' }), ['nothing after done']],
  ];
  test.each(cases)('%s', (_name, spoil, rules) => {
    const story = twoTurns();
    spoil(story);
    expect(story.broken).toEqual(rules);
  });

  test('an epoch that changes in silence', () => {
    const story = twoTurns();
    const quiet = new Story(2).sent('c').receipt('c').works('c');
    story.sights.push(...quiet.sights);
    story.rest.committed.push('c');
    story.rest.version += 1;
    expect(story.broken).toEqual(['gap announced']);
  });

  test('the order between a receipt and a later message on another connection', () => {
    const story = new Story().sent('a').receipt('a').sent('b', 2).receipt('b', 2).works('b').works('a');
    expect(story.broken).toEqual(['order']);
  });
});
