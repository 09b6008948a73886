import { type BrowserContextOptions } from 'playwright-core';
import { say, wholeAnswers } from './harness/acts.js';
import { faintTexts, sidewaysScroll, unnamed } from './harness/checks.js';
import { planTrip } from './harness/scenario.js';
import { browserTests } from './harness/suite.js';

const screens: [string, BrowserContextOptions][] = [
  ['360 px', { viewport: { width: 360, height: 740 } }],
  ['360 px, dark', { viewport: { width: 360, height: 740 }, colorScheme: 'dark' }],
  ['768 px', { viewport: { width: 768, height: 1024 } }],
  ['1400 px', { viewport: { width: 1400, height: 900 } }],
  ['1400 px, dark', { viewport: { width: 1400, height: 900 }, colorScheme: 'dark' }],
  ['a short window', { viewport: { width: 1000, height: 420 } }],
];

browserTests('the layout', (stage) => {
  it.each(screens)(
    'fits %s: no sideways scroll, legible, named, no console errors',
    async (name, options) => {
      const { page, faults } = await stage().visit(`layout ${name}`, options);
      const narrow = (options.viewport?.width ?? 0) < 960;
      await page.getByText('Where to?').waitFor();
      const look = async (where: string) => {
        expect({ where, wide: await sidewaysScroll(page) }).toEqual({ where, wide: [] });
        expect({ where, faint: await faintTexts(page) }).toEqual({ where, faint: [] });
        expect({ where, unnamed: await unnamed(page) }).toEqual({ where, unnamed: [] });
      };
      await look('empty');
      stage().server.answer = planTrip;
      await say(page, `A long word: ${'x'.repeat(300)} and then some`);
      await wholeAnswers(page, 1);
      await look('conversation');
      if (narrow) {
        expect(await page.getByRole('heading', { name: 'Paris' }).isVisible()).toBe(false);
        await page.getByRole('button', { name: /^Trip/ }).click();
      }
      expect(await page.getByRole('heading', { name: 'Paris' }).isVisible()).toBe(true);
      for (let day = 1; day < 7; day++) await page.locator('.day > summary').nth(day).click();
      await page.locator('.identity').click();
      await look('trip');
      expect(faults).toEqual([]);
    },
  );

  it('follows the answer, but leaves a reader who scrolled up where they are', async () => {
    const { page } = await stage().visit('scroll', { viewport: { width: 900, height: 500 } });
    stage().server.answer = (turn, text, conversation) => conversation.finish(turn, `${text}\n`.repeat(30));
    await say(page, 'first');
    await wholeAnswers(page, 1);
    const pane = page.getByRole('region', { name: 'Conversation' });
    const fromEnd = () =>
      pane.evaluate((element) => Math.round(element.scrollHeight - element.scrollTop - element.clientHeight));
    await page.waitForFunction(() => {
      const element = document.querySelector('.chat-pane');
      return (
        element &&
        element.scrollTop > 0 &&
        element.scrollHeight - element.scrollTop - element.clientHeight < 2
      );
    });
    await pane.evaluate((element) => element.scrollTo(0, 0));
    await page.getByRole('button', { name: 'Latest' }).waitFor();
    const conversation = stage().server.conversation('scroll');
    conversation.emit('other', {
      type: 'message',
      message: { text: 'x', author: { userId: 'scroll' }, ts: 1, door: 'voice' },
    });
    conversation.finish('other', 'from another door\n'.repeat(20));
    await wholeAnswers(page, 2);
    expect(await pane.evaluate((element) => element.scrollTop)).toBe(0);
    await page.getByRole('button', { name: 'Latest' }).click();
    expect(await fromEnd()).toBeLessThan(2);
    await page.getByRole('button', { name: 'Latest' }).waitFor({ state: 'detached' });
  });

  it('moves nothing when the reader wants no motion', async () => {
    const { page } = await stage().visit('still', { reducedMotion: 'reduce' });
    stage().server.answer = (turn, _text, conversation) =>
      conversation.emit(turn, { type: 'workflow_step', step: 'act', label: 'Searching' });
    await say(page, 'hello');
    await page.locator('.spinner').waitFor();
    const durations = await page.evaluate(() =>
      document.getAnimations().map((one) => Number(one.effect?.getComputedTiming().activeDuration)),
    );
    expect(durations.every((ms) => ms <= 1)).toBe(true);
  });
});
