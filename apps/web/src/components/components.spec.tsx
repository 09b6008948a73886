import { emptyModel, reduceModel, type TurnView } from '@travellite/client';
import { type CanonicalEvent, type EventBody } from '@travellite/protocol';
import { renderToStaticMarkup } from 'react-dom/server';
import { Answer } from './answer.js';
import { Block } from './block.js';
import { ConnectionBanner } from './connection-banner.js';
import { NoticeBar } from './notice-bar.js';
import { PlanOptions } from './plan-options.js';
import { Places } from './places.js';
import { Question } from './question.js';
import { Requirements } from './requirements.js';
import { Sources } from './sources.js';
import { TripSummary } from './trip-summary.js';

/** A turn as the client shows it after these events. */
function turnAfter(...bodies: EventBody[]): TurnView {
  const events = bodies.map((body, index): CanonicalEvent => ({
    ...body,
    conversation: 'user:ada',
    epoch: 1,
    seq: index + 1,
    turn: 't',
    ts: 1,
  }));
  const model = events.reduce((before, frame) => reduceModel(before, { type: 'frame', frame }), emptyModel());
  const [turn] = model.turns;
  if (!turn) throw new Error('no turn');
  return turn;
}
const said = (text: string): EventBody => ({
  type: 'message',
  message: { text, author: { userId: 'ada' }, ts: 1, door: 'native' },
});
const nothing = () => undefined;
const question = (turn: TurnView, userId = 'ada') =>
  renderToStaticMarkup(<Question turn={turn} userId={userId} onRetry={nothing} onDiscard={nothing} />);
const answer = (turn: TurnView) => renderToStaticMarkup(<Answer turn={turn} onAskAgain={nothing} />);
const words = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
const poi = (name: string) => ({
  name,
  description: '',
  geo_coordinate: { lat: 1, lng: 2 },
  poi_type: 'unknown' as const,
  cost: '',
});

describe('text from elsewhere', () => {
  const markup = '<img src=x onerror=alert(1)><script>alert(1)</script>';
  it.each([
    ['a message', question(turnAfter(said(markup)))],
    ['an answer', answer(turnAfter({ type: 'response', text: markup }))],
    ['a stage', answer(turnAfter({ type: 'workflow_step', step: 'act', label: markup }))],
    ['a place', renderToStaticMarkup(<Places pois={[poi(markup)]} />)],
    [
      'a wish',
      renderToStaticMarkup(<Requirements requirements={[{ description: markup, priority: 'avoid' }]} />),
    ],
  ])('is shown as text in %s', (_where, html) => {
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;script&gt;');
  });

  it.each([
    ['https://a.example/x', true],
    ['http://a.example', true],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    [' javascript:alert(1)', false],
    [undefined, false],
  ])('a source at %j is a link: %s', (url, linked) => {
    const html = renderToStaticMarkup(
      <Sources sources={[{ id: 's', title: 'T', source: 'web', url, relevanceScore: 1 }]} />,
    );
    expect(html.includes('href')).toBe(linked);
  });
});

describe('a message', () => {
  const own = turnAfter(said('hello'));
  it.each([
    ['unsent', {}, 'Waits for the connection'],
    ['sent', {}, 'Sending…'],
    ['queued', { position: 1 }, 'Waits for the answer before it'],
    ['queued', { position: 3 }, 'Waits for 3 answers before it'],
    [
      'rejected',
      { fault: { code: 'queue_full', message: 'Too many wait.', retryable: true } },
      'Too many wait. Try again Remove',
    ],
    ['rejected', { fault: { code: 'invalid', message: 'Not text.', retryable: false } }, 'Not text. Remove'],
  ] as const)('that is %s says so', (status, more, note) => {
    expect(words(question({ ...own, ...more, status }))).toMatch(new RegExp(`hello ${note}$`));
  });

  it('that was taken says nothing more', () => {
    expect(words(question({ ...own, status: 'working' }))).toMatch(/hello$/);
  });

  it('of someone else names them', () => {
    expect(words(question(own, 'bob'))).toContain('ada');
    expect(words(question(own, 'ada'))).not.toContain('ada');
  });
});

describe('an answer', () => {
  it('is not there before anything happened', () => {
    expect(answer(turnAfter(said('x')))).toBe('');
  });

  it.each([
    ['cancelled', 'so far Stopped.'],
    ['superseded', 'so far Replaced by a newer message.'],
  ] as const)('that was %s says so', (status, text) => {
    const turn = turnAfter({ type: 'text', delta: 'so far', offset: 0 }, { type: 'done', status });
    expect(words(answer(turn))).toBe(text);
  });

  it('that failed says why and can be asked for again', () => {
    const fault: EventBody = {
      type: 'error',
      code: 'timeout',
      message: 'The search took too long.',
      retryable: true,
    };
    expect(words(answer(turnAfter(said('x'), fault, { type: 'done', status: 'failed' })))).toBe(
      'The search took too long. Ask again',
    );
    expect(words(answer(turnAfter(said('x'), { type: 'done', status: 'failed' })))).toContain(
      'went wrong on our side',
    );
  });

  it('shows a fault that did not end it', () => {
    const turn = turnAfter(
      { type: 'error', code: 'tool_failed', message: 'No weather today.', retryable: true },
      { type: 'response', text: 'Anyway.' },
      { type: 'done', status: 'complete' },
    );
    expect(words(answer(turn))).toBe('Anyway. No weather today.');
  });

  it('counts its steps and searches, and marks sample data', () => {
    const turn = turnAfter(
      { type: 'workflow_step', step: 'understand', label: 'Reading' },
      { type: 'workflow_step', step: 'act', label: 'Searching' },
      { type: 'tool_result', call: 'f', tool: 'searchFlights', ok: true, summary: '3 flights', sample: true },
      { type: 'tool_result', call: 'w', tool: 'weather', ok: false, summary: 'no answer' },
      { type: 'response', text: 'Done.' },
      { type: 'done', status: 'complete' },
    );
    expect(words(answer(turn))).toBe(
      '2 steps, 2 searches Reading Searching Search flights: 3 flights Sample data Weather: no answer Done.',
    );
  });

  it('is busy while it is written', () => {
    const writing = turnAfter({ type: 'text', delta: 'so', offset: 0 });
    expect(answer(writing)).toContain('aria-busy="true"');
    expect(answer({ ...writing, status: 'complete' })).toContain('aria-busy="false"');
  });
});

describe('the connection', () => {
  const banner = (connection: Parameters<typeof ConnectionBanner>[0]['connection']) =>
    words(renderToStaticMarkup(<ConnectionBanner connection={connection} onRetry={nothing} />));
  it.each(['idle', 'live', 'connecting'] as const)('%s at first needs no banner', (phase) => {
    expect(banner({ phase, attempt: 0, fresh: false, probing: false } as never)).toBe('');
  });

  it('counts down while it waits, and can be tried at once', () => {
    const text = banner({
      phase: 'waiting',
      attempt: 2,
      fresh: false,
      delayMs: 9,
      retryAt: Date.now() + 60_000,
    });
    expect(text).toMatch(
      /^Connection lost\. Trying again in (60|59) s \. What you write is kept and sent then\. Try now$/,
    );
  });

  it('that is being tried again says so', () => {
    expect(banner({ phase: 'connecting', attempt: 2, fresh: false })).toContain('Trying again now…');
  });

  it('that was turned away says why', () => {
    expect(banner({ phase: 'refused', code: 4401, reason: 'token expired' })).toContain('token expired');
  });
});

describe('the trip', () => {
  const request = { destinations: [{ name: 'Paris', kind: 'city' as const }], interests: [] };
  it('says what is still to be said', () => {
    const trip = { request, pois: [], requirements: [], plan: [], missing: ['dates', 'budget'] };
    expect(words(renderToStaticMarkup(<TripSummary trip={trip} />))).toBe(
      'Paris Still to say When and budget',
    );
  });

  it('groups wishes by how much they matter', () => {
    const html = renderToStaticMarkup(
      <Requirements
        requirements={[
          { description: 'quiet', priority: 'avoid' },
          { description: 'sea', priority: 'must_have' },
          { description: 'sun', priority: 'must_have' },
        ]}
      />,
    );
    expect(words(html)).toBe('Wishes Must have sea sun Avoid quiet');
  });

  const option = (cost: string) => ({
    days: [{ highlight: 'Art', lodging: poi('Inn'), blocks: [] }],
    overall_cost: cost,
    general_notes: 'By train.',
  });
  it('offers its plans and lays out one', () => {
    const html = words(renderToStaticMarkup(<PlanOptions plan={[option('$10'), option('$20')]} sampled />));
    expect(html).toContain('Plans Sample data');
    expect(html).toContain('Option 1 $10 Option 2 $20');
    expect(html).toContain('$10 for 1 day, everyone included By train. Day 1 Art');
    expect(html).toContain('Night at Inn');
    expect(html).not.toContain('$20 for');
  });

  it('does not offer a choice of one, and no label without reason', () => {
    const html = renderToStaticMarkup(<PlanOptions plan={[option('$10')]} sampled={false} />);
    expect(html).not.toContain('radio');
    expect(html).not.toContain('Sample');
  });

  it('shows how to get from place to place', () => {
    const block = {
      time: '9:00 AM - 10:00 AM',
      description: 'Walk',
      transportation: { method: 'Train', cost: 7.5 },
    };
    expect(words(renderToStaticMarkup(<Block block={block} sign="€" />))).toBe(
      '9:00 AM - 10:00 AM Walk Getting there: Train, €7.50',
    );
  });

  it.each([
    ['Visit Louvre', ['Louvre'], 'Visit <a'],
    ['Old masters', ['Louvre'], '<p>Old masters</p><ul'],
    ['Louvre and more', ['Louvre', 'Orsay'], '<p>Louvre and more</p><ul'],
    ['A walk', [], '<p>A walk</p></div>'],
  ])('links a place where it is named: %s', (description, names, html) => {
    const block = { time: '', description, pois: names.map(poi) };
    expect(renderToStaticMarkup(<Block block={block} sign="$" />)).toContain(html);
  });

  it('shows six places at first', () => {
    const html = renderToStaticMarkup(<Places pois={Array.from({ length: 9 }, (_, i) => poi(`P${i}`))} />);
    expect([html.match(/<li/g)?.length, html.includes('Show all 9')]).toEqual([6, true]);
  });
});

describe('a notice', () => {
  const bar = (fault: string | undefined, refused?: { asked: string; reason: string }) =>
    words(
      renderToStaticMarkup(
        <NoticeBar identity={{ userId: 'a', refused }} fault={fault} onDismiss={nothing} />,
      ),
    );
  it('is there when there is something to say', () => {
    expect(bar(undefined)).toBe('');
    expect(bar('Too long.')).toContain('Too long.');
    expect(bar(undefined, { asked: '', reason: 'is empty' })).toBe(
      'The name in the address is empty, so it is not used.',
    );
  });
});
