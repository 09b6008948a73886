import { isForAgent, namesOther, saidToAgent, withoutAddress } from './addressing.js';
import { readCommand } from './commands.js';
import { readVote } from './votes.js';

const members = [
  { userId: 'u-ana', name: 'Ana', role: 'owner' as const },
  { userId: 'u-bob', name: 'Bob', role: 'editor' as const },
];
const longest = 16_000;
const filled = (head: string, piece: string, end: string): string =>
  head + piece.repeat(Math.ceil((longest - head.length - end.length) / piece.length)).slice(0, longest) + end;

/** What nobody would write in a room, and somebody does. */
const hostile: [what: string, text: string][] = [
  ['a name and nothing but spaces', filled('Bob', ' ', 'x')],
  ['the agent’s name and nothing but spaces', filled('TravelLite', ' ', 'x')],
  ['a greeting and nothing but spaces', filled('hey', ' ', 'x')],
  ['greetings', filled('', 'hey ', 'x')],
  ['nothing but spaces before a name', filled('', ' ', 'Bob')],
  ['a title and nothing but spaces', filled('agent', ' ', 'x')],
  ['mentions', filled('', '@Bob ', 'x')],
  ['commas', filled('TravelLite', ', ', 'x')],
  ['politeness', filled('TravelLite, ', 'please ', 'x')],
  ['a name in the Japanese manner', filled('Bob', 'さん', 'x')],
  ['names', filled('', 'Bob', '')],
  ['slashes', filled('/role ', 'a ', 'x')],
  ['votes', filled('', 'vote ', 'x')],
  ['numbers of options', filled('vote ', 'option ', 'x')],
  ['options that are none', filled('vote option', ' ', 'x')],
  ['ordinals', filled('I vote ', 'first ', 'x')],
];

describe('hostile texts in a room', () => {
  test.each(hostile)('%s are read in less than 50 ms', (_what, text) => {
    let best = Infinity;
    for (let round = 0; round < 4; round += 1) {
      const start = process.cpuUsage();
      withoutAddress(text, members);
      saidToAgent(text);
      namesOther(text, 'u-ana', members);
      readCommand(text, members);
      readCommand(text.slice(0, 300), members);
      readVote(text, ['Balanced', 'Cheapest']);
      readVote(text.slice(0, 200), ['Balanced', 'Cheapest']);
      const said = { text, author: 'u-ana', members, questionOpen: true, tellsSomething: true };
      isForAgent({ ...said, choosesOption: false, asks: true });
      best = Math.min(best, process.cpuUsage(start).user / 1_000);
    }
    expect(best).toBeLessThan(50);
  });
});
