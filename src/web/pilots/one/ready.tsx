import type { FormAnswer } from '../../forms.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Textarea } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { ShownPilot } from './reading.ts';

interface ReadyProps {
  shown: ShownPilot;
  planning: NonNullable<ShownPilot['planning']>;
  answer: FormAnswer | undefined;
}

/** What is missing, where and how to mend it; when nothing is, the start. */
export function Ready({ shown: { switches, may }, planning, answer }: ReadyProps) {
  const { ready: words } = useWords().piloting;
  const { list } = useFormats();
  const { lacking, supersedes } = planning;
  const own = answer?.given?.act === 'start' ? answer : undefined;
  if (lacking && lacking.length > 0) {
    return (
      <Card title={words.title}>
        <p className="mb-3">{words.lead}</p>
        <ul className="divide-y divide-line border-t border-line">
          {lacking.map((lack) => (
            <li key={lack} className="py-2.5">
              <span className="font-medium">{words.lacks[lack].what}</span>
              <span className="block text-soft">{words.lacks[lack].how}</span>
            </li>
          ))}
        </ul>
      </Card>
    );
  }
  return (
    <Card title={words.start}>
      <Notice tone="done" title={words.all}>
        {words.starts(list(switches))}
      </Notice>
      {supersedes.length > 0 && <p className="mt-3 max-w-prose">{words.supersedes(list(supersedes))}</p>}
      {may.arrange && (
        <Form answer={own} className="mt-4">
          <input type="hidden" name="act" value="start" />
          {own && (
            <Textarea
              name="overrule"
              label={words.overrule}
              hint={words.overruleHint}
              rows={2}
              optional
              answer={own}
            />
          )}
          <Button tone="primary">{words.start}</Button>
        </Form>
      )}
    </Card>
  );
}
