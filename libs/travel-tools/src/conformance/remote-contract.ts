import { type CallLimits, ProviderCalls } from '../remote/provider-calls.js';
import { TtlCache } from '../remote/ttl-cache.js';
import { type Mishap, type Reply, type StandIn } from '../stand-in/stand-in.js';
import { refusalOf, until, using } from './using.js';

/** Waits of a millisecond, time enough for a busy machine. */
const hastyLimits: Partial<CallLimits> = {
  attemptMs: 5_000,
  budgetMs: 15_000,
  attempts: 3,
  backoffMs: 1,
  breaker: { threshold: 4, coolMs: 60_000 },
};

/** For requests that hang: three attempts in less than a second. */
const shortAttempts: Partial<CallLimits> = { attemptMs: 200 };

/** Calls of a provider under test, with a cache and a circuit of their own. */
export const hastyCalls = (
  provider: string,
  service: string,
  now: () => number,
  limits: Partial<CallLimits> = {},
): ProviderCalls =>
  new ProviderCalls(provider, service, { now, cache: new TtlCache(100, now) }, { ...hastyLimits, ...limits });

export interface RemoteFixture {
  /** One search with its usual question; resolves to its answer. */
  ask: (options?: { signal?: AbortSignal }) => Promise<readonly unknown[]>;
  server: StandIn;
  /** Replies as this provider words them. */
  errors: {
    badRequest: Reply;
    unauthorized: Reply;
    tooMany: (retryAfter?: string) => Reply;
    server: Reply;
    /** Whether the provider asks not to repeat a 500. */
    serverMayRetry: boolean;
  };
  /** Requests that were searches. */
  searches: () => number;
  /** Requests one search makes when all is well; 1 when absent. */
  requestsPerAsk?: number;
  close(): Promise<void>;
}

/** What every provider must survive, whatever its API. */
export function remoteContract(
  name: string,
  openWith: (limits: Partial<CallLimits>) => Promise<RemoteFixture>,
): void {
  const open = () => openWith({});
  const openShort = () => openWith(shortAttempts);
  const fails = (
    prepare: (fixture: RemoteFixture) => void,
    expected: object,
    opening: () => Promise<RemoteFixture> = open,
  ): Promise<void> =>
    using(opening, async (fixture) => {
      prepare(fixture);
      expect(await refusalOf(fixture.ask())).toMatchObject({ name: 'TravelError', ...expected });
    });
  const times = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item);

  describe(`${name} survives its provider`, () => {
    test.each<Mishap>(['reset', 'truncated', 'html', 'hang'])('%s once: the next attempt answers', (mishap) =>
      using(mishap === 'hang' ? openShort : open, async ({ ask, server }) => {
        server.next(mishap);
        expect((await ask()).length).toBeGreaterThan(0);
      }),
    );

    test.each<[Mishap, string]>([
      ['reset', 'provider_unavailable'],
      ['truncated', 'provider_unavailable'],
      ['html', 'provider_unavailable'],
      ['hang', 'provider_unavailable'],
      ['empty', 'tool_failed'],
    ])('%s again and again: %s', (mishap, code) =>
      fails(({ server }) => server.next(...times(5, mishap)), { code }, mishap === 'hang' ? openShort : open),
    );

    test('an answer without an end is cut off', () =>
      fails(({ server }) => server.next(...times(5, 'endless' as const)), {
        code: expect.stringMatching(/^(tool_failed|provider_unavailable)$/),
      }));

    test('JSON of another shape: tool_failed', () =>
      fails(({ server }) => server.next(...times(5, { json: { unexpected: true } })), {
        code: 'tool_failed',
      }));

    test('a hanging request is hung up', () =>
      using(openShort, async ({ ask, server }) => {
        server.next(...times(5, 'hang' as const));
        await refusalOf(ask());
        await until(() => server.waiting === 0);
      }));

    test('a refused request is not repeated and does not open the circuit', () =>
      using(open, async ({ ask, server, errors, searches }) => {
        server.next(errors.badRequest);
        expect(await refusalOf(ask())).toMatchObject({ code: 'tool_failed', retryable: false });
        expect(searches()).toBe(1);
        expect((await ask()).length).toBeGreaterThan(0);
      }));

    test('credentials that are refused: provider_unavailable, no use to try again', () =>
      fails(({ server, errors }) => server.next(...times(5, errors.unauthorized)), {
        code: 'provider_unavailable',
        retryable: false,
      }));

    test('429 with a short Retry-After is waited for', () =>
      using(open, async ({ ask, server, errors }) => {
        server.next(errors.tooMany('0'));
        expect((await ask()).length).toBeGreaterThan(0);
      }));

    test('429 with a long Retry-After: the provider is left alone', () =>
      using(open, async ({ ask, server, errors, searches }) => {
        server.next(errors.tooMany('60'));
        expect(await refusalOf(ask())).toMatchObject({ code: 'provider_unavailable', retryable: true });
        const before = searches();
        expect(await refusalOf(ask())).toMatchObject({ code: 'provider_unavailable' });
        expect(searches()).toBe(before);
      }));

    test('429 without Retry-After is tried again', () =>
      using(open, async ({ ask, server, errors }) => {
        server.next(errors.tooMany());
        expect((await ask()).length).toBeGreaterThan(0);
      }));

    test('an error of the server is repeated only where the provider allows it', () =>
      using(open, async ({ ask, server, errors }) => {
        server.next(errors.server);
        const outcome = await refusalOf(ask());
        if (errors.serverMayRetry) expect((outcome as unknown[]).length).toBeGreaterThan(0);
        else expect(outcome).toMatchObject({ code: 'provider_unavailable' });
      }));

    test('an outage opens the circuit: nobody asks any more', () =>
      using(open, async ({ ask, server, searches }) => {
        server.next(...times(20, 'reset' as const));
        await refusalOf(ask());
        await refusalOf(ask());
        const before = searches();
        expect(await refusalOf(ask())).toMatchObject({ code: 'provider_unavailable' });
        expect(searches()).toBe(before);
      }));

    test('equal questions are asked once and kept', () =>
      using(open, async ({ ask, searches, requestsPerAsk = 1 }) => {
        const [first, second] = await Promise.all([ask(), ask()]);
        expect(second).toEqual(first);
        expect(await ask()).toEqual(first);
        expect(searches()).toBe(requestsPerAsk);
      }));

    test('an abort ends the request at once', () =>
      using(open, async ({ ask, server, searches }) => {
        server.next('hang');
        const controller = new AbortController();
        const asking = refusalOf(ask({ signal: controller.signal }));
        await until(() => searches() > 0);
        controller.abort();
        expect(await asking).toMatchObject({ name: 'TravelError', code: 'cancelled' });
        await until(() => server.waiting === 0);
      }));
  });
}
