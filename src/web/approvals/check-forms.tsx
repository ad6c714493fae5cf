import { useId } from 'react';
import type { CheckKey, Strictness } from '../../conversations/composing/check.ts';
import { useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';

interface CheckFormsProps {
  checks: readonly { key: CheckKey; how: Strictness; document: string | null }[];
  documents: readonly { publicId: string; title: string }[];
}

/** One line per check: how strictly, and which of the house rules it stands for. */
export function CheckForms({ checks, documents }: CheckFormsProps) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {checks.map((check) => (
        <li key={check.key} className="py-2">
          <CheckForm check={check} documents={documents} />
        </li>
      ))}
    </ul>
  );
}

function CheckForm({
  check,
  documents,
}: { check: CheckFormsProps['checks'][number] } & Pick<CheckFormsProps, 'documents'>) {
  const { answers, composing } = useWords();
  const words = answers.rules.checks;
  const id = useId();
  return (
    <Form className="flex flex-wrap items-end gap-x-4 gap-y-2">
      <input type="hidden" name="act" value="check" />
      <input type="hidden" name="key" value={check.key} />
      <p id={id} className="min-w-0 flex-1 basis-64">
        {composing.rules.keys[check.key]}
      </p>
      <label className="text-sm">
        <span className="block text-soft">{words.how}</span>
        <select
          name="how"
          defaultValue={check.how}
          className="h-8 rounded-md border border-edge bg-surface px-2 text-sm text-ink"
          aria-describedby={id}
        >
          {(['ask', 'stop', 'off'] as const).map((how) => (
            <option key={how} value={how}>
              {words.hows[how]}
            </option>
          ))}
        </select>
      </label>
      <label className="text-sm">
        <span className="block text-soft">{words.document}</span>
        <select
          name="document"
          defaultValue={check.document ?? ''}
          className="h-8 max-w-48 rounded-md border border-edge bg-surface px-2 text-sm text-ink"
          aria-describedby={id}
        >
          <option value="">{words.noDocument}</option>
          {documents.map(({ publicId, title }) => (
            <option key={publicId} value={publicId}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <Button size="small" aria-describedby={id}>
        {words.set}
      </Button>
    </Form>
  );
}
