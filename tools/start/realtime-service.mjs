/** The local realtime service that `npm start` runs beside the rest, so that rooms work with no account anywhere. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { findNode, root } from './workspace.mjs';

/** Where members' sockets reach it. */
const port = 3002;
const patienceMs = 10_000;

/**
 * Starts it, unless another realtime service is configured or the port of the rest is not known. Gives the settings by which the rest
 * reaches it, and `stop`. What keeps it from starting is said, and nothing else waits for it.
 */
export async function startRealtimeService(env) {
  const none = { settings: {}, stop: () => undefined };
  if (env.REALTIME_WS_URL || env.PORT === '0') return none;
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const token = randomBytes(24).toString('base64url');
  const webhook = `http://127.0.0.1:${env.PORT || 3000}/api/realtime/webhook`;
  const main = join(root, 'tools', 'realtime-service', 'dist', 'main.js');
  // Not among the arguments, which everybody on the machine can read.
  const options = ['--port', String(port), '--webhook-url', webhook, '--secrets-on-stdin'];
  const child = spawn(findNode(), ['--disable-warning=ExperimentalWarning', main, ...options], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  child.stderr.resume();
  // One that has ended already is noticed below.
  child.stdin.on('error', () => undefined);
  child.stdin.end(JSON.stringify({ token, webhookSecret: secret }));
  const listens = await new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), patienceMs);
    const say = (answer) => {
      clearTimeout(timer);
      resolve(answer);
    };
    child.stdout.once('data', () => say(true));
    child.once('exit', () => say(false));
  });
  const stop = () => child.connected && child.disconnect();
  if (!listens) {
    stop();
    console.error(
      `The local realtime service could not start (is port ${port} taken?); rooms are not available.`,
    );
    return none;
  }
  const settings = {
    REALTIME_WS_URL: `ws://127.0.0.1:${port}`,
    REALTIME_API_URL: `http://127.0.0.1:${port}`,
    REALTIME_NAMESPACE_ID: 'local',
    REALTIME_API_TOKEN: token,
    REALTIME_CLIENT_URL: `ws://localhost:${port}/namespaces/local/client`,
    REALTIME_WEBHOOK_SECRET: secret,
  };
  return { settings, stop };
}
