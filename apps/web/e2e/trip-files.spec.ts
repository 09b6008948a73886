import { type Page } from 'playwright-core';
import { say, wholeAnswers } from './harness/acts.js';
import { faintTexts, sidewaysScroll, unnamed } from './harness/checks.js';
import { planTrip } from './harness/scenario.js';
import { browserTests } from './harness/suite.js';

browserTests('a plan to take along', (stage) => {
  const planned = async (userId: string, width = 1400) => {
    const watched = await stage().visit(userId, {
      viewport: { width, height: 900 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    stage().server.answer = planTrip;
    await say(watched.page, 'Paris please');
    await wholeAnswers(watched.page, 1);
    return watched;
  };
  const hrefs = (page: Page) =>
    page.locator('.trip-files a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  const share = { page: '/trips/t1.abc', expiresAt: '2026-12-28T12:00:00.000Z' };

  it('leads to the files of the option that is shown', async () => {
    const { page, faults } = await planned('ada & co');
    expect(await hrefs(page)).toEqual([
      '/trips/mine.ics?userId=ada+%26+co&option=1',
      '/trips/mine.md?userId=ada+%26+co&option=1',
    ]);
    await page.getByText('Best value').click();
    expect(await hrefs(page)).toEqual([
      '/trips/mine.ics?userId=ada+%26+co&option=2',
      '/trips/mine.md?userId=ada+%26+co&option=2',
    ]);
    expect(faults).toEqual([]);
  });

  it('is shared when told to: the link is copied, and says until when', async () => {
    stage().server.link = { status: 201, body: share };
    stage().server.linkRequests.length = 0;
    const { page, faults } = await planned('lender');
    expect(stage().server.linkRequests).toEqual([]);
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByText('Link copied. Anyone who has it can read this trip until 28 Dec 2026.').waitFor();
    const url = `${stage().server.url}/trips/t1.abc`;
    expect(await page.getByLabel('Link to this trip').inputValue()).toBe(url);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(url);
    expect(stage().server.linkRequests).toEqual(['POST /trips/mine/links?userId=lender']);
    expect(faults).toEqual([]);
  });

  it('says why it cannot be shared', async () => {
    stage().server.link = { status: 404, body: { error: 'Sharing is off: no secret.' } };
    const { page } = await planned('refused');
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByText('Sharing is off: no secret.').waitFor();
    stage().server.link = { status: 502, body: ['no', 'words'] };
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByText('The link could not be made.').waitFor();
    expect(await page.getByRole('button', { name: 'Share' }).isEnabled()).toBe(true);
  });

  it.each([360, 1400])('fits and is legible at %i px', async (width) => {
    stage().server.link = { status: 201, body: share };
    const { page, faults } = await planned(`reader-${width}`, width);
    if (width < 960) await page.getByRole('button', { name: /^Trip/ }).click();
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByLabel('Link to this trip').waitFor();
    expect([await sidewaysScroll(page), await faintTexts(page), await unnamed(page), faults]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });
});
