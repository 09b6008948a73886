import { shownText, type TurnView } from '@travellite/client';
import { Sources } from './sources.js';
import { Steps } from './steps.js';

const endings: Partial<Record<TurnView['status'], string>> = {
  cancelled: 'Stopped.',
  superseded: 'Replaced by a newer message.',
};

function Failure({ turn, onAskAgain }: { turn: TurnView; onAskAgain: () => void }) {
  return (
    <div className="failure" role="alert">
      <p>
        {turn.fault?.message ?? 'Something went wrong on our side, and there is no answer to this message.'}
      </p>
      {turn.question && (
        <button type="button" className="button small" onClick={onAskAgain}>
          Ask again
        </button>
      )}
    </div>
  );
}

/** Everything the agent did about a message: its stages, its words, what they rest on, and how it ended. */
export function Answer({ turn, onAskAgain }: { turn: TurnView; onAskAgain: () => void }) {
  const text = shownText(turn.answer);
  const working = turn.status === 'working';
  const ending = endings[turn.status];
  const silent = text === '' && turn.steps.length === 0 && turn.tools.length === 0;
  // In a room the agent may only have taken note.
  const noted = turn.status === 'complete' && text === '';
  if (noted || (silent && !working && turn.status !== 'failed' && ending === undefined)) return null;
  return (
    <article className="answer" aria-label="Answer">
      <Steps turn={turn} working={working} writing={text !== ''} />
      {/* Busy while it grows, so that a screen reader reads whole answers instead of stammering. */}
      <div aria-live="polite" aria-busy={working}>
        {text !== '' && (
          <p className="answer-text" data-writing={working}>
            {text}
          </p>
        )}
      </div>
      {working && text === '' && (
        <p className="thinking">
          <span className="visually-hidden">The answer is being prepared.</span>
        </p>
      )}
      {turn.sources.length > 0 && <Sources sources={turn.sources} />}
      {turn.status === 'failed' && <Failure turn={turn} onAskAgain={onAskAgain} />}
      {turn.fault && turn.status !== 'failed' && <p className="turn-note fault-text">{turn.fault.message}</p>}
      {ending !== undefined && <p className="turn-note">{ending}</p>}
    </article>
  );
}
