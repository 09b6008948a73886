import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(process.cwd(), '../..');
const eslint = join(root, 'node_modules/eslint/bin/eslint.js');

/** Plants a file with one import, lints it as Nx would, and gives the rules that fired. */
function rulesBrokenBy(room: string, importLine: string): string[] {
  const file = join(root, room, 'src', `planted-${process.pid}.ts`);
  writeFileSync(file, `${importLine}\nexport const planted = [thing];\n`);
  try {
    const run = spawnSync(process.execPath, [eslint, '--format', 'json', file], {
      cwd: join(root, room),
      encoding: 'utf8',
      env: { ...process.env, NX_DAEMON: 'false' },
    });
    const [result] = JSON.parse(run.stdout) as { messages: { ruleId: string; severity: number }[] }[];
    return [...new Set(result?.messages.filter((m) => m.severity === 2).map((m) => m.ruleId))];
  } finally {
    rmSync(file);
  }
}

const boundary = '@nx/enforce-module-boundaries';

describe('lint keeps the layers of layers.mjs', () => {
  test.each([
    [
      'a lib that imports a higher one',
      'libs/protocol',
      `import { understand as thing } from '@travellite/agent';`,
      boundary,
    ],
    [
      'a port that imports another port',
      'libs/bus',
      `import { type Snapshot as thing } from '@travellite/conversations';`,
      boundary,
    ],
    [
      'a lib that imports an app',
      'libs/turns',
      `import { GatewayModule as thing } from '@travellite/ws-gateway';`,
      boundary,
    ],
    ['Nest outside the apps', 'libs/turns', `import { Module as thing } from '@nestjs/common';`, boundary],
    ['a package of another room', 'libs/planner', `import { connect as thing } from 'nats';`, boundary],
    [
      'a Node module in a room that runs in a browser',
      'libs/protocol',
      `import { join as thing } from 'node:path';`,
      'no-restricted-imports',
    ],
  ])('%s fails', (_name, room, line, rule) => {
    expect(rulesBrokenBy(room, line)).toContain(rule);
  });

  test('two files of one lib that import each other fail', () => {
    const other = join(root, 'libs/turns/src', `planted-other-${process.pid}.ts`);
    writeFileSync(
      other,
      `import { planted } from './planted-${process.pid}.js';\nexport const thing = () => planted;\n`,
    );
    try {
      expect(
        rulesBrokenBy('libs/turns', `import { thing } from './planted-other-${process.pid}.js';`),
      ).toContain('import-x/no-cycle');
    } finally {
      rmSync(other);
    }
  });

  test.each([
    ['downwards', 'libs/turns', `import { newTurnId as thing } from '@travellite/protocol';`],
    ['its own package', 'libs/bus', `import { connect as thing } from 'nats';`],
    ['a Node module where Node is', 'libs/turns', `import { join as thing } from 'node:path';`],
  ])('an import %s passes', (_name, room, line) => {
    expect(rulesBrokenBy(room, line)).toEqual([]);
  });
});
