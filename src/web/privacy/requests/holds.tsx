import type { FormAnswer } from '../../forms.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { Card } from '../../ui/card.tsx';
import { Field, Textarea } from '../../ui/field.tsx';
import { Act } from '../act.tsx';
import type { RequestView } from './request-view.ts';

interface HoldsProps {
  holds: RequestView['holds'];
  /** What the person took back while a hold ran. */
  words: RequestView['heldWords'];
  answer: FormAnswer | undefined;
}

/** Reasons for which the data of this person may not go yet, each with who answers for it. */
export function Holds({ holds, words: held, answer }: HoldsProps) {
  const words = useWords().privacy.holds;
  const { day } = useFormats();
  const running = holds.filter(({ ended }) => !ended);
  return (
    <Card title={words.title}>
      <p className="mb-3 text-sm text-soft">{running.length === 0 ? words.none : words.lead}</p>
      {running.map((hold) => (
        <div key={hold.publicId} className="mb-3 border-l-4 border-edge pl-3">
          <p>{hold.reason}</p>
          <p className="mb-2 text-sm text-soft">{words.by(hold.heldBy, day(hold.reviewOn))}</p>
          <Act act="release" label={words.end} answer={answer}>
            <input type="hidden" name="hold" value={hold.publicId} />
            <Textarea name="why" rows={2} label={words.endWhy} answer={answer} />
          </Act>
        </div>
      ))}
      {held.length > 0 && (
        <details className="mb-3">
          <summary className="link inline-flex py-1">{words.words}</summary>
          <p className="my-2 text-sm text-soft">{words.wordsHint}</p>
          <ul className="space-y-2">
            {held.map(({ text, at }) => (
              <li key={`${at} ${text}`} dir="auto" className="border-l-4 border-edge pl-3 break-words">
                {text}
              </li>
            ))}
          </ul>
        </details>
      )}
      <Act act="hold" label={words.make} answer={answer}>
        <Textarea name="reason" rows={3} label={words.reason} answer={answer} />
        <Field name="reviewOn" type="date" label={words.review} answer={answer} />
      </Act>
    </Card>
  );
}
