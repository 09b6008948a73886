/** `npm start`: install when needed, build (cached), run `apps/standalone` and pass signals on. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { startRealtimeService } from './realtime-service.mjs';
import { command, ensureInstalled, environment, Fault, findNode, root, runNx } from './workspace.mjs';

const help = `Usage: npm start

Starts TravelLite at http://localhost:3000: every door and the page in one process, on embedded stores.
A local realtime service runs beside it at port 3002 (REALTIME_WS_URL uses another).
Installs and builds first when something changed.

Settings are environment variables; the common ones:
  PORT=3000                port
  HOST=127.0.0.1           address to listen on
  TRAVELLITE_DATA=.data    folder for conversations
  OPENAI_API_KEY=...       use an OpenAI-compatible model (also OPENAI_BASE_URL, OPENAI_MODEL)
All of them: docs/configuration.md`;

function build() {
  const projects = '@travellite/standalone,@travellite/web,@travellite/realtime-service';
  const built = runNx(['run-many', '-t', 'build', '-p', projects, '--output-style=static'], {
    stdio: 'pipe',
  });
  if (built.status === 0) return;
  console.error(built.stdout, built.stderr);
  throw new Fault('The build failed; its messages are above.');
}

/** The child is in a process group of its own, so that Ctrl-C reaches it once, through us. It ends when we are gone (IPC). */
async function serve() {
  const realtime = await startRealtimeService(process.env);
  const main = join(root, 'apps', 'standalone', 'dist', 'main.js');
  const child = spawn(findNode(), ['--disable-warning=ExperimentalWarning', '--enable-source-maps', main], {
    cwd: root,
    env: environment(realtime.settings),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // npm hands a SIGTERM to the shell between us, which dies of it without passing it on: a new parent tells.
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 500);
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGKILL' ? 137 : 1);
    clearInterval(watch);
    realtime.stop();
    if (child.connected) child.disconnect();
  });
}

await command(async () => {
  if (process.argv.includes('--help') || process.argv.includes('-h')) {
    console.log(help);
    return;
  }
  ensureInstalled();
  build();
  await serve();
});
