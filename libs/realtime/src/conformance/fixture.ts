import { type RealtimeProvider, type WebhookHeaders } from '../port.js';

/** How a provider is put through the suite: it and its service's official client, against the local realtime service. */
export interface RealtimeFixture {
  open(options?: { perRoomPerSecond?: number }): Promise<ProviderUnderTest>;
  /** How long a case waits for what must come; 5000 when not given. */
  patienceMs?: number;
}

export interface ProviderUnderTest {
  readonly provider: RealtimeProvider;
  /** The same provider with other settings: as another process has it, without the right credentials, or by HTTP that answers slowly. */
  another(who: 'colleague' | 'stranger'): Promise<RealtimeProvider>;
  /** A person's client. Resolves when it is in the room. */
  member(room: string, userId: string): Promise<Member>;
  /** What the service sent to the webhook address so far. */
  readonly webhooks: readonly RawWebhook[];
  /** A webhook as the service sends it when a member says something. */
  said(message: Said): RawWebhook;
  /** Any body, vouched for as the service would. */
  signed(text: string): RawWebhook;
  /** Webhooks that are not the service's, by name. */
  forged(message: Said): Record<string, RawWebhook>;
  readonly service: ServiceControls;
  close(): Promise<void>;
}

export interface Said {
  room: string;
  userId: string;
  text: string;
  /** Further fields of the message. */
  extra?: Record<string, unknown>;
}

export interface RawWebhook {
  raw: Uint8Array;
  headers: WebhookHeaders;
}

export interface ServiceControls {
  /** Cuts servers' connections. */
  cut(): void;
  refuse(on: boolean): void;
  /** Publications are taken, and their confirmations get lost. */
  loseAcks(on: boolean): void;
  /** Comes back without its memory. */
  restart(): void;
  /** Ends for good. */
  end(): Promise<void>;
}

export interface Member {
  readonly seen: readonly { id?: string; userId?: string; message: unknown }[];
  say(text: string): Promise<void>;
  close(): Promise<void>;
}

/** What a case works with. */
export interface RealtimeCase extends ProviderUnderTest {
  /** Waits until the condition holds; throws what it last threw when it does not in time. */
  until(condition: () => void | Promise<void>): Promise<void>;
}

/** What not every provider has. */
export type Need = 'confirms' | 'idempotency' | 'recovery' | 'presence' | 'history' | 'rate';

/** One behaviour. `run` throws when the provider does not keep it. */
export interface Case {
  name: string;
  needs?: Need[];
  options?: { perRoomPerSecond?: number };
  run(context: RealtimeCase): Promise<void>;
}

/** A numbered guarantee of the port, as cases. */
export interface Guarantee {
  name: string;
  cases: Case[];
}
