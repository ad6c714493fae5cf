import type { Signal } from '../../listening/noticing/signals.ts';

export type SignalView = ReturnType<typeof signalView>;

const hour = 3_600_000;

/** A signal as pages show it: moments as text, and over how many hours it was spoken about. */
export function signalView(signal: Signal) {
  const { publicId, account, language, terms, fromAt, lastAt, messages, persons, expected } = signal;
  const { isRising, dismissedAt, dismissedBy } = signal;
  return {
    id: publicId,
    account,
    language,
    terms,
    at: fromAt.toISOString(),
    hours: Math.max(1, Math.ceil((lastAt.getTime() - fromAt.getTime()) / hour)),
    messages,
    persons,
    expected,
    isRising,
    dismissed: dismissedAt && { at: dismissedAt.toISOString(), by: dismissedBy },
  };
}
