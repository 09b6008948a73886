import { connected, say, wholeAnswers } from './harness/acts.js';
import { beginPlan, endPlan, planAnswer } from './harness/scenario.js';
import { browserTests } from './harness/suite.js';

browserTests('a lost connection', (stage) => {
  afterEach(async () => {
    await stage().server.stop();
    await stage().server.start();
  });

  it('is shown with a countdown, and messages written meanwhile arrive once', async () => {
    const { page } = await stage().visit('away');
    stage().server.answer = (turn, text, conversation) => conversation.finish(turn, `Yes, ${text}.`);
    await say(page, 'before');
    await wholeAnswers(page, 1);
    await stage().server.stop();
    await page.getByText(/Trying again in \d+ s/).waitFor();
    await say(page, 'while away');
    await page.getByText('Waits for the connection').waitFor();
    await stage().server.start();
    expect(await wholeAnswers(page, 2)).toEqual(['Yes, before.', 'Yes, while away.']);
    expect(stage().server.conversation('away').accepted).toHaveLength(2);
    await page.getByText(/Trying again/).waitFor({ state: 'detached' });
  });

  it('continues from the last event, in the middle of an answer', async () => {
    const { page } = await stage().visit('middle');
    const hold: { turn?: string } = {};
    stage().server.answer = (turn, _text, conversation) => {
      hold.turn = turn;
      beginPlan(turn, conversation);
    };
    await say(page, 'Paris');
    await page.getByText(planAnswer.slice(0, 30)).waitFor();
    await stage().server.stop();
    await page.getByText(/Trying again/).waitFor();
    expect(await page.locator('.answer-text').textContent()).toBe(planAnswer.slice(0, 90));
    endPlan(hold.turn ?? '', stage().server.conversation('middle'));
    await stage().server.start();
    expect(await wholeAnswers(page, 1)).toEqual([planAnswer]);
    expect(new URLSearchParams(stage().server.urls.at(-1)).get('epoch')).toBe('1');
  });

  it('can be tried again at once', async () => {
    const { page } = await stage().visit('now');
    await connected(page);
    await stage().server.stop();
    // The third delay is more than two seconds: long enough to be cut short.
    await page.getByText('Trying again in 3 s').waitFor();
    await stage().server.start();
    const before = stage().server.urls.length;
    await page.getByRole('button', { name: 'Try now' }).click();
    await connected(page);
    expect(stage().server.urls.length).toBe(before + 1);
  });

  it('shows what the server has after it went back in time', async () => {
    const { page } = await stage().visit('rollback');
    stage().server.answer = (turn, text, conversation) => conversation.finish(turn, `Yes, ${text}.`);
    await say(page, 'one');
    await wholeAnswers(page, 1);
    await stage().server.stop();
    stage().server.conversation('rollback').epoch = 2;
    await stage().server.start();
    await connected(page);
    expect(await wholeAnswers(page, 1)).toEqual(['Yes, one.']);
    await say(page, 'two');
    expect(await wholeAnswers(page, 2)).toEqual(['Yes, one.', 'Yes, two.']);
  });
});
