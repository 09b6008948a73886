import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Closer than this to the end, in px, a reader is following; farther up they are reading. */
const near = 64;

/** What a scrolling pane needs to follow its growing content without taking a reader away from what they read. */
export interface StickToEnd {
  pane: RefObject<HTMLDivElement | null>;
  content: RefObject<HTMLDivElement | null>;
  /** The end is out of sight because the reader scrolled up. */
  away: boolean;
  toEnd: () => void;
}

/** `active`: there is an end to follow; what is shown before is read from its top. */
export function useStickToEnd(active: boolean): StickToEnd {
  const pane = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const following = useRef(active);
  const [away, setAway] = useState(false);

  const toEnd = useCallback(() => {
    following.current = true;
    setAway(false);
    if (pane.current) pane.current.scrollTop = pane.current.scrollHeight;
  }, []);

  // Before the observer below is told that the first turns made the content taller.
  useLayoutEffect(() => {
    following.current = active;
  }, [active]);

  useEffect(() => {
    const scroller = pane.current;
    const inner = content.current;
    if (!scroller || !inner) return;
    let lastTop = scroller.scrollTop;
    const onScroll = () => {
      const left = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
      // Only a move upwards is a reader's: the end also gets farther away by itself, when the content grows.
      if (left < near) following.current = true;
      else if (scroller.scrollTop < lastTop) following.current = false;
      lastTop = scroller.scrollTop;
      setAway(left >= near && !following.current);
    };
    const follow = new ResizeObserver(() => {
      if (following.current) scroller.scrollTop = scroller.scrollHeight;
    });
    follow.observe(inner);
    follow.observe(scroller);
    scroller.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      follow.disconnect();
      scroller.removeEventListener('scroll', onScroll);
    };
  }, []);

  return { pane, content, away, toEnd };
}
