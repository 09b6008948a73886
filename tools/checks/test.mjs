/**
 * `npm test`: installs what is missing, then checks the format, lints, type-checks, builds and tests every project, and ends with
 * `N passed, N failed` alone on a line. A failed check that is not a test counts as one failure.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ensureServers } from './servers.mjs';
import { command, ensureInstalled, root, runNode, runNx } from '../start/workspace.mjs';

const reports = () =>
  ['apps', 'libs', 'tools'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .map((name) => join(root, folder, name, '.reports', 'jest.json'))
      .filter((file) => existsSync(file)),
  );

/** What failed, last on the screen: the output above is long, and a log that is cut keeps its end. */
function failures(report) {
  return report.testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    if (failed.length === 0 && message !== '' && assertionResults.length === 0)
      return [`${relative(root, name)}\n${excerpt(message)}`];
    return failed.map(
      ({ fullName, failureMessages }) =>
        `${relative(root, name)}: ${fullName}\n${excerpt(failureMessages.join('\n'))}`,
    );
  });
}

const excerpt = (text) =>
  stripVTControlCharacters(text)
    .split('\n')
    .slice(0, 12)
    .map((line) => `    ${line.slice(0, 200)}`)
    .join('\n');

/** One target over every project: prints what failed, and how many projects did. */
function check(name, run) {
  const began = performance.now();
  const result = run();
  const ok = result.status === 0;
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name} (${((performance.now() - began) / 1000).toFixed(0)} s)`);
  if (!ok) console.log(`${result.stdout}\n${result.stderr}`);
  return ok;
}

const nx = (target, parallel) => () =>
  runNx([
    'run-many',
    '-t',
    target,
    `--parallel=${parallel}`,
    '--output-style=static',
    ...process.argv.slice(2),
  ]);

await command(() => {
  ensureInstalled();
  const leftOut = ensureServers();
  for (const file of reports()) rmSync(file);
  const checks = [
    check('format', () =>
      runNode([
        join(root, 'node_modules', 'prettier', 'bin', 'prettier.cjs'),
        '--check',
        '--log-level=warn',
        '.',
      ]),
    ),
    check('build', nx('build', 2)),
    check('typecheck', nx('typecheck', 2)),
    check('lint', nx('lint', 2)),
    // One project after the other: some of them measure, kill processes and drive a browser.
    check('test', nx('test', 1)),
  ];
  const counts = reports().map((file) => JSON.parse(readFileSync(file, 'utf8')));
  const sum = (field) => counts.reduce((total, report) => total + report[field], 0);
  const passed = sum('numPassedTests') + checks.filter(Boolean).length;
  const failed = sum('numFailedTests') + sum('numRuntimeErrorTestSuites') + checks.filter((ok) => !ok).length;
  const skipped = sum('numPendingTests') + sum('numTodoTests');
  if (skipped > 0)
    console.log(`${skipped} skipped; the reasons are in the output above and in docs/configuration.md`);
  for (const failure of counts.flatMap(failures)) console.log(`FAIL ${failure}`);
  for (const sentence of leftOut) console.log(sentence);
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
});
