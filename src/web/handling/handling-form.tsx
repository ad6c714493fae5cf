import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { type Place, placed } from '../inbox/place.ts';
import { CsrfField } from '../ui/form.tsx';

interface HandlingFormProps {
  act: string;
  /** Public id of the conversation. */
  id: string;
  place: Place;
  /** What goes along without being seen. */
  hidden?: Readonly<Record<string, string>>;
  className?: string;
  children: ReactNode;
}

/** A form that does one thing with a conversation; afterwards the page stands as it then is, also without script. */
export function HandlingForm({ act, id, place, hidden = {}, className, children }: HandlingFormProps) {
  return (
    <Form method="post" action={placed.handling(id, place)} className={className}>
      <CsrfField />
      {Object.entries({ act, ...hidden }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </Form>
  );
}
