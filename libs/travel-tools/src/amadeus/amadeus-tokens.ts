import { z } from 'zod';
import { checkShape } from '../remote/http-json.js';

const tokenSchema = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

/** Renewed this long before its end. */
const marginMs = 30_000;

/**
 * The access token of one account. Callers that need one at the same time share one request; a token that was refused
 * is dropped, so that the next call asks for a new one.
 */
export class AmadeusTokens {
  #token: { value: string; until: number } | undefined;
  #loading: Promise<string> | undefined;

  constructor(
    /** Asks the token endpoint; resolves to its answer. */
    private readonly load: () => Promise<unknown>,
    private readonly now: () => number,
  ) {}

  get(): Promise<string> {
    if (this.#token && this.now() < this.#token.until) return Promise.resolve(this.#token.value);
    this.#loading ??= this.#fetch().finally(() => (this.#loading = undefined));
    return this.#loading;
  }

  /** The API refused this token. A newer one stays. */
  drop(token: string): void {
    if (this.#token?.value === token) this.#token = undefined;
  }

  async #fetch(): Promise<string> {
    const { access_token, expires_in } = checkShape(await this.load(), tokenSchema);
    this.#token = { value: access_token, until: this.now() + Math.max(0, expires_in * 1_000 - marginMs) };
    return access_token;
  }
}
