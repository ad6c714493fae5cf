import { data } from 'react-router';
import { planHours } from '../../../organisation/opening/planning.ts';
import {
  countries,
  readHours,
  type WritingProblem,
  type WrittenHours,
  withHolidays,
} from '../../../organisation/opening/written-hours.ts';
import type { Context } from '../../../platform/context.ts';
import { isRefusal } from '../../../platform/refusal.ts';
import { urls } from '../../../urls.ts';
import type { FormAnswer } from '../../forms.ts';
import { kept } from '../managing.ts';

/** The form drawn again: what was typed, what is wrong with it, or the holidays that were added. */
export interface HoursAnswer extends FormAnswer {
  written: WrittenHours;
  from: string;
  wrong?: readonly WritingProblem[];
  /** How many lines the holidays added. */
  added?: number;
}

const longest = 20_000;

/** Adds the holidays of a year to what was typed, or plans the hours from the date that was given. */
export async function actOnHours(ctx: Context, key: string, form: FormData) {
  const text = (name: string) => String(form.get(name) ?? '').slice(0, longest);
  const written: WrittenHours = {
    timezone: text('timezone'),
    week: {
      1: text('day.1'),
      2: text('day.2'),
      3: text('day.3'),
      4: text('day.4'),
      5: text('day.5'),
      6: text('day.6'),
      7: text('day.7'),
    },
    exceptions: text('exceptions').replaceAll('\r\n', '\n'),
  };
  const from = text('from');
  if (text('act') === 'holidays') return holidaysAdded(ctx, { written, from }, text);
  const read = readHours(written);
  if (!read.ok) return shown({ written, from, wrong: read.problems });
  if (!/^\d{4}-\d{2}-\d{2}$/.test(from) || Number.isNaN(Date.parse(from)))
    return shown({ written, from, problems: { from: { code: 'required' } } });
  try {
    await planHours(ctx, key, { hours: read.hours, from });
    return kept(urls.calendar(key));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return shown({ written, from, refused: error.code }, error.status);
  }
}

function holidaysAdded(
  ctx: Context,
  { written, from }: { written: WrittenHours; from: string },
  text: (name: string) => string,
) {
  const country = countries.find((one) => one === text('country')) ?? 'nl';
  const year = Math.min(2199, Math.max(1900, Number.parseInt(text('year'), 10) || 2000));
  const exceptions = withHolidays(written.exceptions, { country, year, language: ctx.locale });
  const lines = (of: string) => of.split('\n').filter((line) => line.trim() !== '').length;
  const added = lines(exceptions) - lines(written.exceptions);
  return shown({ written: { ...written, exceptions }, from, added }, 200);
}

const shown = (answer: HoursAnswer, status = 422) => data(answer, { status });
