import { jest } from '@jest/globals';
import { browserIsOff } from './browser.js';
import { openStage, type Stage } from './stage.js';

/** Tests that need a browser: with a stage of their own, or left out aloud when the run says so. */
export function browserTests(name: string, tests: (stage: () => Stage) => void): void {
  if (browserIsOff) {
    process.stderr.write(`left out because TRAVELLITE_SKIP_BROWSER=1: ${name}\n`);
    describe.skip(name, () => tests(never));
    return;
  }
  // A browser on a busy machine takes its time; what hangs is told by the shorter limit of each step.
  jest.setTimeout(60_000);
  describe(name, () => {
    let stage: Stage | undefined;
    const open = () => {
      if (!stage) throw new Error('The stage is not open.');
      return stage;
    };
    beforeAll(async () => {
      stage = await openStage();
    }, 60_000);
    // A page that is left open would go on reconnecting beside the next test.
    afterEach(() => Promise.all((stage?.browser.contexts() ?? []).map((context) => context.close())));
    afterAll(() => stage?.end());
    tests(open);
  });
}

const never = (): never => {
  throw new Error('A test that is left out ran.');
};
