import { Link } from 'react-router';
import { lastMoment } from '../../../insights/moment.ts';
import { findRecovery } from '../../../journey/recovering/recovery.ts';
import { asDate } from '../../../platform/clock.ts';
import { urls } from '../../../urls.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { readNaming, scopeView } from '../../pilots/naming.ts';
import { Facts } from '../../privacy/act.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { reader } from '../door.ts';
import { PilotCode } from '../pilot-code.tsx';
import { scopeWords } from '../scope-words.ts';
import { wordFor, writerOf } from '../writing.ts';
import type { Route } from './+types/recovery-page.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = reader(context);
  const recovery = await findRecovery(ctx, asDate((await lastMoment(ctx)) ?? ctx.clock.now()));
  if (!recovery) return { recovery: null };
  const naming = await readNaming(ctx);
  const repairs = recovery.repairs.map(({ criterion, lastGood, scope, ...rest }) => {
    const part = criterion.parts.find(({ indicator }) => indicator === lastGood?.indicator);
    return {
      ...rest,
      id: criterion.id,
      name: criterion[ctx.locale],
      lastGood: lastGood && { ...lastGood, at: lastGood.at.toISOString(), unit: part?.unit ?? null },
      scope: scope && scopeView(scope, naming),
    };
  });
  return { recovery: { ...recovery, at: recovery.at.toISOString(), repairs } };
}

/** The way back from a stage that was lost: per point no more than what was enough before. */
export default function RecoveryPage({ loaderData: { recovery } }: Route.ComponentProps) {
  const { recovery: words, journey } = useWords();
  const { day } = useFormats();
  if (!recovery) {
    return (
      <div className="max-w-5xl">
        <PageHeader title={words.title} />
        <EmptyState title={words.none} action={<LinkButton to={urls.journey()}>{journey.title}</LinkButton>}>
          {words.noneNext}
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="max-w-5xl space-y-5">
      <PageHeader title={words.title} lead={words.lead(recovery.from, recovery.to, day(recovery.at))} />
      {recovery.repairs.map((repair) => (
        <Repair key={repair.id} repair={repair} />
      ))}
    </div>
  );
}

type Shown = NonNullable<Route.ComponentProps['loaderData']['recovery']>['repairs'][number];

function Repair({ repair }: { repair: Shown }) {
  const { recovery: words, journey, advice } = useWords();
  const formats = useFormats();
  const { id, name, lastGood, scope, scopeOf, code, template, pilots } = repair;
  const running = pilots.find(({ on }) => on);
  const value =
    lastGood?.value != null && lastGood.unit
      ? words.value(writerOf(lastGood.unit, formats)(lastGood.value))
      : '';
  return (
    <Card title={`${id} ${name}`}>
      <Facts
        facts={[
          [words.lastGood, lastGood ? `${formats.day(lastGood.at)} ${value}`.trim() : words.never],
          [
            words.before,
            scope
              ? `${scopeWords(journey.scope, scope, formats)}${scopeOf ? `, ${words.ofPilot(scopeOf)}` : ''}`
              : words.noScope,
          ],
          [
            words.helps,
            <span key="helps">
              {wordFor(advice.names, code)} <PilotCode code={code} />
            </span>,
          ],
          pilots.length > 0
            ? [
                words.pilots,
                <ul key="pilots">
                  {pilots.map((pilot) => (
                    <li key={pilot.publicId}>
                      <Link to={urls.pilot(pilot.publicId)} className="link">
                        {pilot.title}
                      </Link>
                      , {pilot.on ? words.on : words.off}
                    </li>
                  ))}
                </ul>,
              ]
            : null,
        ]}
      />
      {template && (
        <p className="mt-3 print:hidden">
          {running ? (
            <LinkButton to={urls.pilot(running.publicId)} iconAfter="next">
              {running.title}
            </LinkButton>
          ) : (
            <LinkButton to={urls.newPilot({ template: code, recover: id })} tone="primary" iconAfter="next">
              {words.plan}
            </LinkButton>
          )}
        </p>
      )}
    </Card>
  );
}
