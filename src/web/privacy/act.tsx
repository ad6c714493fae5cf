import type { ReactNode } from 'react';
import type { FormAnswer } from '../forms.ts';
import { Button, type ButtonTone } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';

interface ActProps {
  /** What the action of the page reads. */
  act: string;
  label: string;
  /** On the button of a form with fields; left out: its name. */
  send?: string;
  tone?: ButtonTone;
  answer: FormAnswer | undefined;
  /** What goes along unseen. */
  hidden?: Readonly<Record<string, string>>;
  /** Fields; with them the form stands behind its name until it is opened. */
  children?: ReactNode;
}

/** One thing that can be done on a page. Works without script: a form of its own. */
export function Act({
  act,
  label,
  send = label,
  tone = 'secondary',
  answer,
  hidden = {},
  children,
}: ActProps) {
  const own = answer?.given?.act === act ? answer : undefined;
  const form = (
    <Form answer={own}>
      <input type="hidden" name="act" value={act} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <Button tone={tone}>{children ? send : label}</Button>
    </Form>
  );
  if (!children) return form;
  return (
    <details open={Boolean(own)} className="rounded-md border border-line px-3 py-2">
      <summary className="link cursor-pointer py-1">{label}</summary>
      <div className="mt-3">{form}</div>
    </details>
  );
}

interface FactsProps {
  facts: readonly (readonly [term: string, value: ReactNode] | null)[];
}

/** Terms and what they are, in a list. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className="grid gap-x-4 gap-y-2 sm:grid-cols-[12rem_minmax(0,1fr)]">
      {facts.map((fact) =>
        fact ? (
          <div key={fact[0]} className="contents">
            <dt className="text-soft">{fact[0]}</dt>
            <dd className="break-words whitespace-pre-line">{fact[1]}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
