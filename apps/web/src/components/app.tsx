import { type ConversationStore } from '@travellite/client';
import { useEffect, useState } from 'react';
import { isEmptyTrip, tripTitle } from '../format/trip-facts.js';
import { type Identity } from '../identity/user-id.js';
import { useConversation } from '../state/use-conversation.js';
import { Chat } from './chat.js';
import { Header } from './header.js';
import { TripPanel } from './trip-panel.js';
import { type View, ViewSwitch } from './view-switch.js';

interface AppProps {
  store: ConversationStore;
  identity: Identity;
  room?: string;
  /** Something about the address to know from the start. */
  notice?: string;
}

/** The page: the conversation, and the trip it is about. On a narrow screen one of them at a time. */
export function App({ store, identity, room, notice }: AppProps) {
  const model = useConversation(store);
  const [view, setView] = useState<View>('chat');
  const { destinations } = model.trip.request;
  const title = destinations.length > 0 ? `${tripTitle(model.trip.request)} – TravelLite` : 'TravelLite';
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div className="app" data-view={view} data-trip={isEmptyTrip(model.trip) ? 'empty' : 'known'}>
      <a className="skip-link" href="#message">
        Skip to the message box
      </a>
      <Header connection={model.connection} identity={identity} room={room} />
      <ViewSwitch view={view} trip={model.trip} onChange={setView} />
      <Chat store={store} model={model} identity={identity} room={room} notice={notice} />
      <TripPanel trip={model.trip} turns={model.turns} owner={{ userId: identity.userId, room }} />
    </div>
  );
}
