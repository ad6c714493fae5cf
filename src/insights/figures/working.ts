import type { SpeechDay } from '../../conversations/measuring/speech-days.ts';
import type { Covering, Working } from '../../organisation/measures.ts';
import type { Measured } from '../measured.ts';
import { type Frame, firstDay } from './frame.ts';
import { censusOf, countOf, factOf, unknownOf } from './making.ts';
import { answeringDepartments, total } from './speaking.ts';

/** Policy, training and mandate among those who answer. */
export function coveringFigures(covering: Covering): Measured[] {
  const { acknowledged, trained, mandated, reviewed, rules, courses } = covering;
  const among = (code: string, tally: { k: number; n: number }, lacking: string | false) =>
    lacking ? unknownOf([code, 'now'], lacking) : censusOf([code, 'now'], tally);
  return [
    among('PO', acknowledged, rules === 0 && 'no-rules'),
    rules === 0
      ? unknownOf(['REVIEWED', 'now'], 'no-rules', 'count')
      : factOf(['REVIEWED', 'now'], reviewed, { source: 'document' }),
    among('TR', trained, courses === 0 && 'no-courses'),
    among('MANDATE', mandated, false),
  ];
}

export interface Using {
  readonly employeeId: string;
  readonly day: string;
}

export interface Work {
  readonly frame: Frame;
  readonly working: readonly Working[];
  readonly speech: readonly SpeechDay[];
  /** Days on which somebody opened a figure, rows, the board's letter, or the list of conversations. */
  readonly used: readonly Using[];
  /** Of those, the ones about figures only: what a director looks at. */
  readonly looked: readonly Using[];
}

/** Who listens, who is active, and what directors do. Complete counts. */
export function workFigures(work: Work): Measured[] {
  const { frame, working, speech } = work;
  const from = firstDay(frame, 28);
  const said = speech.filter(({ day, employeeId }) => day >= from && employeeId !== null);
  const spoke = new Set(said.map(({ employeeId }) => employeeId));
  const days = daysPer([
    ...work.used.filter(({ day }) => day >= from),
    ...said.map(({ employeeId, day }) => ({ employeeId: employeeId ?? '', day })),
  ]);
  const opened = daysPer(work.looked.filter(({ day }) => day >= from));
  const active = (id: string) => spoke.has(id) || opened.has(id);
  const directors = working.filter(({ director }) => director);
  const departments = departmentsOf(working);
  return [
    censusOf(['LI', 28], {
      k: departments.filter((people) => listens(people, days)).length,
      n: departments.length,
    }),
    censusOf(['INSIGHT_REACH', 28], {
      k: working.filter(({ id }) => opened.has(id)).length,
      n: working.length,
    }),
    censusOf(['ACTIVE', 28], { k: working.filter(({ id }) => active(id)).length, n: working.length }),
    censusOf(['ACTIVE_DEPARTMENTS', 28], {
      k: departments.filter((people) => shareIn(people, active) >= 0.2).length,
      n: departments.length,
    }),
    censusOf(['EXO', 28], {
      k: directors.filter(({ id }) => spokePublicly(said, id)).length,
      n: directors.length,
    }),
    censusOf(['EXI', 28], {
      k: directors.filter(({ id }) => (opened.get(id) ?? 0) >= 2).length,
      n: directors.length,
    }),
    factOf(
      ['OWNER_ACTIVE', 28],
      directors.some(({ id }) => active(id)),
    ),
    sendRights(work),
  ];
}

function daysPer(rows: readonly Using[]): Map<string, number> {
  return new Map(
    [...Map.groupBy(rows, ({ employeeId }) => employeeId)].map(([id, days]) => [
      id,
      new Set(days.map(({ day }) => day)).size,
    ]),
  );
}

/** Departments with at least two colleagues. */
export function departmentsOf(working: readonly Working[]): Working[][] {
  const placed = working.filter(({ departmentId }) => departmentId !== null);
  return [...Map.groupBy(placed, ({ departmentId }) => departmentId).values()].filter(
    (people) => people.length >= 2,
  );
}

function shareIn(people: readonly Working[], holds: (id: string) => boolean): number {
  return people.filter(({ id }) => holds(id)).length / people.length;
}

/** A fifth of the department, or its director, on two days. */
function listens(people: readonly Working[], days: ReadonlyMap<string, number>): boolean {
  const often = (id: string) => (days.get(id) ?? 0) >= 2;
  return shareIn(people, often) >= 0.2 || people.some(({ id, director }) => director && often(id));
}

function spokePublicly(said: readonly SpeechDay[], id: string): boolean {
  const own = said.filter(({ employeeId }) => employeeId === id);
  return total(own, 'publicReplies') + total(own, 'publicPosts') > 0;
}

/** Of the departments that answer, the fewest who may send without asking. */
function sendRights({ frame, working, speech }: Work): Measured {
  const from = firstDay(frame, 28);
  const recent = speech.filter(({ day, replies }) => day >= from && replies > 0);
  const answering = answeringDepartments(frame, recent);
  if (answering.length === 0) return unknownOf(['SEND_RIGHTS', 'now'], 'no-department', 'count');
  const holders = answering.map(
    (id) => working.filter(({ departmentId, sends }) => departmentId === id && sends).length,
  );
  return countOf(['SEND_RIGHTS', 'now'], Math.min(...holders), { n: answering.length });
}
