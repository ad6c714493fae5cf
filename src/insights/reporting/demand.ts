import { queueCalendars } from '../../organisation/calendars.ts';
import type { Context } from '../../platform/context.ts';
import type { ReportScope } from './asking.ts';
import { type Estimate, shareOf } from './figures.ts';
import type { WeekHour } from './reading.ts';

/** Per hour of the week, Monday first: how much of it some chosen queue is open now, from 0 to 1. */
export type OpenHours = readonly number[];

export function hourOfWeek({ weekday, hour }: Pick<WeekHour, 'weekday' | 'hour'>): number {
  return (weekday - 1) * 24 + hour;
}

/** By the week of the calendars in force; days that are an exception do not show in a week. */
export async function openHours(ctx: Context, scope: ReportScope): Promise<OpenHours> {
  const open = new Array<number>(168).fill(0);
  for (const { queueId, version } of await queueCalendars(ctx)) {
    if (!scope.queueIds.includes(queueId)) continue;
    for (const { weekday, from, to } of version.calendar.version.intervals) {
      const [start, end] = [minutesOf(from), minutesOf(to)];
      for (let hour = Math.floor(start / 60); hour * 60 < end; hour += 1) {
        const part = (Math.min(end, hour * 60 + 60) - Math.max(start, hour * 60)) / 60;
        const at = hourOfWeek({ weekday, hour });
        open[at] = Math.max(open[at] ?? 0, Math.min(1, part));
      }
    }
  }
  return open;
}

function minutesOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

export const parts = ['evening', 'weekend', 'other'] as const;
/** A part of the time that we are closed, as a pilot widens it: evenings first, then weekends. */
export type Part = (typeof parts)[number];

export interface ClosedDemand {
  /** Asked while we were closed. */
  readonly asked: number;
  /** Of what is old enough: nobody answered within 72 hours. */
  readonly unanswered: Estimate;
  /** Waited more than an hour on the clock, or got nothing. */
  readonly waited: Estimate;
}

/** What was asked outside opening hours: the case for the next step of a pilot. */
export interface Demand extends ClosedDemand {
  /** All that was asked, at any hour. */
  readonly all: number;
  readonly parts: Readonly<Record<Part, ClosedDemand>>;
  /** Where most was asked that had to wait; null: nothing was. */
  readonly most: Part | null;
}

const evening = 17;

export function demandOf(week: readonly WeekHour[]): Demand {
  const of = (part: Part) => closedDemand(week.filter((cell) => partOf(cell) === part));
  const per = { evening: of('evening'), weekend: of('weekend'), other: of('other') };
  const ranked = parts.toSorted((a, b) => (per[b].waited.k ?? 0) - (per[a].waited.k ?? 0));
  const [most] = ranked;
  return {
    all: week.reduce((sum, { asked }) => sum + asked, 0),
    ...closedDemand(week),
    parts: per,
    most: most && (per[most].waited.k ?? 0) > 0 ? most : null,
  };
}

export function partOf({ weekday, hour }: Pick<WeekHour, 'weekday' | 'hour'>): Part {
  if (weekday >= 6) return 'weekend';
  return hour >= evening ? 'evening' : 'other';
}

function closedDemand(cells: readonly WeekHour[]): ClosedDemand {
  const sum = (of: (cell: WeekHour) => number) => cells.reduce((total, cell) => total + of(cell), 0);
  const asked = sum(({ outside }) => outside);
  const settled = sum(({ outsideSettled }) => outsideSettled);
  return {
    asked,
    unanswered: shareOf(settled - sum(({ outsideAnswered }) => outsideAnswered), settled),
    waited: shareOf(asked - sum(({ outsideSoon }) => outsideSoon), asked),
  };
}
