import { type Page } from 'playwright-core';
import { wholeAnswers } from './harness/acts.js';
import { planTrip } from './harness/scenario.js';
import { browserTests } from './harness/suite.js';

/** What has the focus, and whether it can be seen. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return { name: '', ring: true };
    const box = element.closest('label, .composer') ?? element;
    const styles = [element, box].map((one) => getComputedStyle(one));
    const ring = styles.some(
      ({ outlineStyle, boxShadow }) => outlineStyle !== 'none' || boxShadow !== 'none',
    );
    const name = element.getAttribute('aria-label') ?? (element.id || element.textContent) ?? '';
    return { name: name.trim().slice(0, 40), ring };
  });

/** Presses Tab until something of that name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab');
    const { name: at, ring } = await focused(page);
    if (!ring) throw new Error(`no focus ring on ${at}`);
    if (name.test(at)) return;
    passed.push(at);
  }
  throw new Error(`Tab never reached ${name}: ${passed.join(' | ')}`);
}

browserTests('with the keyboard alone', (stage) => {
  it('a whole visit is possible, and the focus is always seen', async () => {
    const { page, faults } = await stage().visit('keys', { viewport: { width: 1400, height: 900 } });
    stage().server.answer = planTrip;
    await page.getByText('Where to?').waitFor();
    await page.keyboard.press('Tab');
    expect((await focused(page)).name).toBe('Skip to the message box');
    await page.keyboard.press('Enter');
    expect((await focused(page)).name).toBe('message');
    await page.keyboard.type('a trip to Paris');
    await page.keyboard.press('Enter');
    await wholeAnswers(page, 1);
    expect((await focused(page)).name).toBe('message');
    await tabTo(page, /^Trip details/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('.plan-sum').textContent()).toContain('$2,610');
    await tabTo(page, /^Day 2/);
    await page.keyboard.press('Enter');
    expect(await page.locator('.day').nth(1).getAttribute('open')).not.toBeNull();
    await tabTo(page, /^Louvre on OpenStreetMap/);
    await tabTo(page, /^Show all 8/);
    await page.keyboard.press('Space');
    expect(await page.locator('.place').count()).toBe(8);
    expect(faults).toEqual([]);
  });

  it('the name can be changed, and Escape leaves it as it is', async () => {
    const { page } = await stage().visit('escape');
    await page.getByText('Where to?').waitFor();
    await tabTo(page, /escape$/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^user-id/);
    await page.keyboard.press('Escape');
    expect(await page.getByLabel('Name', { exact: true }).isVisible()).toBe(false);
    expect((await focused(page)).name).toMatch(/escape$/);
  });

  it('a narrow screen is switched from the conversation to the trip and back', async () => {
    const { page } = await stage().visit('switch', { viewport: { width: 360, height: 740 } });
    await page.getByText('Where to?').waitFor();
    await tabTo(page, /^Trip/);
    await page.keyboard.press('Space');
    expect(await page.locator('main').isVisible()).toBe(false);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Space');
    expect(await page.locator('main').isVisible()).toBe(true);
  });
});
