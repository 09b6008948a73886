import { chunking } from './chunking.js';
import { close } from './close.js';
import { data } from './data.js';
import { dedupe } from './dedupe.js';
import { durability } from './durability.js';
import { errors } from './errors.js';
import { expiry } from './expiry.js';
import { filter } from './filter.js';
import { findable } from './findable.js';
import { namespaces } from './namespaces.js';
import { order } from './order.js';
import { removal } from './removal.js';
import { type Guarantee, type KnowledgeFixture } from './world.js';

export const guarantees: Guarantee[] = [
  findable,
  order,
  filter,
  namespaces,
  dedupe,
  chunking,
  expiry,
  data,
  removal,
  errors,
  durability,
  close,
];

/** Runs every guarantee of the port against an adapter. What an adapter does not declare is skipped, with the reason in the name. */
export function describeKnowledge(
  name: string,
  fixture: KnowledgeFixture,
  declared: { persistent: boolean },
): void {
  describe(`Knowledge: ${name}`, () => {
    afterEach(() => fixture.cleanUp());
    for (const guarantee of guarantees) {
      const { needs } = guarantee;
      const skip = needs !== undefined && !needs.of({ ranking: 'lexical', shared: false, ...declared });
      describe(skip ? `${guarantee.name} (skipped: not ${needs.says})` : guarantee.name, () => {
        for (const [behaviour, check] of Object.entries(guarantee.behaviours)) {
          (skip ? it.skip : it)(behaviour, async () => check(await fixture.open()));
        }
      });
    }
  });
}
