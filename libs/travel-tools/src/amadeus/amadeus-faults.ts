import { z } from 'zod';
import { faultOfStatus, ProviderFault } from '../remote/provider-fault.js';
import { retryAfterMs } from '../remote/retry-after.js';

/** What the package rejects with: plain objects, not Errors. */
const rejectionSchema = z.object({
  code: z.string(),
  response: z.object({
    statusCode: z.number().optional(),
    headers: z.record(z.string(), z.unknown()).catch({}),
    result: z.unknown().optional(),
  }),
});

const issuesSchema = z.object({ errors: z.array(z.object({ code: z.coerce.number() })) });

/** A fault of Amadeus with the codes it named (`477` INVALID FORMAT, …). */
export class AmadeusFault extends ProviderFault {
  constructor(
    fault: ProviderFault,
    readonly codes: readonly number[],
  ) {
    super(fault.kind, fault.message, fault.details);
  }
}

/** Any rejection of the package as a fault. */
export function toAmadeusFault(thrown: unknown, now: () => number): unknown {
  if (thrown instanceof Error) return thrown;
  const parsed = rejectionSchema.safeParse(thrown);
  if (!parsed.success)
    return new ProviderFault('unreadable', 'The client library rejected with something unknown.');
  const { code, response } = parsed.data;
  // The answer may hold credentials in its request, so the rejection itself is not kept as a cause.
  if (code === 'NetworkError') return new ProviderFault('network', 'It could not be reached or broke off.');
  const status = response.statusCode ?? 0;
  if (code === 'ParserError' || status < 400) {
    return new ProviderFault('unreadable', 'Its answer is not the JSON it should be.', { status });
  }
  const wait = retryAfterMs((name) => headerOf(response.headers, name), now());
  const issues = issuesSchema.safeParse(response.result);
  return new AmadeusFault(
    faultOfStatus(status, wait === undefined ? {} : { retryAfterMs: wait }),
    issues.success ? issues.data.errors.map((issue) => issue.code) : [],
  );
}

function headerOf(headers: Record<string, unknown>, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}
