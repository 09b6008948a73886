import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { sameText } from '../http/same-text.js';

const claimsSchema = z.object({ sub: z.string(), exp: z.number().optional() });

const encode = (part: string | Buffer) => Buffer.from(part).toString('base64url');
const sign = (text: string, secret: string) => encode(createHmac('sha256', secret).update(text).digest());

/** A connection token as Centrifugo takes it: a JWT, HS256, `sub` is the user. `exp` in Unix seconds. */
export function signToken(secret: string, sub: string, exp?: number): string {
  const head = encode(JSON.stringify({ alg: 'HS256', typ: 'JWT' }));
  const body = encode(JSON.stringify({ sub, ...(exp === undefined ? {} : { exp }) }));
  return `${head}.${body}.${sign(`${head}.${body}`, secret)}`;
}

/** Whose token it is, or what is wrong with it. */
export function verifyToken(
  secret: string,
  token: string,
  nowMs: number,
): { user: string } | 'invalid' | 'expired' {
  const [head = '', body = '', signature = ''] = token.split('.');
  if (!sameText(signature, sign(`${head}.${body}`, secret))) return 'invalid';
  try {
    const { sub, exp } = claimsSchema.parse(JSON.parse(Buffer.from(body, 'base64url').toString()));
    return exp !== undefined && exp * 1000 <= nowMs ? 'expired' : { user: sub };
  } catch {
    return 'invalid';
  }
}
