import { type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { type FaultChange } from '../faults/faults.js';
import { type Door } from '../http/door.js';
import { readJsonBody, sendJson, sendRefusal } from '../http/send.js';
import { RoomRefusal } from '../rooms/room.js';
import { sameText } from '../http/same-text.js';

/** What a running service can be told to do. */
export interface Controls {
  inspect(): object;
  setFaults(change: FaultChange): void;
  clearFaults(): void;
  drop(kind: 'server' | 'client' | 'all'): number;
  restart(): void;
}

const probability = z.number().min(0).max(1).optional();
const lineSchema = z
  .strictObject({
    lose: probability,
    duplicate: probability,
    reorder: probability,
    delayMs: z.number().min(0).max(60_000).optional(),
  })
  .optional();
const faultsSchema = z.strictObject({
  refuse: z.boolean().optional(),
  acks: lineSchema,
  deliveries: lineSchema,
  publications: lineSchema,
  webhooks: lineSchema,
});
const dropSchema = z.strictObject({ kind: z.enum(['server', 'client', 'all']).default('all') });

/** `/control/…`, with the server's token: for a service that runs as a process of its own. */
export function createControlDoor(token: string, controls: Controls): Door {
  const actions: Record<string, (request: IncomingMessage) => Promise<object>> = {
    'GET /control': async () => controls.inspect(),
    'POST /control/faults': async (request) => {
      controls.setFaults(parse(faultsSchema, await readJsonBody(request)));
      return controls.inspect();
    },
    'DELETE /control/faults': async () => {
      controls.clearFaults();
      return controls.inspect();
    },
    'POST /control/drop': async (request) => ({
      dropped: controls.drop(parse(dropSchema, await readJsonBody(request)).kind),
    }),
    'POST /control/restart': async () => {
      controls.restart();
      return controls.inspect();
    },
  };
  return {
    // A service that refuses everybody must still be told to stop refusing.
    always: true,
    upgrade: () => undefined,
    async request(request: IncomingMessage, response: ServerResponse, url: URL) {
      if (!/^\/control(\/|$)/.test(url.pathname)) return false;
      const action = actions[`${request.method} ${url.pathname}`];
      if (!sameText(request.headers.authorization ?? '', `Bearer ${token}`)) {
        sendJson(response, 401, { error: 'The token is wrong' });
      } else if (!action) sendJson(response, 404, { error: 'There is no such control' });
      else {
        try {
          sendJson(response, 200, await action(request));
        } catch (thrown) {
          sendRefusal(response, thrown);
        }
      }
      return true;
    },
  };
}

/** @throws {RoomRefusal} */
function parse<T>(schema: z.ZodType<T>, json: unknown): T {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new RoomRefusal(
    'invalid',
    `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'cannot be read'}`,
  );
}
