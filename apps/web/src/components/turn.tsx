import { type ConversationStore, type TurnView } from '@travellite/client';
import { memo } from 'react';
import { Answer } from './answer.js';
import { Question } from './question.js';

interface TurnProps {
  turn: TurnView;
  userId: string;
  store: ConversationStore;
  onSend: (text: string) => boolean;
}

/** One message and its answer. Drawn again only when it changed: a long conversation streams as fast as a short one. */
export const Turn = memo(
  function Turn({ turn, userId, store, onSend }: TurnProps) {
    return (
      <li className="turn">
        {turn.question && (
          <Question
            turn={turn}
            userId={userId}
            onRetry={() => store.retry(turn.id)}
            onDiscard={() => store.discard(turn.id)}
          />
        )}
        <Answer turn={turn} onAskAgain={() => turn.question && onSend(turn.question.text)} />
      </li>
    );
  },
  (before, after) =>
    before.turn === after.turn && before.store === after.store && before.userId === after.userId,
);
