import type { DepthDay } from '../../conversations/measuring/contact-days.ts';
import type { SpeechDay } from '../../conversations/measuring/speech-days.ts';
import type { Measured } from '../measured.ts';
import { type Days, type Frame, firstDay, weeksBack } from './frame.ts';
import { censusOf, countOf, shareOf, type Tally } from './making.ts';

type SpeechCount = {
  [K in keyof SpeechDay]: SpeechDay[K] extends number ? K : never;
}[keyof SpeechDay];

export function total(rows: readonly SpeechDay[], count: SpeechCount): number {
  return rows.reduce((sum, row) => sum + row[count], 0);
}

/** Figures of what we said, that widen. */
export function speakingFigures(
  frame: Frame,
  days: Days,
  { speech, depths }: { speech: readonly SpeechDay[]; depths: readonly DepthDay[] },
): Measured[] {
  const from = firstDay(frame, days);
  const rows = speech.filter(({ day }) => day >= from);
  const of = (k: SpeechCount, n: SpeechCount): Tally => ({ k: total(rows, k), n: total(rows, n) });
  const replies = total(rows, 'publicReplies');
  const deep = depths.filter(({ day }) => day >= from);
  return [
    shareOf(['TW', days], { k: replies, n: replies + total(rows, 'publicPosts') }),
    shareOf(['DEP', days], {
      k: deep.reduce((sum, day) => sum + day.deep, 0),
      n: deep.reduce((sum, day) => sum + day.replied, 0),
    }),
    shareOf(['PL', days], of('registered', 'replies')),
    judged(shareOf(['MV', days], of('maverick', 'judged')), total(rows, 'replies')),
    judged(shareOf(['EM', days], of('empowered', 'judged')), total(rows, 'replies')),
  ];
}

/** Without a register of rights nobody could be outside them. */
function judged(figure: Measured, replies: number): Measured {
  return figure.n === 0 && replies > 0 ? { ...figure, reason: 'no-rights-then' } : figure;
}

export interface Responder {
  readonly who: string;
  readonly employeeId: string | null;
  readonly replies: number;
}

/** Who gave five answers or more in 91 days. */
export function respondersOf(frame: Frame, speech: readonly SpeechDay[]): Responder[] {
  const from = firstDay(frame, 91);
  const rows = speech.filter(({ day, replies }) => day >= from && replies > 0);
  return [...Map.groupBy(rows, ({ who }) => who)]
    .map(([who, said]) => ({ who, employeeId: said[0]?.employeeId ?? null, replies: total(said, 'replies') }))
    .filter(({ replies }) => replies >= 5);
}

/** Figures of who answers; complete counts. */
export function responderFigures(frame: Frame, speech: readonly SpeechDay[]): Measured[] {
  const from = firstDay(frame, 28);
  const recent = speech.filter(({ day, replies }) => day >= from && replies > 0);
  const responders = respondersOf(frame, speech);
  const steady = responders.filter(
    ({ who }) =>
      weeksOf(
        frame,
        recent.filter((row) => row.who === who),
      ) >= 3,
  ).length;
  const answers = total(recent, 'replies');
  const departments = answeringDepartments(frame, recent);
  const nameless = answers > 0 && recent.every(({ departmentId }) => departmentId === '0');
  const da = countOf(['DA', 28], departments.length, { n: answers });
  return [
    nameless ? { ...da, value: null, low: null, high: null, reason: 'no-department' } : da,
    countOf(['RESPONDING', 28], steady, { n: responders.length }),
    countOf(['PEOPLE', 28], steady, { n: responders.length }),
    postOnly(frame, speech),
    concentration(recent, answers),
  ];
}

/** Departments with ten answers or more in 28 days, in at least three of the four weeks. */
export function answeringDepartments(frame: Frame, recent: readonly SpeechDay[]): string[] {
  return [...Map.groupBy(recent, ({ departmentId }) => departmentId)]
    .filter(([id, rows]) => id !== '0' && total(rows, 'replies') >= 10 && weeksOf(frame, rows) >= 3)
    .map(([id]) => id);
}

// The day that still runs makes 29 days; what is older than 28 belongs to the fourth week.
export function weeksOf(frame: Frame, rows: readonly { day: string }[]): number {
  return new Set(rows.map(({ day }) => Math.min(3, weeksBack(frame, day)))).size;
}

/** Accounts that posted in 91 days and never answered: one-way traffic. */
function postOnly(frame: Frame, speech: readonly SpeechDay[]): Measured {
  const from = firstDay(frame, 91);
  const spoke = speech.filter(({ day, replies, posts }) => day >= from && replies + posts > 0);
  const accounts = [...Map.groupBy(spoke, ({ accountId }) => accountId).values()];
  const silent = accounts.filter((rows) => total(rows, 'replies') === 0).length;
  return countOf(['POST_ONLY', 91], silent, { n: accounts.length });
}

/** How much of the answering hangs on one person. */
function concentration(recent: readonly SpeechDay[], answers: number): Measured {
  const perPerson = [...Map.groupBy(recent, ({ who }) => who).values()].map((rows) => total(rows, 'replies'));
  return censusOf(['ONE_PERSON', 28], { k: Math.max(0, ...perPerson), n: answers });
}
