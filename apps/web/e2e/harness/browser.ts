import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** Set by whoever runs the tests on a machine that can have no browser; read nowhere else. */
export const browserIsOff = process.env['TRAVELLITE_SKIP_BROWSER'] === '1';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The browser on the PATH, Debian's first. Throws with the command that installs it. */
function findBrowser(): string {
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(delimiter)];
  for (const name of names) {
    for (const folder of folders.filter((one) => one !== '')) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        continue;
      }
    }
  }
  throw new Error(
    'The tests of the page need Chromium. Install it with: apt-get update && apt-get install -y chromium ' +
      '(or set TRAVELLITE_SKIP_BROWSER=1 to leave these tests out).',
  );
}

/** A browser with a profile of its own that is thrown away, and that talks to nobody but the page's server. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: findBrowser(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
    ],
  });

export interface WatchedPage {
  page: Page;
  /** Errors of the console, uncaught exceptions and refused resources, as they came. */
  faults: string[];
}

/** A page in a fresh profile that remembers everything that went wrong in it. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...options });
  // Shorter than a test may take, so that it is the step that fails and says what it waited for.
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(url);
  return { page, faults };
}
