import { randomBytes } from 'node:crypto';
import { joinRoom, openRealtimeService, type RealtimeService } from '@travellite/realtime-service';
import { type Browser, type Page } from 'playwright-core';
import { connected, say, wholeAnswers } from './harness/acts.js';
import { browserIsOff, openBrowser, openPage } from './harness/browser.js';
import { faintTexts, sidewaysScroll, unnamed } from './harness/checks.js';
import { RealServer } from './harness/real-server.js';

if (browserIsOff) process.stderr.write('left out because TRAVELLITE_SKIP_BROWSER=1: rooms\n');
const suite = browserIsOff ? describe.skip : describe;

const people = (page: Page) => page.getByRole('list', { name: 'People' }).getByRole('listitem');
const questions = (page: Page) => page.locator('.question-text').allTextContents();

suite('a room without a realtime service', () => {
  let server: RealServer;
  let browser: Browser;
  const visit = (userId: string, room: string, width = 1400) =>
    openPage(browser, `${server.url}/?${new URLSearchParams({ userId, room })}`, {
      viewport: { width, height: 900 },
    });

  beforeAll(async () => {
    [browser, server] = await Promise.all([openBrowser(), RealServer.open()]);
  }, 60_000);
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('is one conversation of several, of which who comes late sees everything', async () => {
    const ana = await visit('ana', 'spring');
    const ben = await visit('ben', 'spring');
    await ana.page.getByText(/No realtime service runs beside this server/).waitFor();
    await say(ana.page, 'Shall we do a group trip to Barcelona from London?');
    await wholeAnswers(ben.page, 1);
    await say(ben.page, 'I am in! When are we going?');
    await wholeAnswers(ana.page, 2);
    await say(ana.page, 'May 3 to 7, budget 5000 euros, I love beaches');
    await wholeAnswers(ben.page, 3);
    await say(ben.page, 'I would rather see museums');
    const heard = await wholeAnswers(ana.page, 4);
    expect(heard[0]).toMatch(/^ana: .*Barcelona/);
    expect(heard[1]).toMatch(/^ben: /);
    expect(heard[3]).toMatch(/beaches \(ana\); museums \(ben\)/);
    expect(await people(ana.page).allTextContents()).toEqual(['You owner', 'ben editor']);

    await say(ben.page, 'I vote for the second one');
    await ana.page.getByText('Votes: option 2 (ben)').waitFor();
    const late = await visit('cleo', 'spring');
    expect(await wholeAnswers(late.page, 5)).toEqual(await wholeAnswers(ana.page, 5));
    expect(await questions(late.page)).toEqual(await questions(ana.page));
    expect(await late.page.locator('.question-head').allTextContents()).toEqual(
      expect.arrayContaining([expect.stringMatching(/^ana/), expect.stringMatching(/^ben/)]),
    );
    expect(await late.page.locator('.plan-choice label').allTextContents()).toEqual([
      expect.stringMatching(/Beaches/),
      expect.stringMatching(/Museums/),
    ]);
    await late.page.getByText('Votes: option 2 (ben)').waitFor();
    const calendar = await late.page.getByRole('link', { name: 'Add to calendar' }).getAttribute('href');
    const file = await late.page.request.get(`${server.url}${calendar}`);
    expect(await file.text()).toMatch(/^BEGIN:VCALENDAR[^]*Barcelona/);
    expect([ana.faults, ben.faults, late.faults]).toEqual([[], [], []]);
  }, 90_000);

  it('says with a choice when the agent answers, and is quiet then', async () => {
    const ana = await visit('ana', 'quiet room');
    const ben = await visit('ben', 'quiet room');
    await say(ana.page, 'A trip to Rome');
    await wholeAnswers(ben.page, 1);
    const answering = ana.page.getByLabel('TravelLite answers');
    await answering.selectOption('silent');
    await ben.page.getByText(/I keep quiet here/).waitFor();
    await say(ben.page, 'I love art');
    await ana.page.getByText('I love art').waitFor();
    await ana.page.locator('.trip').getByText('Art', { exact: true }).first().waitFor();
    // While the turn runs there is a place for its answer; at its end there is none.
    await wholeAnswers(ana.page, 2);
    expect(await ben.page.getByLabel('TravelLite answers').inputValue()).toBe('silent');
    expect([ana.faults, ben.faults]).toEqual([[], []]);
  }, 60_000);

  it.each([360, 1400])(
    'is legible and fits at %i px, whatever people and rooms are called',
    async (width) => {
      const name = 'a-very-long-name-without-any-break-'.repeat(4).slice(0, 120);
      const { page, faults } = await visit(name, `室 ${width} ${'wide'.repeat(40)}`, width);
      await connected(page);
      await say(page, 'A trip to Rome');
      await wholeAnswers(page, 1);
      expect(await sidewaysScroll(page)).toEqual([]);
      expect(await faintTexts(page)).toEqual([]);
      expect(await unnamed(page)).toEqual([]);
      expect(faults).toEqual([]);
    },
    60_000,
  );

  it('that cannot be one is refused in words, and the conversation is one’s own', async () => {
    const { page } = await openPage(browser, `${server.url}/?userId=ana&room=a%00b`);
    await page.getByText(/The room in the address holds control/).waitFor();
    expect(await page.locator('.room-bar').count()).toBe(0);
  }, 60_000);
});

suite('a room with a realtime service', () => {
  let service: RealtimeService;
  let server: RealServer;
  let browser: Browser;
  const visit = (userId: string, room: string) =>
    openPage(browser, `${server.url}/?${new URLSearchParams({ userId, room })}`);
  const there = (page: Page, name: string) =>
    people(page).filter({ hasText: name }).getByText('(here now)').waitFor({ state: 'attached' });

  beforeAll(async () => {
    service = await openRealtimeService({ webhookRetryMs: 20, graceMs: 200 });
    const { wsUrl, apiUrl, namespace, token } = service.native;
    const secret = `whsec_${randomBytes(32).toString('base64')}`;
    const client = new URL(service.clientUrl('nobody'));
    client.search = '';
    [browser, server] = await Promise.all([
      openBrowser(),
      RealServer.open({
        ...{ REALTIME_WS_URL: wsUrl, REALTIME_API_URL: apiUrl, REALTIME_API_TOKEN: token },
        ...{
          REALTIME_NAMESPACE_ID: namespace,
          REALTIME_WEBHOOK_SECRET: secret,
          REALTIME_CLIENT_URL: client.href,
        },
      }),
    ]);
    await service.setWebhook({ url: `${server.url}/api/realtime/webhook`, secret });
  }, 60_000);
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await service?.close();
  });

  it('shows who is there, and pages and clients of the service talk together', async () => {
    const ana = await visit('ana', 'tokyo');
    const ben = await visit('ben', 'tokyo');
    const other = joinRoom({ url: service.clientUrl('cleo'), room: 'tokyo' });
    await other.joined;
    for (const name of ['You', 'ben', 'cleo']) await there(ana.page, name);
    await say(ana.page, 'Shall we do a group trip to Tokyo?');
    const [first] = await wholeAnswers(ben.page, 1);
    expect(first).toMatch(/^ana: /);
    await other.say('I am in! When are we going?');
    await wholeAnswers(ana.page, 2);
    expect(await questions(ana.page)).toEqual([
      'Shall we do a group trip to Tokyo?',
      'I am in! When are we going?',
    ]);
    expect(other.seen.map(({ message }) => message.text)).toContain('Shall we do a group trip to Tokyo?');
    await other.close();
    await people(ana.page)
      .filter({ hasText: 'cleo' })
      .and(ana.page.locator('[data-there="false"]'))
      .waitFor();
    expect([ana.faults, ben.faults]).toEqual([[], []]);
  }, 60_000);

  it('goes on without the service, and with it again', async () => {
    const { page } = await visit('dora', 'away');
    await there(page, 'You');
    service.faults.set({ refuse: true });
    service.drop();
    await page.getByText(/The realtime service is away/).waitFor();
    await say(page, 'A trip to Rome');
    expect((await wholeAnswers(page, 1))[0]).toMatch(/^dora: .*Rome/);
    service.faults.clear();
    await there(page, 'You');
    await say(page, 'Where are we going?');
    await wholeAnswers(page, 2);
    expect(await questions(page)).toEqual(['A trip to Rome', 'Where are we going?']);
  }, 60_000);
});
