import { answers, box, connected, say, wholeAnswers } from './harness/acts.js';
import { beginPlan, endPlan, planAnswer, planTrip, tripStarted } from './harness/scenario.js';
import { browserTests } from './harness/suite.js';

browserTests('the conversation', (stage) => {
  it('begins with an example, and shows stages, text, places, wishes and plans as they come', async () => {
    const { page, faults } = await stage().visit('flow');
    const hold: { turn?: string } = {};
    stage().server.answer = (turn, _text, conversation) => {
      hold.turn = turn;
      conversation.emit(turn, { type: 'workflow_step', step: 'understand', label: 'Reading your message' });
    };
    await page.getByRole('button', { name: /Tokyo and Kyoto/ }).click();
    await page.getByText('Plan a 3 day trip to Tokyo and Kyoto').waitFor();
    await page.locator('summary').getByText('Reading your message').waitFor();
    const conversation = stage().server.conversation('flow');
    beginPlan(hold.turn ?? '', conversation);
    await answers(page).getByText(planAnswer.slice(0, 30)).waitFor();
    expect(await page.locator('[aria-live="polite"][aria-busy="true"]').count()).toBe(1);
    endPlan(hold.turn ?? '', conversation);
    expect(await wholeAnswers(page, 1)).toEqual([planAnswer]);
    const trip = page.getByRole('complementary', { name: 'Your trip' });
    expect(await trip.getByRole('heading', { level: 2 }).textContent()).toBe('Paris');
    const facts = await trip.locator('dl > div').allTextContents();
    expect(facts.map((fact) => fact.replaceAll(/\s/g, ' '))).toEqual([
      'When15 – 22 Dec 2026, 7 nights',
      'Who2 adults',
      'FromNew York',
      'BudgetUp to $3,000 in total',
      'InterestsMuseums, local life',
    ]);
    expect(await trip.getByText('Sample data').first().isVisible()).toBe(true);
    expect(await page.title()).toBe('Paris – TravelLite');
    expect(faults).toEqual([]);
  });

  it('lets the reader choose a plan, open its days and look at places on the map', async () => {
    const { page, faults } = await stage().visit('plans');
    stage().server.answer = planTrip;
    await say(page, 'Paris please');
    await wholeAnswers(page, 1);
    expect(await page.locator('.plan-sum').textContent()).toContain('$2,840 for 7 days');
    await page.getByText('Best value').click();
    expect(await page.locator('.plan-sum').textContent()).toContain('$2,610');
    expect(await page.locator('.day').count()).toBe(7);
    await page.getByText('Day 2').click();
    const dayTwo = page.locator('.day').nth(1);
    await dayTwo.getByText('9:30 AM - 12:00 PM').waitFor();
    expect(await dayTwo.getByText('Metro, 12 min, $2.50').isVisible()).toBe(true);
    const link = dayTwo.getByRole('link', { name: /^Louvre/ });
    expect(await link.getAttribute('href')).toBe(
      'https://www.openstreetmap.org/?mlat=48.86061&mlon=2.33764#map=16/48.86061/2.33764',
    );
    expect(await page.locator('.place').count()).toBe(6);
    await page.getByRole('button', { name: 'Show all 8' }).click();
    expect(await page.locator('.place').count()).toBe(8);
    expect(faults).toEqual([]);
  });

  it('shows text that looks like markup as text', async () => {
    const { page, faults } = await stage().visit('markup');
    const markup = '<img src=x onerror="document.title=1"><b>bold</b> & more';
    stage().server.answer = (turn, text, conversation) => conversation.finish(turn, `You said ${text}`);
    await say(page, markup);
    expect(await wholeAnswers(page, 1)).toEqual([`You said ${markup}`]);
    expect(await page.locator('.question-text').textContent()).toBe(markup);
    expect([await page.locator('.turn img, .turn b').count(), faults]).toEqual([0, []]);
  });

  it('sends with Enter, and Shift+Enter begins a new line', async () => {
    const { page } = await stage().visit('lines');
    stage().server.answer = (turn, _text, conversation) => conversation.finish(turn, 'Hello.');
    await box(page).pressSequentially('one');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('two');
    expect(await box(page).inputValue()).toBe('one\ntwo');
    await page.keyboard.press('Enter');
    expect(await page.locator('.question-text').textContent()).toBe('one\ntwo');
    expect(await box(page).inputValue()).toBe('');
  });

  it('does not send nothing, and says when a message is too long', async () => {
    const { page } = await stage().visit('limits');
    await connected(page);
    const send = page.getByRole('button', { name: 'Send' });
    await box(page).fill('  \n ');
    expect(await send.isDisabled()).toBe(true);
    await box(page).press('Enter');
    await box(page).fill('x'.repeat(16_003));
    expect(await page.getByText('3 characters too many').isVisible()).toBe(true);
    expect(await send.isDisabled()).toBe(true);
    await box(page).press('Enter');
    expect(await page.locator('.turn').count()).toBe(0);
    await box(page).fill('x\u0000y');
    await send.click();
    expect(await page.getByRole('alert').textContent()).toBe('message is not valid text');
    expect(await box(page).inputValue()).toBe('x\u0000y');
  });

  it('says that an answer failed, and asks again when told to', async () => {
    const { page } = await stage().visit('failing');
    stage().server.answer = (turn, _text, conversation) => {
      conversation.emit(turn, {
        type: 'error',
        code: 'provider_unavailable',
        message: 'The model does not answer right now.',
        retryable: true,
      });
      conversation.emit(turn, { type: 'done', status: 'failed' });
    };
    await say(page, 'hello?');
    expect(await page.getByRole('alert').textContent()).toContain('The model does not answer right now.');
    stage().server.answer = (turn, _text, conversation) => conversation.finish(turn, 'Here I am.');
    await page.getByRole('button', { name: 'Ask again' }).click();
    await answers(page).getByText('Here I am.').waitFor();
    expect(await page.locator('.question-text').allTextContents()).toEqual(['hello?', 'hello?']);
  });

  it('keeps a message that was turned away, to try again or remove', async () => {
    const { page } = await stage().visit('refused');
    await connected(page);
    stage().server.refuse = { code: 'queue_full', message: 'Too many messages are waiting.' };
    await say(page, 'one');
    await say(page, 'two');
    await page.locator('.turn').nth(1).getByText('Too many messages are waiting.').waitFor();
    stage().server.refuse = undefined;
    stage().server.answer = (turn, text, conversation) => conversation.finish(turn, `Yes, ${text}.`);
    await page.locator('.turn').first().getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('button', { name: 'Try again' }).click();
    expect(await wholeAnswers(page, 1)).toEqual(['Yes, two.']);
    expect(await page.locator('.question-text').allTextContents()).toEqual(['two']);
  });

  it('shows the same in two tabs, whichever of them writes', async () => {
    const first = await stage().visit('tabs');
    const second = await stage().visit('tabs');
    stage().server.answer = (turn, text, conversation) => {
      conversation.emit(turn, { type: 'state', trip: tripStarted });
      conversation.finish(turn, `Noted: ${text}`);
    };
    await say(first.page, 'from the first');
    expect(await wholeAnswers(second.page, 1)).toEqual(['Noted: from the first']);
    await say(second.page, 'from the second');
    const both = ['Noted: from the first', 'Noted: from the second'];
    expect(await wholeAnswers(first.page, 2)).toEqual(both);
    expect(await first.page.locator('.missing').textContent()).toBe(
      await second.page.locator('.missing').textContent(),
    );
    await second.page.reload();
    expect(await wholeAnswers(second.page, 2)).toEqual(both);
  });

  it('keeps a name for each browser, shows it, and takes another from the address', async () => {
    const { page, faults } = await stage().visit();
    const shown = page.locator('.identity-name');
    const name = await shown.textContent();
    expect(name).toMatch(/^traveller-[a-z0-9]{12}$/);
    await page.reload();
    expect(await shown.textContent()).toBe(name);
    await shown.click();
    await page.getByLabel('Name', { exact: true }).fill('ada.l *>');
    await page.getByRole('button', { name: 'Use this name' }).click();
    await page.waitForURL(/userId=/);
    expect(await shown.textContent()).toBe('ada.l *>');
    await connected(page);
    expect(new URLSearchParams(stage().server.urls.at(-1)).get('userId')).toBe('ada.l *>');
    await page.goto(stage().server.url);
    expect(await shown.textContent()).toBe(name);
    await page.goto(`${stage().server.url}/?userId=`);
    expect(await page.getByRole('alert').textContent()).toContain('The name in the address is empty');
    expect(faults).toEqual([]);
  });
});
