import { useEffect, useState } from 'react';
import type { Catalogue } from '../../platform/words.ts';
import { useFormats, useWords } from '../layout/frame.tsx';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** `4 min`, `3 u`, `5 d`: for a row, where `3 minuten geleden` does not fit. Milliseconds. */
export function shortAge(words: Catalogue['inbox']['age'], milliseconds: number): string {
  if (milliseconds < minute) return words.now;
  if (milliseconds < hour) return words.minutes(Math.floor(milliseconds / minute));
  if (milliseconds < 2 * day) return words.hours(Math.floor(milliseconds / hour));
  if (milliseconds < 60 * day) return words.days(Math.floor(milliseconds / day));
  if (milliseconds < 730 * day) return words.months(Math.floor(milliseconds / (30.44 * day)));
  return words.years(Math.floor(milliseconds / (365.25 * day)));
}

/** The time at the server, going on since it was read. Starts as given, so both sides render the same. */
export function useTicking(asOf: string): number {
  const [now, setNow] = useState({ asOf, at: Date.parse(asOf) });
  useEffect(() => {
    const started = performance.now();
    let timer = 0;
    const tick = () => {
      setNow({ asOf, at: Date.parse(asOf) + performance.now() - started });
      timer = window.setTimeout(tick, minute / 2);
    };
    timer = window.setTimeout(tick, minute / 2);
    return () => window.clearTimeout(timer);
  }, [asOf]);
  return now.asOf === asOf ? now.at : Date.parse(asOf);
}

interface ShortAgeProps {
  at: string;
  now: number;
  /** What the title says about the exact moment. */
  title: (moment: string) => string;
}

export function ShortAge({ at, now, title }: ShortAgeProps) {
  const { age } = useWords().inbox;
  const { moment } = useFormats();
  return (
    <time dateTime={at} title={title(moment(at))}>
      {shortAge(age, now - Date.parse(at))}
    </time>
  );
}
