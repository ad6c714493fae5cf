import { useWords } from '../layout/frame.tsx';
import { useClassName } from './class-names.tsx';

/** Small drawings for rows. Defined once per page and referred to, because a list shows each of them 25 times. */
export function RowDrawings() {
  const face = <path d="M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17M9 9.5v.1M15 9.5v.1" />;
  return (
    <svg className="hidden" aria-hidden="true">
      <symbol id="i-public" viewBox="0 0 24 24">
        <path d="M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17M3.5 12h17M12 3.5c5 5 5 12 0 17M12 3.5c-5 5-5 12 0 17" />
      </symbol>
      <symbol id="i-private" viewBox="0 0 24 24">
        <path d="M5.5 11h13v9.5h-13zM8 11V8a4 4 0 0 1 8 0v3" />
      </symbol>
      <symbol id="i-waits" viewBox="0 0 24 24">
        <path d="M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17M12 7.5V12l3 2" />
      </symbol>
      <symbol id="i-urgency-3" viewBox="0 0 24 24">
        <path d="M12 4 2.5 20h19zM12 10v4.5M12 17.2v.1" />
      </symbol>
      <symbol id="i-urgency-2" viewBox="0 0 24 24">
        <path d="M12 20V5M5.5 11.5 12 5l6.5 6.5" />
      </symbol>
      <symbol id="i-positive" viewBox="0 0 24 24">
        {face}
        <path d="M8 14c2 2.7 6 2.7 8 0" />
      </symbol>
      <symbol id="i-neutral" viewBox="0 0 24 24">
        {face}
        <path d="M8.5 15h7" />
      </symbol>
      <symbol id="i-negative" viewBox="0 0 24 24">
        {face}
        <path d="M8 16.5c2-2.7 6-2.7 8 0" />
      </symbol>
      <symbol id="i-mixed" viewBox="0 0 24 24">
        {face}
        <path d="M8 15.5c1.3-2 2.7-2 4 0s2.7 2 4 0" />
      </symbol>
    </svg>
  );
}

function Drawing({ id, className = '' }: { id: string; className?: string }) {
  return (
    <svg className={`row-icon ${className}`} aria-hidden="true">
      <use href={`#i-${id}`} />
    </svg>
  );
}

/** Whether others can read along: a globe or a lock, with the word for who cannot see it. */
export function AudienceMark({ audience }: { audience: 'public' | 'private' }) {
  const word = useWords().inbox.audience[audience];
  return (
    <span title={word} className="inline-flex shrink-0">
      <Drawing id={audience} />
      <span className="sr-only">, {word}, </span>
    </span>
  );
}

export function WaitingMark() {
  return <Drawing id="waits" />;
}

/** Put before all others by a colleague or a rule. */
export function FirstMark() {
  const { priority } = useWords().handling;
  return (
    <span className="urgency" data-first>
      <Drawing id="urgency-2" />
      {priority.mark}
    </span>
  );
}

/** A word and a shape, so that it needs no colour. Nothing for what has no haste. */
export function UrgencyMark({ urgency }: { urgency: number }) {
  const nameOf = useClassName();
  if (urgency < 1) return null;
  return (
    <span className="urgency" data-urgency={urgency}>
      {urgency > 1 && <Drawing id={`urgency-${urgency}`} />}
      {nameOf('urgency', urgency)}
    </span>
  );
}

export function SentimentMark({ sentiment }: { sentiment: string }) {
  const word = useClassName()('sentiment', sentiment);
  return (
    <span title={word} className="row-face" data-sentiment={sentiment}>
      <Drawing id={sentiment} className="size-4 text-inherit" />
      <span className="sr-only">{word}, </span>
    </span>
  );
}

const signs: Readonly<Record<string, string>> = {
  x: 'X',
  mail: '@',
  forum: '#',
  facebook: 'f',
  instagram: 'ig',
  mastodon: 'm',
  bluesky: 'bs',
  linkedin: 'in',
  whatsapp: 'wa',
  telegram: 'tg',
  chat: '…',
  webform: '≡',
};

/** The network as one sign in a small square. Not the brand's own logo: those may not be redrawn. */
export function NetworkMark({ channel }: { channel: string }) {
  return (
    <span className="network" title={channel}>
      <span aria-hidden="true">{signs[channel] ?? channel.slice(0, 2)}</span>
      <span className="sr-only">{channel}: </span>
    </span>
  );
}
