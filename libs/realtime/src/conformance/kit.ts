import { type RoomEvent, type RoomMessage } from '../port.js';
import { type Member, type ProviderUnderTest } from './fixture.js';

export const room = 'tokyo – 東京';

export const answer = (text: string, more: object = {}): RoomMessage => ({
  type: 'agent_response',
  text,
  userId: 'ann',
  timestamp: 1_700_000_000_000,
  complete: true,
  ...more,
});

export const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

/** Texts a member has seen, in order. */
export const textsOf = ({ seen }: Pick<Member, 'seen'>): unknown[] =>
  seen.map(({ message }) => (message as { text?: unknown }).text);

/** Everything the webhooks so far say, in order, each once. */
export function eventsOf({
  provider,
  webhooks,
}: Pick<ProviderUnderTest, 'provider' | 'webhooks'>): RoomEvent[] {
  const known = new Set<string>();
  return webhooks
    .flatMap(({ raw, headers }) => provider.parseWebhook(raw, headers).events)
    .filter(({ id }) => id === undefined || (!known.has(id) && known.add(id)));
}

export const messagesOf = (under: Pick<ProviderUnderTest, 'provider' | 'webhooks'>) =>
  eventsOf(under).filter((event) => event.type === 'message');

/** What a promise was rejected with; throws when it was not. */
export async function rejectionOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (thrown) {
    return thrown;
  }
  throw new Error('It was taken.');
}

/** Publishes until it is taken, with the same id, as the app does. */
export async function insist(work: () => Promise<unknown>, times = 20): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await work();
      return;
    } catch (thrown) {
      if (attempt === times || !(thrown as { retryable?: boolean }).retryable) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
