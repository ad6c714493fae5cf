import type { SignatureRule } from '../../conversations/composing/signing.ts';
import type { FormAnswer } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { Field, Textarea } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';

interface SignatureFormsProps {
  signatures: readonly SignatureRule[];
  answer: FormAnswer | undefined;
}

/** How answers are signed, per channel; the last form is for a channel that has none yet. */
export function SignatureForms({ signatures, answer }: SignatureFormsProps) {
  const words = useWords().answers.rules.signature;
  const empty: SignatureRule = {
    channel: signatures.some(({ channel }) => channel === '*') ? '' : '*',
    words: { nl: '', en: '' },
    required: false,
  };
  return (
    <div className="space-y-4">
      {[...signatures, empty].map((one) => (
        <Form
          key={one.channel || 'new'}
          answer={answer?.given?.channel === one.channel ? answer : undefined}
          className="border-b border-line pb-3 last:border-b-0"
        >
          <input type="hidden" name="act" value="signature" />
          <div className="grid gap-x-5 md:grid-cols-[10rem_minmax(0,1fr)_minmax(0,1fr)]">
            <Field
              name="channel"
              label={words.channel}
              hint={words.channelHint}
              defaultValue={one.channel}
              maxLength={40}
            />
            <Textarea
              name="nl"
              rows={2}
              maxLength={500}
              label={words.nl}
              defaultValue={one.words.nl}
              optional
            />
            <Textarea
              name="en"
              rows={2}
              maxLength={500}
              label={words.en}
              defaultValue={one.words.en}
              optional
            />
          </div>
          <label className="mb-3 flex min-h-row items-center gap-2">
            <input
              type="checkbox"
              name="required"
              value="1"
              defaultChecked={one.required}
              className="size-5 accent-water"
            />
            {words.required}
          </label>
          <Button size="small">{words.set}</Button>
        </Form>
      ))}
    </div>
  );
}
