import { type ConversationModel, type ConversationStore } from '@travellite/client';
import { useEffect, useSyncExternalStore } from 'react';

/** The model of a store, and a connection for as long as the page shows it. */
export function useConversation(store: ConversationStore): ConversationModel {
  useEffect(() => {
    const wake = () => store.client.wake();
    const wakeWhenSeen = () => {
      if (document.visibilityState === 'visible') wake();
    };
    store.client.connect();
    window.addEventListener('online', wake);
    document.addEventListener('visibilitychange', wakeWhenSeen);
    return () => {
      window.removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', wakeWhenSeen);
      store.client.close();
    };
  }, [store]);
  return useSyncExternalStore(store.subscribe, store.getModel);
}
