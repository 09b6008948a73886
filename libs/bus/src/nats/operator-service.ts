import { type ErrorCode, toTravelError } from '@travellite/protocol';
import { type Log } from '@travellite/telemetry';
import { type NatsConnection, type ServiceMsg, StringCodec } from 'nats';
import { type OperatorService, type Subscription } from '../port.js';
import { inTime } from './in-time.js';

const text = StringCodec();

/**
 * Answers the NATS micro protocol (`$SRV.PING`, `INFO`, `STATS`; NATS ADR-32), so that `nats micro ls` finds this process, and serves its
 * endpoints: any instance answers at `travellite.<service>.<endpoint>`, a certain one at `travellite.<service>.<endpoint>.<id>`.
 */
export async function serveOperators(
  connection: NatsConnection,
  service: OperatorService,
  { log, operationTimeoutMs }: { log: Log; operationTimeoutMs: number },
): Promise<Subscription> {
  const { name, version, description } = service;
  const added = await connection.services.add({ name, version, description });
  const { id } = added.info();
  for (const endpoint of service.endpoints) {
    const subject = `travellite.${name}.${endpoint.name}`;
    const handler = (error: Error | null, message: ServiceMsg) => {
      if (error) log.warn('an operator request failed', { endpoint: endpoint.name, cause: error.message });
      else void respond(message, endpoint.handle, log);
    };
    const metadata = { description: endpoint.description };
    if (!endpoint.ofInstance) added.addEndpoint(endpoint.name, { subject, handler, metadata });
    added.addEndpoint(`${endpoint.name}-${id}`, {
      subject: `${subject}.${id}`,
      handler,
      metadata,
      queue: id,
    });
  }
  // The answer to a round trip means that the server knows the subjects.
  await inTime(connection.flush(), operationTimeoutMs, 'The message queue did not answer.').catch(
    async (error: unknown) => {
      await added.stop();
      throw error;
    },
  );
  return {
    close: async () => {
      await added.stop();
    },
  };
}

/** HTTP's numbers, as micro recommends; what is not listed is a fault of ours. */
const statuses: Partial<Record<ErrorCode, number>> = {
  invalid: 400,
  not_found: 404,
  conflict: 409,
  provider_unavailable: 503,
};

/** A faulty request is answered with a code and a sentence, as micro's error headers. */
async function respond(
  message: ServiceMsg,
  handle: (input: unknown) => Promise<unknown>,
  log: Log,
): Promise<void> {
  try {
    const input = message.data.length === 0 ? undefined : (JSON.parse(text.decode(message.data)) as unknown);
    message.respond(text.encode(JSON.stringify((await handle(input)) ?? null)));
  } catch (thrown) {
    const malformed = thrown instanceof SyntaxError;
    const fault = toTravelError(thrown);
    const status = malformed ? 400 : (statuses[fault.code] ?? 500);
    if (status >= 500) log.error('an operator request failed', { code: fault.code }, thrown);
    message.respondError(status, malformed ? 'The request is not JSON.' : fault.message);
  }
}
