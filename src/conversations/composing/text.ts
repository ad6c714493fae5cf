import { Refusal } from '../../platform/refusal.ts';
import { longestReply } from '../conversation.ts';

const open = /\{\{\s*[^{}\n]{0,60}\s*\}\}/gu;

/** Places of a ready-made text that nobody filled in yet, as they stand there. */
export function openPlaces(text: string): string[] {
  return [...new Set([...text.matchAll(open)].map(([place]) => place))];
}

/**
 * What is written, as it is kept: without outer white space and what no database holds.
 * @throws Refusal `invalid.text-empty`, `invalid.text-long`
 */
export function checkText(text: string): string {
  const trimmed = text.replaceAll('\0', '').trim();
  if (trimmed === '') throw new Refusal('invalid.text-empty');
  if (trimmed.length > longestReply)
    throw new Refusal('invalid.text-long', { length: trimmed.length, longest: longestReply });
  return trimmed;
}

/** @throws Refusal `invalid.text-open` when a place of a ready-made text is still empty. */
export function checkLeaving(text: string): void {
  const places = openPlaces(text);
  if (places.length > 0) throw new Refusal('invalid.text-open', { places });
}
