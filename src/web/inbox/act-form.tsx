import type { ReactNode } from 'react';
import { CsrfField } from '../ui/form.tsx';
import type { Act } from './acting.ts';
import { type Acting, useScripted } from './use-acts.ts';

interface ActFormProps {
  act: Act;
  acting: Acting;
  /** What goes along without being seen. */
  hidden?: Readonly<Record<string, string | number | null>>;
  className?: string;
  id?: string;
  children: ReactNode;
}

/** A form of a conversation; `act` tells the server which. */
export function ActForm({ act, acting, hidden = {}, className, id, children }: ActFormProps) {
  const fields = { act, ...hidden, quiet: useScripted() ? '1' : null };
  return (
    <acting.Form method="post" action={acting.url} noValidate className={className} id={id}>
      <CsrfField />
      {Object.entries(fields).map(
        ([name, value]) => value !== null && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {children}
    </acting.Form>
  );
}
