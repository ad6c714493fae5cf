import type { ComponentProps, ReactNode } from 'react';
import { Form as RouterForm } from 'react-router';
import { refusalWords } from '../../../locales/refusals.ts';
import type { FormAnswer } from '../forms.ts';
import { useShell, useWords } from '../layout/frame.tsx';
import { Notice } from './notice.tsx';

interface FormProps extends Omit<ComponentProps<typeof RouterForm>, 'children'> {
  /** What the action answered: its refusal or a count of problems is shown above the fields. */
  answer?: FormAnswer | undefined;
  children: ReactNode;
}

/**
 * A form that posts with and without script and carries the csrf field. The server judges the fields, in the words
 * of the page, so the browser's own bubbles are off.
 */
export function Form({ answer, children, ...rest }: FormProps) {
  return (
    <RouterForm method="post" noValidate {...rest}>
      <CsrfField />
      <FormNotice answer={answer} />
      {children}
    </RouterForm>
  );
}

/** For plain `<form method="post">` that must load a whole page. */
export function CsrfField() {
  const csrf = useShell()?.csrf;
  return csrf ? <input type="hidden" name="csrf" value={csrf} /> : null;
}

function FormNotice({ answer }: { answer: FormAnswer | undefined }) {
  const { refusals, forms } = useWords();
  if (!answer?.refused && !answer?.problems) return null;
  const words = answer.refused ? refusalWords(refusals, answer.refused) : null;
  return (
    <div className="mb-5">
      <Notice tone="attention" title={words?.title ?? forms.checkFields}>
        {words?.next}
      </Notice>
    </div>
  );
}
