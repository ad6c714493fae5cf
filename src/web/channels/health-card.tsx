import { useWords } from '../layout/frame.tsx';
import { Age, Moment } from '../ui/age.tsx';
import { Card } from '../ui/card.tsx';
import { Notice } from '../ui/notice.tsx';
import type { ChannelView } from './channel-page.tsx';
import { Problem } from './steps.tsx';

/** What works and what does not, since when, and until when the way in holds. */
export function HealthCard({ health }: Pick<ChannelView, 'health'>) {
  const { health: words, never, since } = useWords().channels;
  const { soonWhy } = useWords().channelExpiry;
  const { problem, problemSince, heardAt, openUntil, expiresAt, ends } = health;
  return (
    <Card title={words.title}>
      {problem && (
        <Notice tone="attention" title={words.problem}>
          <Problem said={problem} />
          {problemSince && (
            <>
              {' '}
              ({since} <Moment at={problemSince} />)
            </>
          )}
        </Notice>
      )}
      {openUntil && (
        <Notice tone="attention" title={words.broken}>
          <Moment at={openUntil} />
        </Notice>
      )}
      {ends && expiresAt && (
        <Notice tone="attention" title={ends === 'over' ? words.expired : words.expires}>
          <Moment at={expiresAt} />. {soonWhy}
        </Notice>
      )}
      <dl className="grid gap-x-8 gap-y-2 sm:grid-cols-2">
        <div className="flex justify-between gap-4 border-b border-line py-1">
          <dt>{words.heard}</dt>
          <dd>{heardAt ? <Age at={heardAt} /> : never}</dd>
        </div>
        {expiresAt && (
          <div className="flex justify-between gap-4 border-b border-line py-1">
            <dt>{words.expires}</dt>
            <dd>
              <Moment at={expiresAt} />
            </dd>
          </div>
        )}
      </dl>
      {!problem && !openUntil && ends !== 'over' && <p className="mt-3 text-soft">{words.fine}</p>}
    </Card>
  );
}
