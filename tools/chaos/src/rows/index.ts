import { dataRows } from './data-loss.js';
import { linkRows } from './links.js';
import { messageRows } from './messages.js';
import { type Row } from './row.js';
import { serverRows } from './server-deaths.js';
import { channelRows } from './realtime-channel.js';
import { workerRows } from './worker-deaths.js';

/** Every kind of fault. */
export const rows: readonly Row[] = [
  ...workerRows,
  ...serverRows,
  ...linkRows,
  ...messageRows,
  ...dataRows,
  ...channelRows,
];
