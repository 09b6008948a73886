import { ConversationStore } from '@travellite/client';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './components/app.js';
import { Mishap } from './components/mishap.js';
import { doorOf, identify, type KeptText, randomUserId } from './identity/user-id.js';
import { roomOf } from './room/room-name.js';
import './styles/index.css';

/** Reading the property throws when the browser keeps nothing for this page. */
function storage(): KeptText | undefined {
  try {
    return window.localStorage;
  } catch (fault) {
    if (fault instanceof DOMException) return undefined;
    throw fault;
  }
}

const root = document.getElementById('root');
if (!root) throw new Error('The page has no place for the application.');

const identity = identify(location.search, storage(), () =>
  randomUserId((bytes) => crypto.getRandomValues(bytes)),
);
const { room, refused } = roomOf(location.search);
const store = new ConversationStore({
  url: doorOf(location.origin),
  userId: identity.userId,
  ...(room === undefined ? {} : { query: { room } }),
});

createRoot(root).render(
  <StrictMode>
    <Mishap>
      <App store={store} identity={identity} room={room} notice={refused} />
    </Mishap>
  </StrictMode>,
);
