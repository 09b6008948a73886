import { type ClientRequest, type RequestOptions } from 'node:http';
import { createRequire } from 'node:module';

/** The part of the `amadeus` package (11.0.0) that is used here; it brings no types of its own. */
export interface AmadeusClient {
  /** Replaced by us: the package's own neither shares a running token request nor drops a refused token. */
  accessToken: { bearerToken(): Promise<string> };
  get(path: string, params: Record<string, string>): Promise<AmadeusResponse>;
  unauthenticatedRequest(
    verb: 'POST',
    path: string,
    params: Record<string, string>,
  ): Promise<AmadeusResponse>;
}

export interface AmadeusResponse {
  result: unknown;
}

export interface AmadeusOptions {
  clientId: string;
  clientSecret: string;
  host: string;
  port: number;
  logLevel: 'silent';
  http: { request(options: RequestOptions): ClientRequest };
}

type AmadeusPackage = new (options: AmadeusOptions) => { client: AmadeusClient };

/** A client of the package, which is loaded on first use: most installations have no account. */
export function createAmadeusClient(options: AmadeusOptions): AmadeusClient {
  const Amadeus = createRequire(import.meta.url)('amadeus') as AmadeusPackage;
  return new Amadeus(options).client;
}
