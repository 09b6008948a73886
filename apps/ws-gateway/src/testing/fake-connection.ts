import { type Fault } from '@travellite/dialects';
import { type Connection } from '../connections/connection.js';

/** A connection that keeps what it is sent. */
export function fakeConnection(): Connection & {
  frames: Record<string, unknown>[];
  closedWith: number[];
  slow: boolean;
} {
  const frames: Record<string, unknown>[] = [];
  const closedWith: number[] = [];
  const connection = {
    ...{ frames, closedWith },
    open: true,
    slow: false,
    missedFrom: -1,
    cursor: 0,
    epoch: 0,
    frameCount: 0,
    held: undefined,
    windowStart: 0,
    send: (frame: string) => void frames.push(JSON.parse(frame) as Record<string, unknown>),
    refuse: ({ message }: Fault) => void frames.push({ refused: message }),
    close: ({ code }: { code: number }) => void closedWith.push(code),
    drained: async () => undefined,
  };
  return connection as unknown as ReturnType<typeof fakeConnection>;
}
