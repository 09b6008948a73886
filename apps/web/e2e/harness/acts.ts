import { type Locator, type Page } from 'playwright-core';

/** The box to write in. */
export const box = (page: Page): Locator => page.getByLabel('Message', { exact: true });

export async function say(page: Page, text: string): Promise<void> {
  await box(page).fill(text);
  await box(page).press('Enter');
}

export const answers = (page: Page): Locator => page.getByRole('article', { name: 'Answer' });

/** The texts of all answers once there are that many and the last one is whole. */
export async function wholeAnswers(page: Page, count: number): Promise<string[]> {
  await page.waitForFunction((wanted) => {
    const all = [...document.querySelectorAll('article.answer')];
    return all.length === wanted && !document.querySelector('[aria-busy="true"]');
  }, count);
  return page.locator('.answer-text').allTextContents();
}

export const connected = (page: Page): Promise<void> =>
  page.getByText('Connected').waitFor({ state: 'attached' });
