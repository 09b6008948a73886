import { signToken } from './centrifugo/token.js';

/** How servers and people reach a running service, protocol by protocol. */
export interface Addresses {
  /** Settings by which a server reaches it by the native contract. */
  readonly native: { wsUrl: string; apiUrl: string; namespace: string; token: string };
  /** Settings by which a server reaches it as Centrifugo; its connections belong to `serverUser`. */
  readonly centrifugo: {
    wsUrl: string;
    apiUrl: string;
    namespace: string;
    apiKey: string;
    tokenSecret: string;
    serverUser: string;
  };
  /** A person's connection token for Centrifugo's official client. */
  centrifugoToken(userId: string): string;
  /** Options by which Ably's official client reaches it. Channels are `namespace:room`. */
  readonly ably: {
    host: string;
    port: number;
    namespace: string;
    /** Of servers. */
    key: string;
    /** Of people, who also say their `clientId`. */
    memberKey: string;
  };
  /** Address of a person's socket; see the README for its frames. */
  clientUrl(userId: string, name?: string): string;
}

/** Whom a server's Centrifugo connection belongs to. */
export const serverUser = 'travellite';

/** Keys for Ably's client; the secret part of the server's is the token. */
export const ablyKeys = (token: string) => ({
  key: `local.server:${token}`,
  memberKey: 'local.member:member',
});

export function addressesOf(host: string, port: number, namespace: string, token: string): Addresses {
  const address = `${host}:${port}`;
  return {
    ably: { host, port, namespace, ...ablyKeys(token) },
    native: { wsUrl: `ws://${address}`, apiUrl: `http://${address}`, namespace, token },
    centrifugo: {
      wsUrl: `ws://${address}/connection/websocket`,
      apiUrl: `http://${address}/api`,
      namespace,
      apiKey: token,
      tokenSecret: token,
      serverUser,
    },
    centrifugoToken: (userId) => signToken(token, userId),
    clientUrl: (userId, name) => {
      const query = new URLSearchParams({ userId, ...(name === undefined ? {} : { name }) });
      return `ws://${address}/namespaces/${encodeURIComponent(namespace)}/client?${query}`;
    },
  };
}
