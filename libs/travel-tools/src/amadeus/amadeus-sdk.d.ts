/** The part of the `amadeus` package (11.0.0) that is used here; it brings no types of its own. */
declare module 'amadeus' {
  import { type ClientRequest, type RequestOptions } from 'node:http';

  interface AmadeusResponse {
    statusCode?: number;
    headers: Record<string, string | undefined>;
    result: unknown;
    parsed: boolean;
  }

  interface AmadeusClient {
    /** Replaced by us: the package's own neither shares a running token request nor drops a refused token. */
    accessToken: { bearerToken(): Promise<string> };
    get(path: string, params: Record<string, string>): Promise<AmadeusResponse>;
    unauthenticatedRequest(
      verb: 'POST',
      path: string,
      params: Record<string, string>,
    ): Promise<AmadeusResponse>;
  }

  class Amadeus {
    constructor(options: {
      clientId: string;
      clientSecret: string;
      host: string;
      port: number;
      logLevel: 'silent';
      http: { request(options: RequestOptions): ClientRequest };
    });
    client: AmadeusClient;
  }
  export = Amadeus;
}
