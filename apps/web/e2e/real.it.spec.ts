import { type Browser, type Page } from 'playwright-core';
import { box, connected, say, wholeAnswers } from './harness/acts.js';
import { browserIsOff, openBrowser, openPage } from './harness/browser.js';
import { faintTexts, sidewaysScroll, unnamed } from './harness/checks.js';
import { RealServer } from './harness/real-server.js';

if (browserIsOff) process.stderr.write('left out because TRAVELLITE_SKIP_BROWSER=1: the running system\n');
const suite = browserIsOff ? describe.skip : describe;

/** The lines of the trip summary, by their label. */
async function facts(page: Page): Promise<Record<string, string>> {
  const lines = await page.locator('.summary dl > div').all();
  const pairs = lines.map(async (line) => [
    await line.locator('dt').textContent(),
    await line.locator('dd').textContent(),
  ]);
  return Object.fromEntries(await Promise.all(pairs)) as Record<string, string>;
}

const dollars = (sum: string | null) => Number(/\$([\d,]+)/.exec(sum ?? '')?.[1]?.replaceAll(',', ''));

suite('the running system', () => {
  let server: RealServer;
  let browser: Browser;
  const visit = (userId: string, width = 1400) =>
    openPage(browser, `${server.url}/?userId=${userId}`, { viewport: { width, height: 900 } });

  beforeAll(async () => {
    [browser, server] = await Promise.all([openBrowser(), RealServer.open()]);
  }, 60_000);
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('plans a trip in conversation, shows it in two tabs, and still knows it after kill -9', async () => {
    const first = await visit('grace');
    const second = await visit('grace');
    const { page } = first;
    await say(page, 'I want to plan a trip to Rome');
    await wholeAnswers(page, 1);
    expect(await page.getByRole('heading', { name: 'Rome' }).isVisible()).toBe(true);
    expect(await page.locator('.missing').textContent()).toMatch(/when/i);
    const messages = ['March 3rd to 8th', 'Around $2500', 'From Berlin, two of us, we love art'];
    for (const [index, text] of messages.entries()) {
      await say(page, text);
      await wholeAnswers(page, index + 2);
    }
    const known = await facts(page);
    expect(known).toMatchObject({ From: 'Berlin', Who: '2 adults' });
    expect(known['When']).toMatch(/3\s*–\s*8 Mar 20\d\d, 5 nights/);
    expect(known['Budget']).toMatch(/\$2,500/);
    const sums = await page.locator('.plan-choice strong').allTextContents();
    expect(sums.length).toBeGreaterThanOrEqual(2);
    for (const sum of sums) expect(dollars(sum)).toBeLessThanOrEqual(2500);
    expect(await page.locator('.plans .badge').isVisible()).toBe(true);
    expect(await page.locator('.place').count()).toBeGreaterThan(0);

    const answers = await wholeAnswers(page, 4);
    expect(await wholeAnswers(second.page, 4)).toEqual(answers);
    expect(await facts(second.page)).toEqual(known);
    expect([first.faults, second.faults]).toEqual([[], []]);

    await server.kill();
    await page.getByText(/Trying again in \d+ s/).waitFor();
    await say(page, 'Make it 3 days');
    await page.getByText('Waits for the connection').waitFor();
    await server.start();
    await wholeAnswers(page, 5);
    expect(await page.locator('.question-text').allTextContents()).toEqual([
      'I want to plan a trip to Rome',
      ...messages,
      'Make it 3 days',
    ]);
    const fresh = await visit('grace');
    expect(await wholeAnswers(fresh.page, 5)).toEqual(await wholeAnswers(page, 5));
    expect(await facts(fresh.page)).toEqual(await facts(page));
    expect(await fresh.page.locator('.day').count()).toBe(3);
    expect(fresh.faults).toEqual([]);
  }, 90_000);

  it.each([360, 1400])(
    'is legible and fits at %i px',
    async (width) => {
      const { page, faults } = await visit(`reader-${width}`, width);
      await connected(page);
      await say(page, 'Plan a 3 day trip to Tokyo and Kyoto');
      await wholeAnswers(page, 1);
      if (width < 960) await page.getByRole('button', { name: /^Trip/ }).click();
      for (const day of [1, 2]) await page.locator('.day > summary').nth(day).click();
      expect(await page.locator('.day').count()).toBe(3);
      expect(await sidewaysScroll(page)).toEqual([]);
      expect(await faintTexts(page)).toEqual([]);
      expect(await unnamed(page)).toEqual([]);
      expect(faults).toEqual([]);
    },
    60_000,
  );

  it('answers small talk without a plan', async () => {
    const { page, faults } = await visit('visitor');
    await box(page).waitFor();
    await say(page, 'What can you do?');
    const [answer] = await wholeAnswers(page, 1);
    expect(answer?.length).toBeGreaterThan(20);
    expect(await page.locator('.plan').count()).toBe(0);
    expect(faults).toEqual([]);
  }, 60_000);
});
