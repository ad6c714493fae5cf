import { Link } from 'react-router';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Card } from '../ui/card.tsx';
import { Table } from '../ui/table.tsx';
import type { ChannelView } from './channel-page.tsx';
import { Problem } from './steps.tsx';

/** What the customer does not have yet, and why. */
export function AnswersUnderway({ answers }: Pick<ChannelView, 'answers'>) {
  const { answers: words } = useWords().channels;
  const { number } = useFormats();
  return (
    <Card title={words.title}>
      <p className="mb-3 max-w-prose text-soft">{words.lead}</p>
      {answers.length === 0 && <p>{words.none}</p>}
      {answers.length > 0 && (
        <Table
          caption={words.caption}
          hideCaption
          rows={answers}
          rowKey={(row) => row.message}
          columns={[
            {
              key: 'conversation',
              label: words.conversation,
              heading: true,
              cell: (row) => (
                <Link to={`${urls.conversation(row.conversation)}#${row.message}`} className="link">
                  {words.open}
                </Link>
              ),
            },
            { key: 'state', label: words.state, cell: (row) => words.states[row.state] },
            {
              key: 'said',
              label: words.said,
              cell: (row) => (
                <span className="break-words">
                  <Problem said={row.answer || row.reason || ''} />
                </span>
              ),
            },
            {
              key: 'attempts',
              wideOnly: true,
              label: words.attempts,
              figures: true,
              cell: (row) => number(row.attempts),
            },
          ]}
        />
      )}
    </Card>
  );
}
