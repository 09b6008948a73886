import { readFile } from 'node:fs/promises';
import { type Browser, type Page } from 'playwright-core';
import { say, wholeAnswers } from './harness/acts.js';
import { browserIsOff, openBrowser, openPage } from './harness/browser.js';
import { RealServer } from './harness/real-server.js';

if (browserIsOff) process.stderr.write('left out because TRAVELLITE_SKIP_BROWSER=1: trip files\n');
const suite = browserIsOff ? describe.skip : describe;

suite('the files of a trip, from the server that planned it', () => {
  let server: RealServer;
  let browser: Browser;

  beforeAll(async () => {
    [browser, server] = await Promise.all([openBrowser(), RealServer.open()]);
  }, 60_000);
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const visit = (userId: string, locale: string) =>
    openPage(browser, `${server.url}/?userId=${userId}`, {
      viewport: { width: 1400, height: 900 },
      locale,
      permissions: ['clipboard-read', 'clipboard-write'],
    });

  /** Presses a link or button and reads the file that comes. */
  async function pressed(page: Page, name: string | RegExp): Promise<{ name: string; text: string }> {
    const coming = page.waitForEvent('download');
    await page.locator('.trip-files').getByRole('link', { name }).click();
    const download = await coming;
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
  }

  it('come when their links are pressed, and a shared link opens the trip for a stranger', async () => {
    const { page, faults } = await visit('keeper', 'en-US');
    await say(page, 'Plan 3 days in Rome from Madrid, May 3 to 5 2027, two people, 2000 euros');
    await wholeAnswers(page, 1);

    const calendar = await pressed(page, 'Add to calendar');
    expect(calendar.name).toMatch(/^rome-.*\.ics$/);
    expect(calendar.text).toMatch(/^BEGIN:VCALENDAR\r\n[^]*SUMMARY:[^]*END:VCALENDAR\r\n$/);
    const notes = await pressed(page, /Download|Markdown/);
    expect(notes.name).toMatch(/^rome-.*\.md$/);
    expect(notes.text).toMatch(/^# Rome\n[^]*## Day 1, Monday, 3 May 2027/);

    await page.getByRole('button', { name: 'Share' }).click();
    const link = await page.getByLabel('Link to this trip').inputValue();
    const stranger = await openPage(browser, link);
    await stranger.page.getByRole('heading', { level: 1, name: 'Rome' }).waitFor();
    await stranger.page.getByText('A plan, not a booking').waitFor();
    expect(await stranger.page.getByRole('link', { name: 'Add to calendar' }).getAttribute('href')).toMatch(
      /^\/trips\/t1\..*\.ics\?option=1$/,
    );
    expect([faults, stranger.faults]).toEqual([[], []]);
  }, 90_000);

  it('speak the language of the person', async () => {
    const { page } = await visit('reisende', 'de-DE');
    await say(page, 'Plane 3 Tage in Rom ab Madrid vom 3. bis 5. Mai 2027 für zwei Personen, 2000 Euro');
    await wholeAnswers(page, 1);
    const notes = await pressed(page, /Download|Markdown/);
    expect(notes.text).toContain('## Tag 1, Montag, 3. Mai 2027');
    expect(notes.text).toContain('Ein Plan, keine Buchung');
  }, 60_000);
});
