import type { NewEvent } from '../platform/events.ts';
import type { Act, State } from './permission.ts';
import type { Purpose } from './purpose.ts';

/** A person decided about a purpose; `state` is what holds now. */
export function permissionDecided(
  personId: string,
  decision: { purpose: Purpose; act: Act; state: State },
): NewEvent {
  return { verb: 'permission.decided', subject: { kind: 'person', id: personId }, data: decision };
}
