import { type ConversationModel, type ConversationStore } from '@travellite/client';
import { textFault, TravelError } from '@travellite/protocol';
import { useState } from 'react';
import { type Identity } from '../identity/user-id.js';
import { useRoomLink } from '../room/use-room-link.js';
import { useStickToEnd } from '../state/use-stick-to-end.js';
import { Composer } from './composer.js';
import { ConnectionBanner } from './connection-banner.js';
import { EmptyState } from './empty-state.js';
import { Icon } from './icon.js';
import { NoticeBar } from './notice-bar.js';
import { RoomBar } from './room-bar.js';
import { Sayings } from './sayings.js';
import { Turn } from './turn.js';

interface ChatProps {
  store: ConversationStore;
  model: ConversationModel;
  identity: Identity;
  /** Of a room of several people. */
  room?: string;
  notice?: string;
}

const language = () => navigator.language.slice(0, 35);
const timeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The conversation and the box to write in. */
export function Chat({ store, model, identity, room, notice }: ChatProps) {
  const link = useRoomLink(room, identity.userId);
  const { pane, content, away, toEnd } = useStickToEnd(model.turns.length > 0);
  const [fault, setFault] = useState(notice);
  /** `false` when the text cannot be a message: it stays in the box, and the reason is shown. */
  const send = (text: string): boolean => {
    try {
      // By the realtime service, so that its other clients see it too; straight to the server while it is away.
      if (link.state === 'linked' && link.view.phase === 'live') {
        const bad = textFault(text);
        if (bad) throw new TravelError(bad.code, bad.message);
        link.say(text);
      } else void store.send(text, { locale: language(), timeZone: timeZone() });
      setFault(undefined);
      toEnd();
      return true;
    } catch (thrown) {
      if (!(thrown instanceof TravelError)) throw thrown;
      setFault(thrown.message);
      return false;
    }
  };
  const empty = model.loaded && model.turns.length === 0;
  return (
    <main className="chat">
      {room !== undefined && (
        <RoomBar room={room} userId={identity.userId} model={model} link={link} onSend={send} />
      )}
      <div className="chat-pane" ref={pane} role="region" aria-label="Conversation" tabIndex={0}>
        <div className="chat-content" ref={content}>
          {empty && <EmptyState onPick={send} />}
          {!model.loaded && model.turns.length === 0 && <p className="quiet">Opening your conversation…</p>}
          <ol className="turns">
            {model.turns.map((turn) => (
              <Turn key={turn.id} turn={turn} userId={identity.userId} store={store} onSend={send} />
            ))}
            <Sayings sayings={link.view?.sayings ?? []} />
          </ol>
        </div>
      </div>
      <div className="chat-foot">
        {away && (
          <button type="button" className="to-end" onClick={toEnd}>
            <Icon name="down" /> Latest
          </button>
        )}
        <ConnectionBanner connection={model.connection} onRetry={() => store.client.wake()} />
        <NoticeBar
          identity={identity}
          fault={fault ?? model.notice?.message}
          onDismiss={() => {
            setFault(undefined);
            store.dismissNotice();
          }}
        />
        <Composer begun={model.turns.length > 0} onSend={send} />
      </div>
    </main>
  );
}
