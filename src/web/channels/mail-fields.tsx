import type { FormAnswer } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { Field, Select } from '../ui/field.tsx';

interface MailFieldsProps {
  answer: FormAnswer | undefined;
  /** What is kept; empty for a new one. */
  kept?: Readonly<Record<string, string>>;
}

/** The fields of a mailbox: who we are there, where it is, and how it is used. */
export function MailFields({ answer, kept = {} }: MailFieldsProps) {
  const { form } = useWords().channels;
  const isNew = kept.address === undefined;
  return (
    <>
      <Field
        name="address"
        type="email"
        label={form.address}
        hint={form.addressHint}
        defaultValue={kept.address}
        readOnly={!isNew}
        answer={answer}
      />
      <Field name="name" label={form.name} hint={form.nameHint} defaultValue={kept.name} answer={answer} />
      <Field
        name="user"
        label={form.user}
        hint={form.userHint}
        autoComplete="off"
        defaultValue={kept.user}
        answer={answer}
      />
      <Field
        name="password"
        type="password"
        label={form.password}
        {...(isNew ? {} : { hint: form.passwordKept, optional: true })}
        autoComplete="new-password"
        answer={answer}
      />
      <Server which="imap" answer={answer} kept={{ imapPort: '993', ...kept }} />
      <Server which="smtp" answer={answer} kept={{ smtpPort: '465', ...kept }} />
      <Select
        name="signIn"
        label={form.signIn}
        options={[
          { value: 'yes', label: form.signInYes },
          { value: 'no', label: form.signInNo },
        ]}
        defaultValue={kept.signIn ?? 'yes'}
        answer={answer}
      />
      <Select
        name="days"
        label={form.days}
        hint={form.daysHint}
        options={[0, 7, 30].map((n) => ({ value: String(n), label: form.daysFrom(n) }))}
        defaultValue={kept.days ?? '0'}
        answer={answer}
      />
      <Select
        name="plus"
        label={form.plus}
        hint={form.plusHint}
        options={[
          { value: 'no', label: form.no },
          { value: 'yes', label: form.yes },
        ]}
        defaultValue={kept.plus ?? 'no'}
        answer={answer}
      />
    </>
  );
}

interface ServerProps extends Required<MailFieldsProps> {
  which: 'imap' | 'smtp';
}

function Server({ which, answer, kept }: ServerProps) {
  const { form } = useWords().channels;
  return (
    <fieldset className="mb-4">
      <legend className="mb-2 font-medium">{form[which]}</legend>
      <div className="grid gap-x-4 sm:grid-cols-[2fr_1fr]">
        <Field name={`${which}Host`} label={form.host} defaultValue={kept[`${which}Host`]} answer={answer} />
        <Field
          name={`${which}Port`}
          inputMode="numeric"
          label={form.port}
          defaultValue={kept[`${which}Port`]}
          answer={answer}
        />
      </div>
      <Select
        name={`${which}Secure`}
        label={form.secure}
        options={[
          { value: 'yes', label: form.secureTls },
          { value: 'no', label: form.secureStart },
        ]}
        defaultValue={kept[`${which}Secure`] ?? 'yes'}
        answer={answer}
      />
    </fieldset>
  );
}
