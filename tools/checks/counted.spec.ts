import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countedNames } from '@travellite/telemetry';

const root = join(process.cwd(), '../..');

/** Names given to a counter anywhere in the sources, as they stand there (`turns_${…}` ends at the `$`). */
const used = globSync('{apps,libs}/*/src/**/*.ts', { cwd: root })
  .filter((file) => !/\.spec\.ts$|\/testing\//.test(file))
  .flatMap((file) => [
    ...readFileSync(join(root, file), 'utf8').matchAll(/counters\??\.(?:add|set)\(['`]([a-z0-9_]+)/g),
  ])
  .map(([, name = '']) => name);

test('every name that is counted stands in the catalogue of metrics', () => {
  expect(used.length).toBeGreaterThan(15);
  const unlisted = used.filter((name) =>
    name.endsWith('_') ? !countedNames.some((known) => known.startsWith(name)) : !countedNames.includes(name),
  );
  expect(unlisted).toEqual([]);
});
