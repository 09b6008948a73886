/**
 * Up to where the turns of a partition's feed are in their mailboxes. The store keeps it and the bus reads on from it, so that the two
 * agree also after the store lost what it had written last.
 */
export interface FeedPosition {
  /**
   * Names the unbroken stretch of the store's life in which this is known: the next one begins when the store's server restarts. What was
   * fetched for one stretch is not taken in another, because something may be lost between them. Empty where a store never loses anything.
   */
  history: string;
  /** Names the stream that `sequence` counts in: one that is deleted and made again counts from 1. Empty while nothing was fed. */
  stream: string;
  /** 0 before the first turn. */
  sequence: number;
}
