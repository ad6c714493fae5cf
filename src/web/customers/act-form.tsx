import type { ReactNode } from 'react';
import type { FormAnswer } from '../forms.ts';
import { Form } from '../ui/form.tsx';

interface ActFormProps {
  act: string;
  /** What the act is about: hidden fields. */
  about?: Readonly<Record<string, string>>;
  answer?: FormAnswer | undefined;
  className?: string;
  children: ReactNode;
}

/** One of the many forms of a customer's page: tells which act it is. Shows only its own answer. */
export function ActForm({ act, about = {}, answer, className, children }: ActFormProps) {
  return (
    <Form className={className} answer={answerTo(answer, act, about)}>
      <input type="hidden" name="act" value={act} />
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </Form>
  );
}

/** The answer, when it is to this form. */
export function answerTo(
  answer: FormAnswer | undefined,
  act: string,
  about: Readonly<Record<string, string>> = {},
): FormAnswer | undefined {
  const given = answer?.given;
  if (!given || given.act !== act) return undefined;
  return Object.entries(about).every(([name, value]) => given[name] === value) ? answer : undefined;
}

/** A form that is folded away until it is wanted, and open again when something was wrong with it. */
export function Folded({ label, open, children }: { label: string; open?: boolean; children: ReactNode }) {
  return (
    <details className="mt-3" open={open}>
      <summary className="link inline-flex py-1">{label}</summary>
      <div className="mt-3">{children}</div>
    </details>
  );
}
