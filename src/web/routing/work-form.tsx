import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { type Place, placed } from '../inbox/place.ts';
import { CsrfField } from '../ui/form.tsx';

interface WorkFormProps {
  act: 'move' | 'hand-over' | 'ask-on' | 'withdraw';
  /** Public id of the conversation. */
  id: string;
  place: Place;
  hidden?: Readonly<Record<string, string>>;
  children: ReactNode;
}

/** A form that moves the work on a conversation; works without script. */
export function WorkForm({ act, id, place, hidden = {}, children }: WorkFormProps) {
  return (
    <Form method="post" action={placed.work(id, place)}>
      <CsrfField />
      {Object.entries({ act, ...hidden }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </Form>
  );
}
