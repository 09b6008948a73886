import { z } from 'zod';
import { limits } from './turn.js';

/** A client-given id: visible ASCII, so that it is safe in keys, headers and logs. In a file of its own: pages use `turn.ts` and carry no zod. */
export const turnIdSchema = z
  .string()
  .min(1)
  .max(limits.maxTurnIdLength)
  .regex(/^[\x21-\x7e]+$/, 'must be visible ASCII without spaces');
