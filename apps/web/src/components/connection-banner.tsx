import { type ConnectionView } from '@travellite/client';
import { secondsLeft } from '../format/connection.js';
import { useNow } from '../state/use-now.js';

/** While there is no connection: when the next attempt is, and what happens to what is written now. */
export function ConnectionBanner({
  connection,
  onRetry,
}: {
  connection: ConnectionView;
  onRetry: () => void;
}) {
  const { phase, retryAt } = connection;
  const now = useNow(phase === 'waiting');
  if (phase === 'refused') {
    return (
      <p className="banner" role="alert">
        The server does not let you in{connection.reason === '' ? '.' : `: ${connection.reason}.`} Load the
        page again to try once more.
      </p>
    );
  }
  // The first attempt of a page is no news; a further one is.
  const again = phase !== 'waiting' && 'attempt' in connection && connection.attempt > 0;
  if (phase === 'live' || phase === 'idle' || (phase !== 'waiting' && !again)) return null;
  return (
    <div className="banner">
      <p>
        {phase === 'waiting' && retryAt !== undefined ? (
          <>
            Connection lost. Trying again in <span className="countdown">{secondsLeft(retryAt, now)} s</span>.
          </>
        ) : (
          'Connection lost. Trying again now…'
        )}{' '}
        <span className="banner-more">What you write is kept and sent then.</span>
      </p>
      {phase === 'waiting' && (
        <button type="button" className="button small" onClick={onRetry}>
          Try now
        </button>
      )}
    </div>
  );
}
