import { z } from 'zod';

/** The programs a setting is for. */
export type App =
  'standalone' | 'ws-gateway' | 'agent-worker' | 'webhook-ingress' | 'realtime-publisher' | 'tests';

/** One environment variable: how it is read and what a person needs to know about it. */
export interface Setting<T> {
  /** Text of the variable to a value; the message of a failed check completes "PORT …". */
  schema: z.ZodType<T, string>;
  /** In the form it would be written; `undefined`: not set. */
  fallback: string | undefined;
  /** One sentence for `docs/configuration.md`. */
  about: string;
  apps: readonly App[] | 'all';
  /** Never printed. */
  secret?: boolean;
}

export const text = z.string().min(1, 'must not be empty');

/** What must not be guessed. */
export const secret = z
  .string()
  .min(32, 'must be at least 32 characters long')
  .max(512, 'must be at most 512 characters long');

export const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port number from 0 to 65535')
  .transform(Number)
  .refine((value) => value <= 65_535, 'must be a port number from 0 to 65535');

/** A whole number within bounds. */
export const whole = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine((value) => value >= min && value <= max, `must be a whole number from ${min} to ${max}`);

export const flag = z
  .enum(['0', '1', 'true', 'false'], { error: 'must be 1 (true) or 0 (false)' })
  .transform((value) => value === '1' || value === 'true');

export const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, { error: `must be one of: ${values.join(', ')}` });

export const webUrl = z.string().refine((value) => {
  const url = URL.parse(value);
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:');
}, 'must be an http:// or https:// address');

export const socketUrl = z.string().refine((value) => {
  const url = URL.parse(value);
  return url !== null && (url.protocol === 'ws:' || url.protocol === 'wss:');
}, 'must be a ws:// or wss:// address');

export const redisUrl = z.string().refine((value) => {
  const url = URL.parse(value);
  return url !== null && (url.protocol === 'redis:' || url.protocol === 'rediss:');
}, 'must be a redis:// or rediss:// address');

/** `a, b` to `['a', 'b']`. */
export const list = z.string().transform((value) =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
);

/** `a:0.1,b:1` to `{ a: 0.1, b: 1 }`. */
export const probabilities = z
  .string()
  .regex(
    /^$|^[a-z_.]+:(0(\.\d+)?|1)(,[a-z_.]+:(0(\.\d+)?|1))*$/,
    'must be names with probabilities: `name:0.1,name:1`',
  )
  .transform((value): Record<string, number> =>
    Object.fromEntries(
      value
        .split(',')
        .filter((item) => item !== '')
        .map((item) => [item.slice(0, item.indexOf(':')), Number(item.slice(item.indexOf(':') + 1))]),
    ),
  );
