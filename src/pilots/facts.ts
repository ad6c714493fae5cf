import type { Actor } from '../platform/context.ts';
import type { Situation } from './scope.ts';

type Who = Required<Pick<Situation, 'person' | 'department' | 'roles'>>;

/**
 * What a scope can ask of whoever acts. Nobody in particular (a program, the system, a customer) is stated as such, so a
 * scope of people, roles or departments leaves them out.
 */
export function actorFacts(actor: Actor): Who {
  if (actor.kind !== 'employee') return { person: '', department: '', roles: [] };
  return {
    person: actor.employeeId,
    department: actor.departmentId ?? '',
    roles: [...new Set(actor.roles.map(({ role }) => role))],
  };
}
