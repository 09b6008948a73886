import { randomUUID } from 'node:crypto';
import { type IncomingMessage } from 'node:http';
import { nativeSubprotocol } from '@travellite/protocol';
import { createShareLinks, type ShareLinks } from '@travellite/trip-files';
import { type Admission, admit, type Refusal } from './connections/admission.js';
import { type ClientSocket } from './connections/client-socket.js';
import { closeCodes } from './connections/close-codes.js';
import { Connections } from './connections/connections.js';
import { type Door } from './connections/door.js';
import { type DoorPorts } from './inbound/door-ports.js';
import { OpenRequests } from './http/open-requests.js';
import { GatewayDoor } from './inbound/gateway-door.js';
import { NativeDoor } from './inbound/native-door.js';
import { TripChatDoor } from './inbound/trip-chat-door.js';
import { defaultGatewayLimits, type GatewayLimits, type GatewayOptions, type Probe } from './options.js';
import { Hubs } from './outbound/hubs.js';

/** The WebSocket doors by path, each with whether it needs to know its user. */
export const doorPaths = {
  '/api/gateway/ws': { door: 'gateway', nameNeeded: true },
  '/ws/chat': { door: 'trip-chat', nameNeeded: false },
  '/ws': { door: 'native', nameNeeded: true },
} as const;
export type DoorPath = keyof typeof doorPaths;

const restarting: Refusal = { httpStatus: 503, reason: 'The server restarts. Try again soon.' };

/** The whole gateway without its transport: doors, connections and hubs. Nest hands it sockets and requests. */
export class Gateway {
  readonly limits: GatewayLimits;
  readonly ports: DoorPorts;
  readonly connections: Connections;
  /** Links to trips; unset where there is no secret to seal them with. */
  readonly links: ShareLinks | undefined;
  private readonly doors: Record<Door['name'], Door>;
  /** `POST /chat` that wait for their turn. */
  readonly requests = new OpenRequests();
  private draining = false;
  private emptying: Promise<void> | undefined;

  constructor(readonly options: GatewayOptions) {
    const { bus, conversations, ingest, log, counters } = options;
    const now = options.now ?? Date.now;
    this.limits = { ...defaultGatewayLimits, ...options.limits };
    const hubs = new Hubs({ bus, conversations, log, counters, now });
    this.ports = { hubs, ingest, conversations, log, now, newId: options.newId ?? randomUUID };
    this.connections = new Connections({ limits: this.limits, log, counters, now });
    const { secret } = options.trips ?? {};
    this.links = secret === undefined ? undefined : createShareLinks(secret);
    this.doors = {
      gateway: new GatewayDoor(this.ports),
      'trip-chat': new TripChatDoor(this.ports, options.identify === undefined),
      native: new NativeDoor(this.ports),
    };
  }

  /** Decides about an upgrade, before it happens. */
  async guard(
    path: string,
    request: IncomingMessage,
  ): Promise<{ admission: Admission; refusal?: undefined } | { refusal: Refusal }> {
    if (this.draining) return { refusal: restarting };
    const door = doorPaths[path as DoorPath];
    const offered = request.headers['sec-websocket-protocol']?.split(',').map((name) => name.trim());
    const native = offered?.includes(nativeSubprotocol) ?? false;
    return admit(request, this.rules, native || door.nameNeeded, native || door.door === 'native');
  }

  /** Why requests are refused at the moment, if they are. */
  get refusal(): Refusal | undefined {
    return this.draining ? restarting : undefined;
  }

  /** Who may talk to this gateway. */
  get rules() {
    const { origins = [], identify } = this.options;
    return { origins, ...(identify ? { identify } : {}) };
  }

  /** Takes an upgraded socket in. */
  open(path: DoorPath, socket: ClientSocket, request: IncomingMessage, admission: Admission): void {
    const name = socket.protocol === nativeSubprotocol ? 'native' : doorPaths[path].door;
    this.connections.add(socket, request, admission, this.doors[name]);
  }

  /** Whether this process should get requests, part by part. */
  async readiness(): Promise<Record<string, Probe>> {
    const parts: Record<string, Probe> = {
      gateway: this.draining ? { ok: false, detail: 'draining' } : { ok: true },
      bus: this.options.bus.health(),
    };
    for (const [name, probe] of Object.entries(this.options.probes ?? {})) {
      parts[name] = await Promise.resolve()
        .then(probe)
        .catch((error: unknown) => ({ ok: false, detail: String(error) }));
    }
    return parts;
  }

  /** From now on no new connection is taken and readiness says no; open ones go on, and their clients know. Idempotent. */
  drain(): void {
    if (this.draining) return;
    this.draining = true;
    this.connections.announceRestart();
  }

  /** Drains, closes every connection with 1012, and lets requests that wait for a turn end, all within the grace. Idempotent. */
  empty(): Promise<void> {
    this.drain();
    this.emptying ??= this.closeDoors();
    return this.emptying;
  }

  private async closeDoors(): Promise<void> {
    await Promise.all([
      this.connections.closeAll(closeCodes.restart),
      this.requests.ended(this.limits.drainMs),
    ]);
  }

  /** Empties, then ends what still waits. Idempotent. */
  async close(): Promise<void> {
    await this.empty();
    await this.ports.hubs.close();
  }

  /** What this process does, in counts. */
  status() {
    return {
      state: this.draining ? 'draining' : 'working',
      connections: { open: this.connections.size, doors: this.connections.byDoor() },
      conversations: this.ports.hubs.size,
      requests: this.requests.size,
    };
  }
}
