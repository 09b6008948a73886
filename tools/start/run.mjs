/** `node tools/start/run.mjs <project> [args]`: installs and builds what is needed, then runs the project's `dist/main.js`. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { command, ensureInstalled, environment, Fault, findNode, root, runNx } from './workspace.mjs';

/** Tools that work on the rooms alone; the others start or measure the services. */
const withoutServices = ['eval'];
const services = ['standalone', 'ws-gateway', 'agent-worker', 'webhook-ingress', 'realtime-publisher', 'web'];

await command(() => {
  const [project, ...args] = process.argv.slice(2);
  ensureInstalled();
  const projects = [project, ...(withoutServices.includes(project) ? [] : services)]
    .map((name) => `@travellite/${name}`)
    .join(',');
  const built = runNx(['run-many', '-t', 'build', '-p', projects, '--output-style=static'], {
    stdio: 'pipe',
  });
  if (built.status !== 0) {
    console.error(built.stdout, built.stderr);
    throw new Fault('The build failed; its messages are above.');
  }
  const main = join(root, 'tools', project, 'dist', 'main.js');
  const child = spawn(findNode(), ['--disable-warning=ExperimentalWarning', main, ...args], {
    cwd: root,
    env: environment(),
    stdio: 'inherit',
  });
  // Ctrl-C reaches the whole group; a signal to this process alone is passed on.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code) => (process.exitCode = code ?? 1));
});
