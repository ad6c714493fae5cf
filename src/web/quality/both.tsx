import { criteria } from '../../conversations/reviewing/rubric.ts';
import type { FormAnswer } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { Moment } from '../ui/age.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Textarea } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { type Column, Table } from '../ui/table.tsx';
import type { ItemView } from './item-page.tsx';
import { Marking } from './marking.tsx';

/** What two made of it, beside each other; where they differ, what they say about it and what they agree on. */
export function Both({ item, answer }: { item: ItemView; answer?: FormAnswer | undefined }) {
  const { item: words } = useWords().quality;
  const agreed = item.scores.some(({ nth }) => nth === 0);
  return (
    <>
      <Card title={words.both}>
        <Beside item={item} />
        {item.differs === false && <p className="mt-3 text-soft">{words.same}</p>}
      </Card>
      {item.differs && <Talk item={item} answer={answer} />}
      {item.differs && item.lookedByMe && !agreed && (
        <Marking
          act="agree"
          title={words.agreedOn}
          lead={words.agreeHint}
          submit={words.agree}
          answer={answer}
        />
      )}
      {!item.lookedByMe && <Notice tone="info" title={item.isOwn ? words.own : words.twice} />}
    </>
  );
}

type Row = { key: (typeof criteria)[number] };

function Beside({ item }: { item: ItemView }) {
  const { item: words, criteria: names, marks, results } = useWords().quality;
  const columns: Column<Row>[] = [
    { key: 'criterion', label: results.criterion, heading: true, cell: ({ key }) => names[key] },
    ...item.scores
      .toSorted((a, b) => (a.nth || 3) - (b.nth || 3))
      .map(({ nth, name, marks: own }) => ({
        key: String(nth),
        label: nth === 0 ? words.agreedOn : name,
        cell: ({ key }: Row) => marks[own[key]],
      })),
  ];
  return (
    <Table
      caption={words.both}
      hideCaption
      wide
      rows={criteria.map((key) => ({ key }))}
      rowKey={({ key }) => key}
      columns={columns}
    />
  );
}

function Talk({ item, answer }: { item: ItemView; answer?: FormAnswer | undefined }) {
  const { item: words } = useWords().quality;
  if (item.talk.length === 0 && !item.lookedByMe) return null;
  return (
    <Card title={words.talk}>
      <ol id="talk" className="space-y-3">
        {item.talk.map(({ name, text, saidAt }) => (
          <li key={`${saidAt} ${name}`}>
            <p className="text-sm text-faint">
              {name}, <Moment at={saidAt} />
            </p>
            <p className="whitespace-pre-wrap">{text}</p>
          </li>
        ))}
      </ol>
      {item.lookedByMe && (
        <Form answer={answer} className="mt-4">
          <input type="hidden" name="act" value="say" />
          <Textarea
            name="text"
            label={words.say}
            hint={words.talkHint}
            rows={3}
            maxLength={2000}
            answer={answer}
          />
          <Button>{words.say}</Button>
        </Form>
      )}
    </Card>
  );
}
