import { type ServiceProcess } from '@travellite/cluster';
import { openRealtimeService, type RealtimeService } from '@travellite/realtime-service';
import { freePort } from '@travellite/test-servers';
import { Supervisor } from './supervisor.js';

export interface ChannelOptions {
  /** Where the servers are, and more that every service is told. */
  env: Record<string, string>;
  /** A program to run as publisher instead of the app's own. */
  publisherMain?: string;
  publisherArgs?: readonly string[];
  onLine?: (line: string) => void;
}

const ingressCount = 2;
const publisherCount = 2;
/** Messages of a room the service keeps, and shows to those who come back after it began anew. */
const keptMessages = 50_000;
/** How long a publisher may give no sign of life, in ms: short, so that a run sees many take over. */
const publisherLeaseMs = 500;
/** Longest wait for what a process says of itself, in ms. */
const askLimitMs = 500;

/** The realtime channel: webhook doors and publishers as processes, with a realtime service in this one. */
export class Channel {
  private constructor(
    readonly service: RealtimeService,
    readonly ingresses: Supervisor,
    readonly publishers: Supervisor,
    /** Where webhooks are taken; the doors keep their addresses over restarts. */
    readonly webhookUrls: readonly string[],
  ) {}

  static async open(options: ChannelOptions): Promise<Channel> {
    const { publisherMain, publisherArgs, onLine } = options;
    // Members that this busy process leaves behind find all they missed: what a service forgets by itself is not what is tested.
    const service = await openRealtimeService({ historySize: keptMessages, newcomersSee: keptMessages });
    const { namespace, wsUrl, apiUrl, token } = service.native;
    const env = { ...options.env, REALTIME_NAMESPACE_ID: namespace };
    const ports = await Promise.all(Array.from({ length: ingressCount }, () => freePort()));
    const ingresses = await Supervisor.start({
      ...{ app: 'webhook-ingress', count: ingressCount },
      env: (nth) => ({ ...env, PORT: String(ports[nth]) }),
      ...(onLine ? { onLine } : {}),
    });
    const publishers = await Supervisor.start({
      ...{ app: 'realtime-publisher', count: publisherCount },
      env: () => ({
        ...{ ...env, PORT: '0', REALTIME_LEASE_MS: String(publisherLeaseMs) },
        ...{ REALTIME_WS_URL: wsUrl, REALTIME_API_URL: apiUrl, REALTIME_API_TOKEN: token },
      }),
      ...(publisherMain === undefined ? {} : { main: publisherMain }),
      ...(publisherArgs === undefined ? {} : { args: publisherArgs }),
      ...(onLine ? { onLine } : {}),
    });
    const urls = ports.map((port) => `http://127.0.0.1:${port}/api/realtime/webhook`);
    return new Channel(service, ingresses, publishers, urls);
  }

  /** The publisher that says it publishes, if there is one at the moment. */
  async active(): Promise<ServiceProcess | undefined> {
    const asked = await Promise.all(
      this.publishers.processes.map(async (process) => ({ process, holds: await holdsLease(process) })),
    );
    return asked.find(({ holds }) => holds)?.process;
  }

  async close(): Promise<void> {
    await Promise.all([this.ingresses.stop(), this.publishers.stop()]);
    await this.service.close();
  }
}

async function holdsLease({ url }: ServiceProcess): Promise<boolean> {
  try {
    const metrics = await fetch(`${url}/metrics`, { signal: AbortSignal.timeout(askLimitMs) });
    return /^travellite_leases_held(\{.*\})? 1$/m.test(await metrics.text());
  } catch {
    // One that is dead or busy says nothing.
    return false;
  }
}
