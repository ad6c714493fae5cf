import { Form } from 'react-router';
import { urls } from '../../urls.ts';
import { useWords } from '../layout/frame.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Field, type Option, Select } from '../ui/field.tsx';
import type { ReportView } from './report-view.ts';

const lengths = [7, 28, 91, 364] as const;

/** Which period, and of what. A form that asks by its address, so that a report can be sent on. */
export function Choice({ report }: { report: ReportView }) {
  const words = useWords().reporting.choice;
  const { place, options, chosen, today, days } = report;
  const all = (list: readonly Option[]) => [{ value: '', label: words.all }, ...list];
  return (
    <div className="print:hidden">
      <nav aria-label={words.title} className="mb-3 flex flex-wrap gap-1">
        {lengths.map((length) => {
          const own = days === length && place.to === today;
          return (
            <LinkButton
              key={length}
              size="small"
              tone={own ? 'secondary' : 'quiet'}
              to={urls.reports({ ...place, from: daysBack(today, length), to: today })}
            >
              {words.days(length)}
            </LinkButton>
          );
        })}
        {chosen && (
          <LinkButton size="small" tone="quiet" to={urls.reports({ from: place.from, to: place.to })}>
            {words.whole}
          </LinkButton>
        )}
      </nav>
      <details className="rounded-lg border border-line bg-surface px-4 py-2" open={chosen}>
        <summary className="link inline-flex py-1">{words.title}</summary>
        <Form
          method="get"
          action={urls.reports()}
          className="mt-3 grid gap-x-4 sm:grid-cols-2 lg:grid-cols-5"
        >
          <Field name="from" type="date" label={words.from} defaultValue={place.from} max={today} optional />
          <Field name="to" type="date" label={words.to} defaultValue={place.to} max={today} optional />
          <Select
            name="department"
            label={words.department}
            options={all(options.departments)}
            defaultValue={place.department ?? ''}
            optional
          />
          <Select
            name="queue"
            label={words.queue}
            options={all(options.queues)}
            defaultValue={place.queue ?? ''}
            optional
          />
          <Select
            name="channel"
            label={words.channel}
            options={all(options.channels)}
            defaultValue={place.channel ?? ''}
            optional
          />
          <div className="pb-3">
            <Button tone="primary">{words.show}</Button>
          </div>
        </Form>
      </details>
    </div>
  );
}

function daysBack(today: string, length: number): string {
  const day = new Date(`${today}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1 - length);
  return day.toISOString().slice(0, 10);
}
