import { type ConversationModel, emptyModel } from '@travellite/client';
import { type RoomView } from '@travellite/protocol';
import { renderToStaticMarkup } from 'react-dom/server';
import { type LinkView } from '../room/room-link.js';
import { type RoomConnection } from '../room/use-room-link.js';
import { RoomBar } from './room-bar.js';

const room: RoomView = {
  policy: 'when_addressed',
  members: [
    { userId: 'u1', name: 'Ana', role: 'owner' },
    { userId: 'u2', name: 'Ben', role: 'viewer' },
  ],
  conflicts: [],
  votes: [{ option: 1, members: ['u1', 'u2'] }],
};
const quiet: LinkView = { phase: 'live', present: [], answering: false, sayings: [] };
const linked = (view: Partial<LinkView> = {}): RoomConnection => ({
  state: 'linked',
  say: () => undefined,
  view: { ...quiet, ...view },
});

beforeAll(() => Object.assign(globalThis, { location: { origin: 'https://t.example' } }));

function bar(link: RoomConnection, userId = 'u1', model: Partial<ConversationModel> = { room }) {
  const html = renderToStaticMarkup(
    <RoomBar
      room="<b>Tokyo</b>"
      userId={userId}
      model={{ ...emptyModel(), ...model }}
      link={link}
      onSend={() => true}
    />,
  );
  return { html, words: html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ') };
}

describe('the bar of a room', () => {
  it('names the room as it is called, members with their roles, and the votes', () => {
    const { html, words } = bar(linked());
    expect(html).toContain('&lt;b&gt;Tokyo&lt;/b&gt;');
    expect(words).toMatch(/You owner Ben viewer/);
    expect(words).toContain('Votes: option 2 (Ana and Ben)');
  });

  it('shows who is there, guests among them, and that the agent writes', () => {
    const { html, words } = bar(
      linked({
        present: [
          { userId: 'u2', status: 'joined' },
          { userId: 'u3', name: 'Cleo', status: 'joined' },
        ],
        answering: true,
      }),
    );
    expect(html.match(/data-there="(true|false)"/g)).toEqual([
      'data-there="false"',
      'data-there="true"',
      'data-there="true"',
    ]);
    expect(words).toMatch(/Cleo \(here now\)/);
    expect(words).toContain('TravelLite is writing…');
  });

  it('lets those say when the agent answers who may', () => {
    const select = (userId: string) => /<select[^>]*>/.exec(bar(linked(), userId).html)?.[0];
    expect(select('u1')).not.toContain('disabled');
    expect(select('u2')).toContain('disabled');
    expect(select('stranger')).toContain('disabled');
    expect(bar(linked()).html).toMatch(/<option value="when_addressed" selected="">/);
  });

  it.each<[string, RoomConnection, RegExp | undefined]>([
    ['is not known yet', { state: 'asking' }, undefined],
    ['is not there', { state: 'none' }, /No realtime service runs beside this server/],
    ['is being reached', linked({ phase: 'connecting' }), undefined],
    ['is away', linked({ phase: 'lost' }), /The realtime service is away/],
    ['refused something', linked({ refused: 'Too many messages' }), /Too many messages/],
  ])('says so when the service %s', (_what, link, sentence) => {
    const { words } = bar(link);
    if (sentence) expect(words).toMatch(sentence);
    else expect(words).not.toMatch(/service/);
  });

  it('holds a room in which nobody has written yet', () => {
    expect(bar(linked(), 'u1', {}).words).toContain('TravelLite answers');
  });
});
