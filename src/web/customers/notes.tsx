import type { FormAnswer } from '../forms.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Textarea } from '../ui/field.tsx';
import { ActForm, answerTo, Folded } from './act-form.tsx';
import type { CustomerView } from './loading-customer.ts';

interface Props {
  view: CustomerView;
  answer: FormAnswer | undefined;
}

/** What colleagues should know; whoever wrote a note may change it. */
export function Notes({ view: { notes: rows, mayChange }, answer }: Props) {
  const { notes, polder, by, edited } = useWords().keeping;
  const { day } = useFormats();
  return (
    <Card title={notes.title}>
      {rows.length === 0 && <p className="text-soft">{notes.none}</p>}
      <ul className="divide-y divide-line">
        {rows.map((note) => (
          <li key={note.publicId} className="py-3 first:pt-0">
            <p className="break-words whitespace-pre-line">{note.text}</p>
            <p className="mt-1 text-sm text-faint">
              {by(note.writtenBy ?? polder, day(note.writtenAt))}
              {note.editedAt && `, ${edited}`}
            </p>
            {note.mine && mayChange && <Own note={note} answer={answer} />}
          </li>
        ))}
      </ul>
      {mayChange && (
        <Folded label={notes.add} open={Boolean(answerTo(answer, 'note'))}>
          <ActForm act="note" answer={answer}>
            <Textarea
              name="text"
              rows={3}
              label={notes.text}
              hint={notes.hint}
              answer={answerTo(answer, 'note')}
            />
            <Button>{notes.submit}</Button>
          </ActForm>
        </Folded>
      )}
    </Card>
  );
}

function Own({ note, answer }: { note: CustomerView['notes'][number]; answer: FormAnswer | undefined }) {
  const { notes } = useWords().keeping;
  const about = { note: note.publicId };
  const own = answerTo(answer, 'note-change', about);
  return (
    <Folded label={notes.edit} open={Boolean(own)}>
      <ActForm act="note-change" about={about} answer={answer}>
        <Textarea name="text" rows={3} label={notes.text} defaultValue={note.text} answer={own} />
        <Button>{notes.save}</Button>
      </ActForm>
      <ActForm act="note-remove" about={about} answer={answer} className="mt-2">
        <Button tone="quiet" icon="cross">
          {notes.remove}
        </Button>
      </ActForm>
    </Folded>
  );
}
