import { least, type ReportFigure } from '../../insights/reporting/figures.ts';
import type { Report } from '../../insights/reporting/report.ts';
import { listHeads } from '../../listening/heads/head.ts';
import { may } from '../../organisation/authority.ts';
import { listPilots } from '../../pilots/living/pilot.ts';
import type { Context, Locale } from '../../platform/context.ts';
import { words } from '../../platform/words.ts';
import { nameOf, namesOf } from '../understanding/class-words.ts';
import { placeOf } from './asked.ts';

/** A figure as the screen takes it; too little is said by `enough`. */
export type FigureView = ReportFigure & { readonly enough: boolean; readonly enoughBefore: boolean };

export function figureView(figure: ReportFigure): FigureView {
  const enough = (n: number) => n >= least[figure.unit];
  return { ...figure, enough: enough(figure.n), enoughBefore: enough(figure.before.n) };
}

/** A report as the page takes it, with names for what it knows by key. */
export async function reportView(ctx: Context, report: Report, locale: Locale) {
  const { scope, countedAt, groups, reasons, colleagues, volumes, week, open, demand, content, quality } =
    report;
  const name = await reasonNames(ctx, locale);
  const { noDepartment } = words(locale).reporting.groups;
  const table = (rows: Report['groups']['queue']) =>
    rows.map((group) => ({
      key: group.key,
      name: group.name || noDepartment,
      figures: group.figures.map(figureView),
    }));
  return {
    place: { ...placeOf(scope.asked), from: scope.from, to: lastDay(scope.to) },
    chosen: Boolean(scope.asked.department || scope.asked.queue || scope.asked.channel),
    today: scope.today,
    days: Temporal.PlainDate.from(scope.from).until(scope.to, { largestUnit: 'days' }).days,
    countedAt: countedAt?.toISOString() ?? null,
    options: {
      departments: scope.departments.map(({ key, name }) => ({ value: key, label: name })),
      queues: scope.queues.map(({ key, name }) => ({ value: key, label: name })),
      channels: [...new Set(scope.accounts.map(({ channel }) => channel))].map((one) => ({
        value: one,
        label: one,
      })),
    },
    figures: report.figures.map(figureView),
    groups: {
      department: table(groups.department),
      queue: table(groups.queue),
      channel: table(groups.channel),
    },
    ...{ volumes, week, open, demand, colleagues, content, quality },
    steersColleagues: may(ctx.actor, 'journey.manage'),
    reasons: reasons.map((reason) => ({ ...reason, name: name(reason.kind, reason.key) })),
    next: await nextStep(ctx),
  };
}

export type ReportView = Awaited<ReturnType<typeof reportView>>;

function lastDay(to: string): string {
  return Temporal.PlainDate.from(to).subtract({ days: 1 }).toString();
}

/** What intents, topics and reasons of closing are called here. */
export async function reasonNames(
  ctx: Context,
  locale: Locale,
): Promise<(kind: string, key: string) => string> {
  const heads = new Map((await listHeads(ctx)).map((head) => [head.key, namesOf(head, locale)]));
  const { inbox, reporting } = words(locale);
  const closings: Readonly<Record<string, string>> = reporting.reasons.closings;
  const intents: Readonly<Record<string, string>> = inbox.intents;
  return (kind, key) => {
    if (kind === 'closing') return closings[key] ?? key;
    const own = nameOf(heads.get(kind) ?? {}, key);
    return own === key && kind === 'intent' ? (intents[key] ?? key) : own;
  };
}

/** Where unanswered demand leads: on with the webcare pilot that runs, or to its template. */
async function nextStep(ctx: Context): Promise<{ pilot: { id: string; title: string } | null } | null> {
  if (!may(ctx.actor, 'pilot.read')) return null;
  const running = (await listPilots(ctx)).find(
    ({ state, capabilities }) => state === 'running' && capabilities.includes('inbox.webcare'),
  );
  if (running) return { pilot: { id: running.publicId, title: running.title } };
  return may(ctx.actor, 'pilot.manage') ? { pilot: null } : null;
}
