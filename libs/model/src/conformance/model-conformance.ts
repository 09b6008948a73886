import { abortSuite } from './abort.js';
import { errorsSuite } from './errors.js';
import { type ModelFixture } from './fixture.js';
import { streamSuite } from './stream.js';
import { structureSuite } from './structure.js';
import { toolsSuite } from './tools.js';
import { usageSuite } from './usage.js';

/** What every model must do. `open` is called before each test. */
export function modelConformance(name: string, open: () => Promise<ModelFixture>): void {
  describe(`${name} keeps the model's guarantees`, () => {
    let current: ModelFixture;
    const fixture = () => current;
    beforeEach(async () => {
      current = await open();
    });
    afterEach(() => current.close());

    describe('stream', () => streamSuite(fixture));
    describe('tools', () => toolsSuite(fixture));
    describe('structure', () => structureSuite(fixture));
    describe('abort', () => abortSuite(fixture));
    describe('errors', () => errorsSuite(fixture));
    describe('usage and sameness', () => usageSuite(fixture));
  });
}
