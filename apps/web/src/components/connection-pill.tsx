import { type ConnectionView } from '@travellite/client';
import { connectionInWords } from '../format/connection.js';

/** How the connection is, always in sight; a screen reader hears it when it changes. */
export function ConnectionPill({ connection }: { connection: ConnectionView }) {
  const { tone, text } = connectionInWords(connection);
  return (
    <p className="pill" role="status" data-tone={tone}>
      <span className="dot" aria-hidden="true" />
      <span className="pill-text">{text}</span>
    </p>
  );
}
