import { useFormats, useWords } from '../../layout/frame.tsx';
import { Age } from '../../ui/age.tsx';
import { Card } from '../../ui/card.tsx';
import type { RequestView } from './request-view.ts';

/** Copies that were made for this request: whether they are ready, and until when. */
export function Copies({ rows }: { rows: RequestView['exports'] }) {
  const words = useWords().privacy.exports;
  const { number, day } = useFormats();
  return (
    <Card title={words.title}>
      <ul className="space-y-2">
        {rows.map((row) => (
          <li key={row.publicId}>
            <span className="font-medium">{words.states[row.state]}</span> · <Age at={row.askedAt} />
            {row.bytes !== null && ` · ${words.size(number(row.bytes / 1000))}`}
            {row.expiresAt && row.state === 'ready' && ` · ${words.expires(day(row.expiresAt))}`}
            {row.state === 'waiting' && <p className="text-sm text-soft">{words.waiting}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
