import { type TurnView } from '@travellite/client';
import { formatTime } from '../format/dates.js';

interface QuestionProps {
  turn: TurnView;
  userId: string;
  onRetry: () => void;
  onDiscard: () => void;
}

function Whereabouts({ turn }: { turn: TurnView }) {
  const { status, position = 0 } = turn;
  if (status === 'unsent') return <p className="turn-note">Waits for the connection</p>;
  if (status === 'sent') return <p className="turn-note late">Sending…</p>;
  if (status === 'queued' && position > 0) {
    return (
      <p className="turn-note">Waits for {position === 1 ? 'the answer' : `${position} answers`} before it</p>
    );
  }
  return null;
}

/** What a person wrote, and where it is on its way. */
export function Question({ turn, userId, onRetry, onDiscard }: QuestionProps) {
  const { question, status, fault } = turn;
  if (!question) return null;
  const { author, text, ts } = question;
  const mine = author.userId === '' || author.userId === userId;
  return (
    <div className="question" data-mine={mine}>
      <p className="question-head">
        <span className={mine ? 'visually-hidden' : undefined}>
          {mine ? 'You' : (author.name ?? author.userId)}
        </span>
        {ts > 0 && <time dateTime={new Date(ts).toISOString()}>{formatTime(ts)}</time>}
      </p>
      <p className="question-text">{text}</p>
      {status === 'rejected' ? (
        <div className="turn-note" role="alert">
          <p className="fault-text">{fault?.message ?? 'It was not taken.'}</p>
          {fault?.retryable !== false && (
            <button type="button" className="button small" onClick={onRetry}>
              Try again
            </button>
          )}
          <button type="button" className="button small plain" onClick={onDiscard}>
            Remove
          </button>
        </div>
      ) : (
        <Whereabouts turn={turn} />
      )}
    </div>
  );
}
