import { connect, type NatsConnection } from 'nats';

/** An answer over the micro protocol: the JSON, or the code and sentence of its error headers. */
export type Answer = { ok: true; body: unknown } | { ok: false; code: string; message: string };

/** An operator with a connection to NATS, who asks as `nats req` does. */
export class Operator {
  private constructor(readonly connection: NatsConnection) {}

  static async connect(url: string): Promise<Operator> {
    return new Operator(await connect({ servers: url, maxReconnectAttempts: -1, reconnectTimeWait: 50 }));
  }

  async ask(subject: string, body: unknown = ''): Promise<Answer> {
    const payload = typeof body === 'string' ? body : JSON.stringify(body);
    const reply = await this.connection.request(subject, payload, { timeout: 5_000 });
    const code = reply.headers?.get('Nats-Service-Error-Code');
    if (code) return { ok: false, code, message: reply.headers?.get('Nats-Service-Error') ?? '' };
    return { ok: true, body: reply.json() };
  }

  /** The body of an answer that must be no error. */
  async get<T>(subject: string, body: unknown = ''): Promise<T> {
    const answer = await this.ask(subject, body);
    if (answer.ok) return answer.body as T;
    throw new Error(`${subject} answered ${answer.code}: ${answer.message}`);
  }

  /** Every process of a service, by `$SRV.INFO`. */
  async instances(service: string) {
    const found = [];
    for await (const info of await this.connection.services.client().info(service)) found.push(info);
    return found;
  }

  close(): Promise<void> {
    return this.connection.close();
  }
}
