import { dataRows } from './data-loss.js';
import { linkRows } from './links.js';
import { messageRows } from './messages.js';
import { type Row } from './row.js';
import { serverRows } from './server-deaths.js';
import { channelRows } from './realtime-channel.js';
import { workerRows } from './worker-deaths.js';

/** Every kind of fault; those that take longest first, so that no lane is still at work when the others have nothing left. */
export const rows: readonly Row[] = [
  ...messageRows,
  ...workerRows,
  ...channelRows,
  ...linkRows,
  ...dataRows,
  ...serverRows,
];
