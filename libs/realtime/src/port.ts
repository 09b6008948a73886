/**
 * A realtime service: people's clients are connected to it, it tells us what they say by webhook, and we publish answers to its rooms.
 * The two halves are used by two apps: `webhook-ingress` parses and never connects; `realtime-publisher` connects and never parses.
 *
 * **Who owns what.** The provider owns the wire: what a webhook means, one attempt to connect, one frame, one request, and what an
 * answer to it means (a code, and whether the same request may succeed later). It holds no timer that retries and remembers no
 * message. The publisher app owns everything that decides: the state machine of a connection, back-off, when to fall back to HTTP and
 * when to leave it again, what is published again after a loss, what becomes a dead letter, leases, rate, roll-up of chunks.
 *
 * Guarantees, each with a file of its own in `conformance/`:
 *
 * 1. **webhook meaning** — a webhook of the service becomes events in its order, with ids that are the same each time it is delivered; what cannot be read is refused with a sentence, never a fault of ours.
 * 2. **webhook authenticity** — where a secret is set, a webhook that the secret does not vouch for (wrong key, another body, too old, from the future) is refused as `unauthenticated` before anything in it is read; where its headers alone show that, `checkHeaders` says so without a body.
 * 3. **webhook innocence** — parsing does no I/O: no address in a message is looked up or fetched, and the same bytes give the same events.
 * 4. **publish** — members of the room, and nobody else, see the messages of one `publish` in their order, and publishes of one connection in the order they were made.
 * 5. **idempotency** — publishing an id again, by either way, within the service's memory has no effect members see (`capabilities.idempotency`).
 * 6. **confirmation** — where `connection.confirms`, `publish` resolves only once the service has the messages; when the answer gets lost it rejects with a retryable code.
 * 7. **http** — the same messages by one request, confirmed, seen by members as if they had come by the connection.
 * 8. **errors** — a refusal is a `DeliveryError`: `rate_limited`, `timeout` and `provider_unavailable` are retryable, any other code is not (dead letter); nothing else is thrown.
 * 9. **subscription** — a room is subscribed once per connection, however often it is asked for; publications of others arrive in order; `since` brings what was missed, or says that it cannot (`capabilities.recovery`).
 * 10. **history and presence** — where declared, the last messages of a room and its members now.
 * 11. **end** — a connection ends once and says why; everything still waiting rejects as retryable; `close()` is idempotent and nothing is delivered after it.
 */
export interface RealtimeProvider {
  readonly name: ProviderName;
  readonly capabilities: RealtimeCapabilities;

  /**
   * What a webhook says. `raw` is the body as it came, byte for byte: signatures are over bytes.
   * @throws {WebhookRefusal} with the answer the service must get; see `refuse`
   */
  parseWebhook(raw: Uint8Array, headers: WebhookHeaders): Webhook;
  /**
   * What headers alone tell, before a body is read: `parseWebhook` with them would refuse any body. Says nothing where nothing vouches for webhooks.
   * @throws {WebhookRefusal} `unauthenticated`
   */
  checkHeaders(headers: WebhookHeaders): void;
  /** The answer to a webhook that an app refuses for a reason of its own (`too_large`, `rate_limited`, …), in the service's words. */
  refuse(refusal: Refusal): WebhookReply;

  /**
   * Opens one connection, by one attempt. The provider does not reconnect: when `closed` resolves, the app opens another and
   * subscribes its rooms again.
   * @throws {DeliveryError} `provider_unavailable` or `timeout` (worth another attempt), `unauthenticated` or `forbidden` (not before somebody changes the settings), `cancelled` by the signal
   */
  connect(handlers?: ConnectionHandlers, signal?: AbortSignal): Promise<RealtimeConnection>;

  /** One request each, with no connection. */
  readonly http: Publishing;

  /** Members of the room now; where `capabilities.presence`. */
  presence(room: string): Promise<readonly RoomMember[]>;
  /** The newest messages of the room, oldest first; where `capabilities.history`. At most `limit` (100). */
  history(room: string, limit?: number): Promise<readonly RoomPublication[]>;

  /** What is known from the last attempts, for readiness pages; asks nobody. */
  health(): RealtimeHealth;

  /** Ends every connection. Idempotent. */
  close(): Promise<void>;
}

export type ProviderName = 'native' | 'centrifugo' | 'ably';

/** Facts about a service, so that no app asks for its name. */
export interface RealtimeCapabilities {
  /** A connection's `publish` is confirmed by the service; `by_service`: known per connection (`connection.confirms`). */
  confirms: boolean | 'by_service';
  /** Publishing an id again has no effect: ms the service remembers an id, 0 when it does not. */
  idempotencyMs: number;
  /** `subscribe` with `since` brings what was missed. */
  recovery: boolean;
  presence: boolean;
  history: boolean;
  /** Publishing by the connection saves a request; where false it does the same as `http`. */
  socketPublish: boolean;
  /** Largest message, in bytes of its JSON. */
  maxMessageBytes: number;
  /** Messages of one `publish`. */
  maxBatch: number;
  /** The service says when a room gets too many messages (`rate_limited`). */
  rateLimits: boolean;
  /** Messages a second the service takes for one room; unknown when left out. */
  perRoomPerSecond?: number;
}

/** Publishes to a room. Both ways have the same ids: what was sent by one may be sent again by the other. */
export interface Publishing {
  /**
   * Publishes messages to a room, in their order.
   *
   * `id` names this publication for ever (1 to 128 visible ASCII characters; `conversation:epoch:seq` hashed or spelled so): a resend
   * has the same id and the same messages. Message `n` (from 0) of it goes over the wire as `id:n`, and members see that as its id.
   * @throws {DeliveryError}
   */
  publish(room: string, messages: readonly RoomMessage[], id: string): Promise<Delivery>;
}

/** One open connection to the service. */
export interface RealtimeConnection extends Publishing {
  /** Whether `publish` waits for the service's confirmation. Where false, it resolves when the frame was handed to the socket; what was published shortly before `closed` may be lost and should be published again with the same id. */
  readonly confirms: boolean;
  /**
   * Listens to a room. The second and later calls for a room answer as the first and send nothing.
   * @throws {DeliveryError}
   */
  subscribe(room: string, since?: StreamPosition): Promise<Subscribed>;
  /** Resolves once, when the connection is over for whatever reason, also after `close()`. Never rejects. */
  readonly closed: Promise<ConnectionEnd>;
  /** Idempotent. */
  close(): Promise<void>;
}

export interface ConnectionHandlers {
  /** A message of a subscribed room. Whether ours are among them (known by their id) is the service's to decide. */
  onMessage?(publication: RoomPublication): void;
  /** Something the service complains of without saying which publication is meant. The sentence is the service's; not for users. */
  onComplaint?(code: string, sentence: string): void;
}

/** A frame for the members of a room: JSON, with a `type` (`agent_response` and its like; made by the room dialect). */
export interface RoomMessage {
  readonly type: string;
  readonly [field: string]: unknown;
}

export interface Delivery {
  /** The service has it. Otherwise the frame was handed to an open socket and nothing more is known. */
  confirmed: boolean;
}

/** Where in a room's stream a reader is. Positions of different epochs have nothing to do with each other. */
export interface StreamPosition {
  epoch: string;
  offset: number;
}

export interface Subscribed {
  /** The newest position of the room; unknown when the service keeps none. */
  position?: StreamPosition;
  /** `true`: everything after `since` was or will be delivered. `false`: some of it is lost (other epoch, trimmed), or `since` was not given. */
  recovered: boolean;
}

export interface ConnectionEnd {
  /** `closed_here`: by `close()`. `lost`: try again. `refused`: the service does not want this client (`code`, `sentence`). */
  reason: 'closed_here' | 'lost' | 'refused';
  /** Close code of the socket, where there was one. */
  code?: number;
  sentence: string;
}

/** A message as members of the room see it. */
export interface RoomPublication {
  room: string;
  /** `id:n` for what we published. */
  id?: string;
  /** Who published it; unset for us and other servers. */
  userId?: string;
  position?: StreamPosition;
  message: unknown;
}

export interface RoomMember {
  userId: string;
  /** What the member says of itself, when the service keeps it. */
  status?: string;
}

export interface RealtimeHealth {
  ok: boolean;
  /** A sentence for operators when not ok. */
  detail?: string;
}

/** Header names in lower case, as Node gives them. */
export type WebhookHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface Webhook {
  /** In order. Empty when the webhook says nothing an agent needs (a reply of our own that came back, a kind we do not know). */
  readonly events: readonly RoomEvent[];
  /** Parts of a batch that could not be read and were left out; each with a sentence without a word of the message. */
  readonly unreadable: readonly string[];
  /** The answer when every event was taken (`accepted`) or cannot be now (`unavailable`: the service should deliver again). */
  reply(outcome: 'accepted' | 'unavailable'): WebhookReply;
}

export interface WebhookReply {
  /** HTTP status. */
  status: number;
  /** Lower-case names. */
  headers: Readonly<Record<string, string>>;
  /** To be sent as JSON. */
  body: unknown;
}

/** Why a webhook is not taken. */
export interface Refusal {
  code: 'invalid' | 'bad_frame' | 'unauthenticated' | 'forbidden' | 'too_large' | 'rate_limited';
  /** Shown to whoever sent it. */
  message: string;
}

interface EventBase {
  /** The same each time the service delivers this event, and fit for a turn id; unset when the service gives nothing to go by. */
  id?: string;
  room: string;
  /** Unix ms by the service's clock. */
  ts?: number;
}

/** What happened in a room. */
export type RoomEvent =
  | (EventBase & {
      type: 'message';
      /** Not blank, and within the limits of a message. */
      text: string;
      author: { userId: string; name?: string };
    })
  /** Somebody came, changed or left. `status` in the service's words, at most 64 characters. */
  | (EventBase & { type: 'presence'; userId: string; status: string })
  /** A client's connection came or went; recorded only. */
  | (EventBase & { type: 'connection'; userId: string; status: string });
