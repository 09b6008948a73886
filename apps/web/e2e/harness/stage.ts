import { type Browser, type BrowserContextOptions } from 'playwright-core';
import { openBrowser, openPage, type WatchedPage } from './browser.js';
import { buildPage } from './build-page.js';
import { StubServer } from './stub-server.js';

/** A browser and a server with the page of the sources, for the tests of one file. */
export interface Stage {
  server: StubServer;
  browser: Browser;
  /** A page of that user in a fresh profile. */
  visit: (userId?: string, options?: BrowserContextOptions) => Promise<WatchedPage>;
  end: () => Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const [browser, built] = await Promise.all([openBrowser(), buildPage()]);
  const server = new StubServer(built.folder);
  await server.start();
  return {
    server,
    browser,
    visit: (userId, options) =>
      openPage(
        browser,
        userId === undefined ? server.url : `${server.url}/?userId=${encodeURIComponent(userId)}`,
        options,
      ),
    end: async () => {
      await browser.close();
      await server.stop();
      await built.remove();
    },
  };
}
