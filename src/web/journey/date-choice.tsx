import { Form } from 'react-router';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Age } from '../ui/age.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import type { AsOf } from './as-of.ts';

interface DateChoiceProps {
  asOf: AsOf;
  /** Later days cannot be chosen. */
  today: string;
  chosen: boolean;
}

/** Until when was measured, and the form for another day. */
export function DateChoice({ asOf, today, chosen }: DateChoiceProps) {
  const words = useWords().journey.at;
  return (
    <div className="md:text-right">
      <Until asOf={asOf} />
      <details className="relative">
        <summary className="link inline-flex py-1 text-sm">{words.change}</summary>
        <div className="z-10 mt-1 rounded-lg border border-line bg-surface p-4 text-left md:absolute md:right-0 md:w-80 md:shadow-xl">
          <Form method="get" action={urls.journey()}>
            <Field
              name="at"
              type="date"
              label={words.label}
              hint={words.hint}
              defaultValue={asOf.day}
              max={today}
            />
            <div className="flex flex-wrap gap-3">
              <Button tone="primary">{words.submit}</Button>
              {chosen && (
                <LinkButton to={urls.journey()} tone="quiet">
                  {words.latest}
                </LinkButton>
              )}
            </div>
          </Form>
        </div>
      </details>
    </div>
  );
}

/** The last day that counted, with its age. */
export function Until({ asOf }: { asOf: AsOf }) {
  const words = useWords().journey.at;
  const { day, moment } = useFormats();
  return (
    <p>
      <span className="font-medium">
        {asOf.wholeDay ? words.until(day(asOf.until)) : words.moment(moment(asOf.at))}
      </span>
      <span className="text-faint">
        , <Age at={asOf.at} />
      </span>
    </p>
  );
}
