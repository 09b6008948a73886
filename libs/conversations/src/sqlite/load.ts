import { type StoreLoad } from '../port.js';
import { type Store } from './store.js';

/** Counts what waits. A conversation whose lease has run out is ready again. */
export function load(store: Store): StoreLoad {
  const now = store.now();
  let running = 0;
  let oldest = now;
  for (const box of store.boxes.open) {
    if (box.leaseUntil > now) running += 1;
    else oldest = Math.min(oldest, Math.max(box.dueAt, box.leaseUntil));
  }
  return {
    ready: store.boxes.open.size - running,
    running,
    outbox: store.outboxSize,
    deadLetters: store.sql.countDeadLetters.get()?.n ?? 0,
    oldestReadyMs: now - oldest,
  };
}
