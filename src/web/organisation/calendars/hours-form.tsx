import {
  countries,
  type WritingProblem,
  type WrittenHours,
  weekdays,
} from '../../../organisation/opening/written-hours.ts';
import { useWords } from '../../layout/frame.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, Select, Textarea } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { HoursAnswer } from './hours-posted.ts';

interface HoursFormProps {
  written: WrittenHours | null;
  today: string;
  year: number;
  answer: HoursAnswer | undefined;
}

/** New hours from a date on. Adding holidays is a post as well, so that it works without script. */
export function HoursForm({ written, today, year, answer }: HoursFormProps) {
  const words = useWords().openingHours;
  if (!written) return null;
  return (
    <Form answer={answer} key={answer?.added === undefined ? 'typed' : written.exceptions}>
      <button type="submit" name="act" value="plan" className="sr-only" tabIndex={-1} aria-hidden="true" />
      {answer?.wrong && <Wrong problems={answer.wrong} />}
      {answer?.added !== undefined && (
        <div className="mb-5">
          <Notice tone="done" title={words.holidaysAdded(answer.added)}>
            {words.notYetKept}
          </Notice>
        </div>
      )}
      <fieldset className="mb-2">
        <legend className="mb-1.5 font-medium">{words.perDay}</legend>
        <p className="mb-3 text-sm text-soft">{words.perDayHint}</p>
        <div className="grid gap-x-4 sm:grid-cols-2">
          {weekdays.map((weekday) => (
            <Field
              key={weekday}
              name={`day.${weekday}`}
              label={words.days[weekday]}
              defaultValue={written.week[weekday]}
              autoComplete="off"
            />
          ))}
        </div>
      </fieldset>
      <Textarea
        name="exceptions"
        label={words.exceptions}
        hint={words.exceptionsHint}
        defaultValue={written.exceptions}
        rows={6}
        spellCheck={false}
        optional
      />
      <Holidays year={year} />
      <div className="grid gap-x-4 sm:grid-cols-2">
        <Field
          name="timezone"
          label={words.timezone}
          hint={words.timezoneHint}
          defaultValue={written.timezone}
          spellCheck={false}
        />
        <Field
          name="from"
          type="date"
          label={words.from}
          hint={words.fromHint}
          min={today}
          defaultValue={answer?.from || today}
          answer={answer}
        />
      </div>
      <Button tone="primary" name="act" value="plan">
        {words.submit}
      </Button>
    </Form>
  );
}

function Holidays({ year }: { year: number }) {
  const words = useWords().openingHours;
  const years = [year, year + 1, year + 2].map(String);
  return (
    <fieldset className="mb-5 rounded-md border border-line px-3 pt-2">
      <legend className="px-1 font-medium">{words.holidays}</legend>
      <div className="flex flex-wrap items-end gap-x-3">
        <div className="w-40">
          <Select
            name="country"
            label={words.country}
            options={countries.map((value) => ({ value, label: words.countries[value] }))}
          />
        </div>
        <div className="w-28">
          <Select name="year" label={words.year} options={years.map((value) => ({ value, label: value }))} />
        </div>
        <div className="mb-5">
          <Button name="act" value="holidays">
            {words.addHolidays}
          </Button>
        </div>
      </div>
    </fieldset>
  );
}

function Wrong({ problems }: { problems: readonly WritingProblem[] }) {
  const words = useWords().openingHours;
  const placeOf = ({ where }: WritingProblem) => {
    if (where === 'timezone') return words.timezone;
    return 'weekday' in where ? words.days[where.weekday] : words.line(where.line);
  };
  return (
    <div className="mb-5">
      <Notice tone="attention" title={words.wrongTitle}>
        <ul className="list-disc pl-5">
          {problems.map((problem) => (
            <li key={`${placeOf(problem)} ${problem.what}`}>
              {placeOf(problem)}: {words.wrong[problem.what]}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
