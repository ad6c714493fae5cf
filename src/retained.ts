import { retained as conversations } from './conversations/retained.ts';
import { retained as looks } from './customers/looking/retained.ts';
import { retained as learning } from './listening/learning/retained.ts';
import { retained as listening } from './listening/retained.ts';
import { places } from './places.ts';
import type { Retained } from './platform/retained.ts';
import { idlePersons } from './privacy/retaining/idle.ts';
import { retained as privacy } from './privacy/retaining/retained.ts';

/** Everything that goes when its time is over. Persons come last: only then it is seen that nothing of them is left. */
export const retained: readonly Retained[] = [
  ...conversations,
  ...learning,
  ...listening,
  ...looks,
  ...privacy,
  idlePersons(places),
];
