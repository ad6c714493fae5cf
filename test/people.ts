import { departmentNamed } from '../src/organisation/departments.ts';
import { type Employee, getEmployeeActor, hire } from '../src/organisation/employees.ts';
import { actAs, type Context, type Role } from '../src/platform/context.ts';

/** A colleague, and the context in which they act. */
export interface Person {
  employee: Employee;
  context: Context;
}

export interface People {
  /** Colleagues of Klantenservice. */
  els: Person;
  joost: Person;
  /** Director: sees the journey, no conversation. */
  anneke: Person;
  /** Administrator, everywhere. */
  ravi: Person;
  departmentId: string;
}

/** The people of Waterkracht, by their usual names. */
export async function hirePeople(ctx: Context): Promise<People> {
  const { id: departmentId } = await departmentNamed(ctx, 'Klantenservice');
  const [els, joost] = [
    await hirePerson(ctx, { name: 'Els Bakker', role: 'colleague', departmentId }),
    await hirePerson(ctx, { name: 'Joost Visser', role: 'colleague', departmentId }),
  ];
  const anneke = await hirePerson(ctx, { name: 'Anneke de Graaf', role: 'director', departmentId: null });
  const ravi = await hirePerson(ctx, { name: 'Ravi Sewnath', role: 'administrator', departmentId: null });
  return { els, joost, anneke, ravi, departmentId };
}

/** Hires somebody with one role, within `departmentId` or (null) everywhere. */
export async function hirePerson(
  ctx: Context,
  { name, role, departmentId }: { name: string; role: Role; departmentId: string | null },
): Promise<Person> {
  const [first = name] = name.toLowerCase().split(' ');
  const employee = await hire(ctx, {
    name,
    email: `${first}@waterkracht.example`,
    departmentId,
    userId: null,
    roles: [{ role, departmentId }],
  });
  return { employee, context: actAs(ctx, await getEmployeeActor(ctx, employee.id)) };
}
