import { type Subscription } from './port.js';

/** Documents on their way to the knowledge of every process that answers (guarantee 13 of the bus). */
export interface Documents {
  /**
   * Resolves when it is certain that every follower gets the document. Where nothing is kept (`capabilities.keepsDocuments`) the followers
   * of this moment have been asked to take it then, and without any it rejects with `provider_unavailable`.
   */
  publish(document: SharedDocument): Promise<void>;

  /**
   * Hands over what is kept and then what comes, one at a time and in the order of publishing; what the handler rejects it gets again
   * before anything newer. Followers of the same `group` share: each document goes to one of them, and what one of the group took is not
   * handed over again; for those who write to the same place.
   */
  follow(
    handler: (document: SharedDocument) => Promise<void>,
    options?: { group?: string },
  ): Promise<Subscription>;
}

/** Of two with the same namespace and id the newer counts. */
export interface SharedDocument {
  namespace: string;
  id: string;
  /** JSON; `null`: there is no such document any more. */
  content: unknown;
}
