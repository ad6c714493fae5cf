import { type RefObject, useLayoutEffect, useRef } from 'react';
import { useScripted } from './use-acts.ts';

/** Closer to the end than this, somebody is following along. Pixels. */
const atEnd = 80;

interface Shown {
  /** Sequence number of the newest message. */
  newest: number;
  /** Text of ours that is on its way. */
  written: string | null;
  isEarlierPage: boolean;
}

/**
 * Begins at the newest message and follows what comes, unless somebody reads further up. What they wrote themselves
 * is always shown.
 */
export function useScroll({ newest, written, isEarlierPage }: Shown): RefObject<HTMLElement | null> {
  const scroller = useRef<HTMLElement>(null);
  const following = useRef(true);
  const scripted = useScripted();
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const note = () => {
      following.current = element.scrollHeight - element.clientHeight - element.scrollTop < atEnd;
    };
    element.addEventListener('scroll', note, { passive: true });
    return () => element.removeEventListener('scroll', note);
  }, []);
  const shown = useRef<number | null>(null);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || !scripted || isEarlierPage) return;
    const isNew = shown.current !== newest && following.current;
    shown.current = newest;
    if (isNew || written !== null) element.scrollTop = element.scrollHeight;
  }, [newest, written, scripted, isEarlierPage]);
  return scroller;
}
