/** Marks the file as ours (`PRAGMA application_id`): "TrvL". A file of anyone else is not touched. */
export const applicationId = 0x5472_764c;

/** Layout of the file (`PRAGMA user_version`). Raise it together with a migration in `open-file.ts`. */
export const schemaVersion = 1;

/**
 * Rows are few and small on purpose: a turn touches `mailbox`, `turn_id`, `conversation`, `state`, two `batch` rows and
 * their `outbox` marks. Leases and due times are not here: only the process that holds the file can lease, so they end with it.
 */
export const schema = `
CREATE TABLE store (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  boot TEXT NOT NULL,          -- the boot of the machine under which the file was last opened
  clean INTEGER NOT NULL,      -- 1 when it was closed in order
  raises INTEGER NOT NULL,     -- times that synced data may have been followed by lost data
  forgets INTEGER NOT NULL,    -- conversations forgotten: the birth epoch of the next new one
  fence_floor INTEGER NOT NULL -- above every fence of a forgotten conversation
) STRICT;
CREATE TABLE conversation (
  key INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  birth INTEGER NOT NULL,
  version INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  fence INTEGER NOT NULL,
  ended_fence INTEGER NOT NULL, -- the claim that ended the last turn: its repeated commit is answered "already"
  attempt INTEGER NOT NULL,     -- of the turn at the head
  part INTEGER NOT NULL,        -- the last emit of the newest claim
  opened_seq INTEGER NOT NULL,  -- first event of the turn at the head, 0 before its first claim
  state_version INTEGER NOT NULL
) STRICT;
CREATE TABLE state (conversation INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE mailbox (
  number INTEGER PRIMARY KEY,   -- order of acceptance
  conversation INTEGER NOT NULL,
  turn TEXT NOT NULL,
  message TEXT NOT NULL,
  opening TEXT NOT NULL
) STRICT;
CREATE TABLE turn_id (
  conversation INTEGER NOT NULL,
  turn TEXT NOT NULL,
  accepted_at INTEGER NOT NULL,
  PRIMARY KEY (conversation, turn)
) STRICT, WITHOUT ROWID;
CREATE TABLE batch (
  id INTEGER PRIMARY KEY,
  conversation INTEGER NOT NULL,
  first_seq INTEGER NOT NULL,
  count INTEGER NOT NULL,
  turn TEXT NOT NULL,
  ts INTEGER NOT NULL,
  bodies TEXT NOT NULL
) STRICT;
CREATE INDEX batch_of ON batch (conversation, first_seq);
CREATE TABLE outbox (batch INTEGER PRIMARY KEY) STRICT;
CREATE TABLE dead_letter (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  conversation INTEGER NOT NULL,
  turn TEXT NOT NULL,
  reason TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  at INTEGER NOT NULL,
  message TEXT NOT NULL,
  opening TEXT NOT NULL
) STRICT;
`;
