import { z } from 'zod';
import { audienceKinds } from '../../customers/sending/audience.ts';
import type { MailingDraft } from '../../customers/sending/drafting.ts';
import { mailingPurposes } from '../../customers/sending/mailing.ts';
import type { FormAnswer } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field, Select, Textarea } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';

const line = z
  .string()
  .trim()
  .max(150)
  .regex(/^[^\r\n]*$/);
const text = z.string().trim().max(20_000);

export const mailingSchema = z.object({
  title: z.string().trim().min(1).max(150),
  purpose: z.enum(mailingPurposes),
  audience: z.string().trim().min(1).max(100),
  subjectNl: line,
  textNl: text,
  subjectEn: line,
  textEn: text,
});

/** An audience travels as one value of a list: `kind`, or `kind:id`. */
export function draftOf(form: z.infer<typeof mailingSchema>): MailingDraft {
  const [kind = '', id] = form.audience.split(':');
  const both = { nl: [form.subjectNl, form.textNl], en: [form.subjectEn, form.textEn] } as const;
  const words = Object.fromEntries(
    Object.entries(both)
      .filter(([, [subject, text]]) => subject && text)
      .map(([locale, [subject, text]]) => [locale, { subject, text }]),
  );
  return { title: form.title, purpose: form.purpose, words, audience: id ? { kind, id } : { kind } };
}

interface MailingFormProps {
  draft?: MailingDraft;
  /** Saved segments, beside the groups that are always there. */
  segments: readonly { value: string; label: string }[];
  answer: FormAnswer | undefined;
}

export function MailingForm({ draft, segments, answer }: MailingFormProps) {
  const { form, purposes, audiences } = useWords().mailings;
  const chosen =
    draft && (draft.audience.id ? `${draft.audience.kind}:${draft.audience.id}` : draft.audience.kind);
  const groups = audienceKinds
    .filter((kind) => kind in audiences)
    .map((kind) => ({ value: kind, label: audiences[kind as keyof typeof audiences] }));
  return (
    <Form answer={answer}>
      <div className="max-w-xl">
        <Field
          name="title"
          label={form.title}
          hint={form.titleHint}
          defaultValue={draft?.title}
          answer={answer}
        />
        <Select
          name="purpose"
          label={form.purpose}
          hint={form.purposeHint}
          defaultValue={draft?.purpose ?? 'offers'}
          answer={answer}
          options={mailingPurposes.map((value) => ({ value, label: purposes[value] }))}
        />
        <Select
          name="audience"
          label={form.audience}
          hint={form.audienceHint}
          defaultValue={chosen ?? 'customers'}
          answer={answer}
          options={[...groups, ...segments]}
        />
      </div>
      <div className="mb-5 grid gap-5 md:grid-cols-2">
        {(['Nl', 'En'] as const).map((suffix) => {
          const words = draft?.words[suffix === 'Nl' ? 'nl' : 'en'];
          return (
            <Card key={suffix} title={form.languages[suffix]}>
              <Field
                name={`subject${suffix}`}
                label={form.subject}
                maxLength={150}
                optional={suffix === 'En'}
                defaultValue={words?.subject}
                answer={answer}
              />
              <Textarea
                name={`text${suffix}`}
                rows={10}
                label={form.text}
                hint={form.textHint}
                optional={suffix === 'En'}
                defaultValue={words?.text}
                answer={answer}
              />
            </Card>
          );
        })}
      </div>
      <Button tone="primary">{form.submit}</Button>
    </Form>
  );
}
