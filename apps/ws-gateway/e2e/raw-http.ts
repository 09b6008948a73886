import { connect, type Socket } from 'node:net';

export interface RawAnswer {
  httpStatus: number;
  headers: Record<string, string>;
  body: string;
}

const handshake = {
  Connection: 'Upgrade',
  Upgrade: 'websocket',
  'Sec-WebSocket-Version': '13',
  'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
};

/** Opens a TCP connection to a gateway and sends an upgrade request by hand, so that nothing tidies the address. */
export function rawUpgrade(url: string, path: string, headers: Record<string, string> = {}): Socket {
  const { hostname, port, host } = new URL(url);
  const socket = connect(Number(port), hostname);
  const lines = Object.entries({ Host: host, ...handshake, ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  socket.write(`GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`, 'latin1');
  return socket;
}

/** The HTTP answer to an upgrade request. Of an accepted one only the head. */
export async function answerToUpgrade(
  url: string,
  path: string,
  headers?: Record<string, string>,
): Promise<RawAnswer> {
  const socket = rawUpgrade(url, path, headers);
  let text = '';
  for await (const part of socket as AsyncIterable<Buffer>) {
    text += part.toString();
    if (text.startsWith('HTTP/1.1 101') && text.includes('\r\n\r\n')) break;
  }
  socket.destroy();
  const [head = '', ...body] = text.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  return {
    httpStatus: Number(first.split(' ')[1]),
    headers: Object.fromEntries(
      lines.map((line) => [
        line.slice(0, line.indexOf(':')).toLowerCase(),
        line.slice(line.indexOf(':') + 2),
      ]),
    ),
    body: body.join('\r\n\r\n'),
  };
}
