import type { EarlierAnswer } from '../../../conversations/macros/earlier-answers.ts';
import { useWords } from '../../layout/frame.tsx';
import { Moment } from '../../ui/age.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';

interface EarlierProps {
  answers: readonly EarlierAnswer[];
  /** With script: puts it in the field. */
  onUse: (text: string) => void;
}

/** How colleagues answered nearly the same question, with whose answer it was. */
export function Earlier({ answers, onUse }: EarlierProps) {
  const words = useWords().answers.tray;
  if (answers.length === 0) return null;
  return (
    <details className="mb-2 text-sm">
      <summary className="inline-flex items-center gap-1.5 font-medium">
        <Icon name="speech" className="size-4" />
        {words.suggestions} ({answers.length})
      </summary>
      <p className="mt-1 text-soft">{words.suggestionsWhy}</p>
      <ul className="mt-1 space-y-2">
        {answers.map((one) => (
          <li key={one.messageId} className="rounded-md border border-line px-3 py-2">
            <p className="flex flex-wrap items-center gap-x-2 text-xs text-soft">
              {words.source(one.author)} <Moment at={one.sentAt} />
              {one.isExample && <Badge tone="water">{words.example}</Badge>}
            </p>
            <p className="message-text">{one.text}</p>
            <span className="needs-script">
              <Button type="button" size="small" tone="quiet" onClick={() => onUse(one.text)}>
                {words.use}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
