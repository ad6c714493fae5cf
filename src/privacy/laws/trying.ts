import fc from 'fast-check';
import type { Category } from '../category.ts';
import type { Act } from '../permission.ts';
import { rank } from '../permission.ts';
import { type Purpose, purposes, ruleOf } from '../purpose.ts';
import { type Oracle, oracleFor } from './oracle.ts';
import { categoriesFor, type System, type Told, tried, type UseOf } from './system.ts';

export type Command =
  | { do: 'decide'; person: number; told: Told }
  | { do: 'publish'; material: readonly Purpose[] }
  | { do: 'join' | 'part'; one: number; other: number }
  | { do: 'minor'; person: number }
  | { do: 'of-age'; person: number; strength: number }
  | { do: 'use' | 'enqueue'; person: number; use: UseOf }
  | { do: 'run' };

const acts = [
  'give',
  'decline',
  'withdraw',
  'object',
  'restrict',
  'lift',
  'ask',
] as const satisfies readonly Act[];
// Mostly the same thing, or hardly anybody would use what somebody said yes to.
const item = fc.record({
  ref: fc.constantFrom('a', 'a', 'a', 'b'),
  version: fc.constantFrom('1', '1', '1', '2'),
});
const purpose = fc.constantFrom(...tried);

function told(): fc.Arbitrary<Told> {
  const base = { strength: fc.nat({ max: 4 }), sentAt: fc.nat({ max: 50 }) };
  const narrow = acts.filter((act) => act !== 'ask');
  const category = fc.constantFrom('msg_private', 'label') as fc.Arbitrary<Category>;
  const kinds: fc.Arbitrary<Told>[] = [
    fc.record({ ...base, purpose, act: fc.constantFrom(...acts) }),
    fc.record({ ...base, purpose, act: fc.constant('give' as const), guardian: fc.boolean() }),
    fc.record({
      ...base,
      purpose: fc.constant('story' as const),
      act: fc.constantFrom('give', 'give', 'give', 'withdraw'),
      strength: fc.constantFrom(1, 2, 3, 4),
      item,
    }),
    fc.record({ ...base, purpose: fc.constant('train' as const), act: fc.constantFrom(...narrow), category }),
  ];
  return fc.oneof(...kinds);
}

const use: fc.Arbitrary<UseOf> = purpose.chain(
  (key): fc.Arbitrary<UseOf> =>
    key === 'story'
      ? item.map((one) => ({ purpose: key, categories: categoriesFor(key), item: one }))
      : fc.constant({ purpose: key, categories: categoriesFor(key) }),
);

/** Up to `most` commands on two to four persons. `size: 'max'`: without it, sequences stay too short to err. */
export function commands(persons: number, most = 40): fc.Arbitrary<Command[]> {
  const person = fc.nat({ max: persons - 1 });
  const two = { one: person, other: person };
  const one = fc.oneof(
    { weight: 5, arbitrary: fc.record({ do: fc.constant('decide' as const), person, told: told() }) },
    { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('use', 'use', 'enqueue'), person, use }) },
    { weight: 1, arbitrary: fc.constant({ do: 'run' as const }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('join', 'join', 'part'), ...two }) },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('publish' as const), material: fc.subarray([...tried]) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('minor' as const), person }) },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('of-age' as const), person, strength: fc.nat({ max: 4 }) }),
    },
  );
  return fc.array(one as fc.Arbitrary<Command>, { maxLength: most, size: 'max' });
}

/** The name of every error that says which law is broken. */
export const broken = 'BrokenLaw';

function breaks(law: string): Error {
  const error = new Error(law);
  error.name = broken;
  return error;
}

type States = Map<string, number>;

interface Trial {
  system: System;
  oracle: Oracle;
  everybody: readonly number[];
}

/** Runs the commands, and after each says which law is broken. @throws an error named `broken` (trust P1–P17) */
export async function obey(system: System, persons: number, list: readonly Command[]): Promise<void> {
  const everybody = Array.from({ length: persons }, (_, at) => at);
  const trial: Trial = { system, oracle: oracleFor(persons), everybody };
  let before = await statesOf(system, everybody);
  for (const command of list) {
    await carryOut(trial, command);
    const after = await statesOf(system, everybody);
    for (const [key, state] of after) refuseRaise(command, key, [before.get(key) ?? 0, state]);
    for (const person of everybody) keepsYoung(trial, person, after);
    before = after;
  }
}

/** The same without looking at what holds after each: only a use that may not be breaks off. */
export async function live(system: System, persons: number, list: readonly Command[]): Promise<void> {
  const everybody = Array.from({ length: persons }, (_, at) => at);
  const trial: Trial = { system, oracle: oracleFor(persons), everybody };
  for (const command of list) await carryOut(trial, command);
}

async function carryOut(trial: Trial, command: Command): Promise<void> {
  const { system, oracle } = trial;
  switch (command.do) {
    case 'decide':
      if (await system.decide(command.person, command.told)) oracle.heed({ what: 'told', ...command });
      return;
    case 'publish':
      await system.publish(command.material);
      return oracle.heed({ what: 'published', material: command.material });
    case 'join':
    case 'part':
      return tie(trial, command);
    case 'minor':
      await system.setMinor(command.person);
      return oracle.heed({ what: 'aged', minor: true, persons: [command.person] });
    case 'of-age':
      return ofAge(trial, command);
    case 'use':
      if (await system.use(command.person, command.use)) used(trial, command.person, command.use);
      return;
    case 'enqueue':
      return system.enqueue(command.person, command.use);
    case 'run':
      for (const { person, use: one, done } of await system.run()) if (done) used(trial, person, one);
  }
}

async function tie({ system, oracle }: Trial, command: Command & { do: 'join' | 'part' }): Promise<void> {
  const { one, other } = command;
  if (one === other) return;
  if (command.do === 'join') await system.join(one, other);
  else await system.part(one, other);
  oracle.heed({ what: command.do === 'join' ? 'joined' : 'parted', one, other });
}

async function ofAge(trial: Trial, { person, strength }: Command & { do: 'of-age' }): Promise<void> {
  const { system, oracle, everybody } = trial;
  if (!(await system.clearMinor(person, strength))) return;
  if (strength < 3) throw breaks('P15: cleared without proof');
  const persons = everybody.filter((one) => oracle.together(one, person));
  oracle.heed({ what: 'aged', minor: false, persons });
}

function used({ oracle }: Trial, person: number, one: UseOf): void {
  const against = oracle.against(person, one);
  if (against.length > 0) throw breaks(`P1: ${one.purpose} of ${person} in spite of ${against.join(', ')}`);
  oracle.heed({ what: 'used', person, use: one });
}

function refuseRaise(command: Command, key: string, [was, now]: [number, number]): void {
  const [, of = ''] = key.split(' ');
  const raised = now > was;
  if (raised && (command.do === 'join' || command.do === 'part'))
    throw breaks(`P6: ${command.do} raised ${key}`);
  if (raised && command.do === 'publish') throw breaks(`P7: an offer raised ${key}`);
  if (raised && command.do === 'decide' && command.told.strength < 2) throw breaks(`P8: ${key} raised`);
  if (raised && ['use', 'run', 'minor'].includes(command.do)) throw breaks(`P4: ${key}`);
  if (command.do !== 'publish') return;
  const asked = command.material.includes(of as Purpose);
  const consent = purposes[of as Purpose].basis === 'consent';
  if (asked && consent && now === rank('allowed')) throw breaks(`P7: ${key} stays allowed under a new text`);
  if (!asked && now !== was) throw breaks(`P7: ${key} changed without a reason`);
}

function keepsYoung({ oracle }: Trial, person: number, states: States): void {
  for (const key of tried) {
    const state = states.get(`${person} ${key}`) ?? 0;
    if (oracle.objectedToMarketing(person, key) && state > rank('objected')) throw breaks(`P17: ${key}`);
    const young = ruleOf(key).minimumAge !== undefined && oracle.isMinor(person);
    if (young && state > rank('denied') && !oracle.guarded(person, key))
      throw breaks(`P15: ${person} ${key}`);
  }
}

async function statesOf(system: System, everybody: readonly number[]): Promise<States> {
  const states: States = new Map();
  for (const person of everybody) {
    for (const key of tried) states.set(`${person} ${key}`, rank(await system.state(person, key)));
  }
  return states;
}
