import type { Course } from './course.ts';
import type { Found, Placeable } from './finding.ts';

/** A conversation with what its new messages changed, ready to write. */
export interface Placed {
  found: Found;
  course: Course;
  /** What each new message is, in the order of `found.messages`. */
  kinds: ('in' | 'reply' | 'post')[];
}

/** The newest message that decides what the list shows. */
export function newestOf(placed: Placed): Placeable {
  const newest = placed.found.messages.at(-1);
  if (!newest) throw new Error('placed without messages');
  return newest;
}
