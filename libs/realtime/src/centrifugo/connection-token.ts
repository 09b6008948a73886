import { createHmac } from 'node:crypto';

const encode = (part: string | Buffer): string => Buffer.from(part).toString('base64url');

/** A token a connection begins with: a JWT signed with HS256 (docs: server/authentication). `expiresAt` in Unix seconds. */
export function signConnectionToken(secret: string, user: string, expiresAt: number): string {
  const head = encode(JSON.stringify({ alg: 'HS256', typ: 'JWT' }));
  const claims = encode(JSON.stringify({ sub: user, exp: expiresAt }));
  const signature = encode(createHmac('sha256', secret).update(`${head}.${claims}`).digest());
  return `${head}.${claims}.${signature}`;
}
