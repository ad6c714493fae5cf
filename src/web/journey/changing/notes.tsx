import type { FormAnswer } from '../../forms.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { Act } from '../../privacy/act.tsx';
import { Card } from '../../ui/card.tsx';
import { Field, Select, Textarea } from '../../ui/field.tsx';
import type { NoteView } from './note-view.ts';
import { Tick } from './tick.tsx';

interface NotesProps {
  notes: readonly NoteView[];
  /** Sentences of the self-assessment, on which somebody may state something in a talk. */
  items: readonly { code: string; saying: string }[];
  steers: boolean;
  today: string;
  answer: FormAnswer | undefined;
}

/** Talks with directors, and what colleagues say they do outside themselves. Statements, never measurements. */
export function Notes({ notes, items, steers, today, answer }: NotesProps) {
  const { journeying } = useWords();
  const words = journeying.team;
  const { day } = useFormats();
  const own = (act: string) => (answer?.given?.act === act ? answer : undefined);
  const sayingOf = (code: string) => items.find((item) => item.code === code)?.saying ?? code;
  const shown = notes.filter(({ kind }) => kind === 'interview' || kind === 'outside');
  return (
    <Card title={words.notes}>
      <ul className="divide-y divide-line">
        {shown.map(({ publicId, kind, about, said, at, by }) => (
          <li key={publicId} className="flex flex-wrap items-start justify-between gap-3 py-2">
            <span className="max-w-prose">
              <span className="text-soft">
                {words.kinds[kind]}, {day(at)}
                {by && `, ${by}`}:
              </span>{' '}
              <span className="font-medium">{about}</span>
              {typeof said.phase === 'number' && (
                <span className="text-soft">
                  , {words.phase(said.phase)}
                  {typeof said.day === 'string' && `, ${day(`${said.day}T12:00:00Z`)}`} ({words.attested})
                </span>
              )}
              {typeof said.text === 'string' && (
                <span className="block whitespace-pre-line">{said.text}</span>
              )}
              {typeof said.item === 'string' && (
                <span className="block text-soft">
                  {words.stated(sayingOf(said.item), said.agrees === true)}
                </span>
              )}
              {typeof said.quote === 'string' && said.quote !== '' && (
                <q className="block text-soft italic">{said.quote}</q>
              )}
            </span>
            {steers && (
              <Act act="remove" label={words.remove} tone="quiet" hidden={{ id: publicId }} answer={answer} />
            )}
          </li>
        ))}
      </ul>
      <div className="mt-4 grid grid-cols-[minmax(0,1fr)] items-start gap-3 print:hidden sm:grid-cols-2">
        {steers && <Interview items={items} today={today} answer={own('interview')} />}
        <Act act="outside" label={words.outside} send={words.save} answer={own('outside')}>
          <p className="mb-3 text-soft">{words.outsideLead}</p>
          <Field name="about" label={words.outsideAbout} answer={own('outside')} />
        </Act>
      </div>
    </Card>
  );
}

type InterviewProps = Pick<NotesProps, 'items' | 'today' | 'answer'>;

/** What somebody of the board said, with their consent; and what they state about a sentence of the self-assessment. */
function Interview({ items, today, answer }: InterviewProps) {
  const words = useWords().journeying.team;
  return (
    <Act act="interview" label={words.addInterview} send={words.save} answer={answer}>
      <Field name="about" label={words.interviewAbout} answer={answer} />
      <Textarea name="text" label={words.interviewText} answer={answer} />
      <Field name="quote" label={words.interviewQuote} optional maxLength={500} answer={answer} />
      <Field
        name="day"
        type="date"
        label={words.interviewDay}
        defaultValue={today}
        max={today}
        answer={answer}
      />
      <Select
        name="phase"
        label={words.interviewPhase}
        options={([1, 2, 3, 4] as const).map((n) => ({ value: String(n), label: words.phase(n) }))}
        answer={answer}
      />
      <Select
        name="item"
        label={words.interviewItem}
        hint={words.interviewItemHint}
        options={[
          { value: '', label: words.interviewNoItem },
          ...items.map(({ code, saying }) => ({ value: code, label: `${code}: ${saying}` })),
        ]}
        answer={answer}
      />
      <Select
        name="agrees"
        label={words.interviewAgrees}
        options={(['yes', 'no'] as const).map((value) => ({ value, label: words.agreeing[value] }))}
        answer={answer}
      />
      <div className="mb-4">
        <Tick name="consent" label={words.interviewConsent} ticked={false} />
      </div>
    </Act>
  );
}
