import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A TCP link that can be treated badly. */
export interface Proxy {
  readonly port: number;
  /** From now on everything is swallowed in both directions; connections stay open, new ones open. `false` ends it. */
  blackHole(on: boolean): void;
  /** Ends every open connection with a reset. What was swallowed is lost with them. */
  reset(): void;
  close(): Promise<void>;
}

/** A link on 127.0.0.1 to `target`, on a free port. */
export async function openProxy(target: number): Promise<Proxy> {
  const links = new Set<Socket>();
  let swallows = false;
  const pass = (from: Socket, to: Socket) => {
    links.add(from);
    from.setNoDelay(true);
    from.on('data', (bytes) => {
      if (!swallows) to.write(bytes);
    });
    from.on('end', () => to.end());
    from.on('close', () => {
      links.delete(from);
      to.destroy();
    });
    // The reason shows at both ends of the link.
    from.on('error', () => to.destroy());
  };
  const server = createServer((client) => {
    const upstream = connect({ port: target, host: '127.0.0.1' });
    pass(client, upstream);
    pass(upstream, client);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    blackHole: (on) => void (swallows = on),
    reset: () => {
      for (const link of links) link.resetAndDestroy();
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const link of links) link.destroy();
      await closed;
    },
  };
}
