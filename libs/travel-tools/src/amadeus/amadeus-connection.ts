import { type z } from 'zod';
import { checkShape } from '../remote/http-json.js';
import { ProviderFault } from '../remote/provider-fault.js';
import { toAmadeusFault } from './amadeus-faults.js';
import { type AmadeusClient, createAmadeusClient } from './amadeus-sdk.js';
import { AmadeusTokens } from './amadeus-tokens.js';
import { guardedHttp } from './guarded-http.js';

/** An account with Amadeus. The self-service hosts ended in 2026: the address comes with the contract. */
export interface AmadeusAccess {
  clientId: string;
  clientSecret: string;
  /** `https://…` up to before `/v1`. */
  baseUrl: string;
}

/** Asks Amadeus through its own package. One a process and account: it keeps the access token. */
export interface AmadeusConnection {
  /** @throws {ProviderFault} an `AmadeusFault` where it named codes */
  get<T>(
    path: string,
    params: Record<string, string | number | boolean>,
    schema: z.ZodType<T>,
    signal: AbortSignal,
  ): Promise<T>;
}

/** Ms for a token request; it is shared, so no caller's signal ends it. */
const tokenMs = 8_000;

export function createAmadeusConnection(access: AmadeusAccess, now: () => number): AmadeusConnection {
  const base = new URL(access.baseUrl);
  const open = (signal: AbortSignal, token: () => Promise<string>): AmadeusClient => {
    const client = createAmadeusClient({
      clientId: access.clientId,
      clientSecret: access.clientSecret,
      host: base.hostname,
      port: Number(base.port) || 443,
      logLevel: 'silent',
      http: guardedHttp(base, signal),
    });
    client.accessToken = { bearerToken: token };
    return client;
  };

  const tokens = new AmadeusTokens(async () => {
    const client = open(AbortSignal.timeout(tokenMs), () => Promise.reject(new Error('unused')));
    const { result } = await client.unauthenticatedRequest('POST', '/v1/security/oauth2/token', {
      grant_type: 'client_credentials',
      client_id: access.clientId,
      client_secret: access.clientSecret,
    });
    return result;
  }, now);

  const ask = async (
    path: string,
    params: Record<string, string>,
    signal: AbortSignal,
    again: boolean,
  ): Promise<unknown> => {
    let used = '';
    const client = open(signal, async () => (used = await tokens.get()));
    try {
      return (await client.get(path, params)).result;
    } catch (thrown) {
      const fault = toAmadeusFault(thrown, now);
      const tokenRefused = used !== '' && fault instanceof ProviderFault && fault.details.status === 401;
      if (!tokenRefused) throw fault;
      // A token may be revoked before its time: once more with a fresh one.
      tokens.drop(used);
      if (!again || signal.aborted) throw fault;
      return ask(path, params, signal, false);
    }
  };

  return {
    async get(path, params, schema, signal) {
      // Arrays would go out as `a[0]=`, so only plain values are taken; lists come joined by commas.
      const plain = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));
      return checkShape(await ask(path, plain, signal, true), schema);
    },
  };
}
