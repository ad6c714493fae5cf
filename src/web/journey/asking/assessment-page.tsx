import { z } from 'zod';
import { lastMoment } from '../../../insights/moment.ts';
import { readResult } from '../../../journey/assessing/gaps.ts';
import { closeness, items } from '../../../journey/assessing/items.ts';
import { closeRound, invite, listRounds, openRound } from '../../../journey/assessing/rounds.ts';
import { roles } from '../../../journey/assessing/scoring.ts';
import { listColleagues } from '../../../journey/choices.ts';
import { readJourney } from '../../../journey/journey.ts';
import { may } from '../../../organisation/authority.ts';
import { getOrganisation } from '../../../organisation/organisation.ts';
import type { Context } from '../../../platform/context.ts';
import { words as wordsIn } from '../../../platform/words.ts';
import { urls } from '../../../urls.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { doForm } from '../../organisation/managing.ts';
import { Act } from '../../privacy/act.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { reader, steerer } from '../door.ts';
import type { Route } from './+types/assessment-page.ts';
import { Result } from './result.tsx';

const acts = z.discriminatedUnion('act', [
  z.object({ act: z.literal('open'), closes: z.iso.date() }),
  z.object({
    act: z.literal('invite'),
    round: z.string().max(60),
    colleague: z.string().min(1).max(60),
    role: z.enum(roles),
  }),
  z.object({ act: z.literal('close'), round: z.string().max(60) }),
]);

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = reader(context);
  const rounds = await listRounds(ctx);
  const asOf = await lastMoment(ctx);
  const closed = rounds.find(({ closedAt }) => closedAt !== null);
  const outcomes = closed && asOf ? (await readJourney(ctx, asOf)).outcomes : [];
  const result = closed ? await readResult(ctx, closed.id, outcomes) : null;
  const steers = may(ctx.actor, 'journey.manage');
  const sayings = new Map(items.map((item) => [item.code, item[ctx.locale]]));
  return {
    rounds: rounds.map(({ publicId, closesOn, closedAt, invited, answered }) => ({
      ...{ publicId, closesOn, invited, answered },
      closedAt: closedAt?.toISOString() ?? null,
    })),
    result: result && {
      ...{ answered: result.answered, counted: result.counted, closeness: result.closeness },
      items: result.items.map(({ interval: _, ...item }) => ({
        ...item,
        saying: sayings.get(item.code) ?? '',
      })),
    },
    question: closeness[ctx.locale],
    published: closeness.published,
    colleagues: steers ? await listColleagues(ctx) : [],
    steers,
  };
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = steerer(context);
  return doForm(request, acts, async (given) => {
    if (given.act === 'open') await openRound(ctx, given.closes);
    if (given.act === 'close') await closeRound(ctx, given.round);
    if (given.act === 'invite') await send(ctx, given);
    return urls.assessment();
  });
}

async function send(
  ctx: Context,
  { round, colleague, role }: { round: string; colleague: string; role: (typeof roles)[number] },
): Promise<void> {
  const { name } = await getOrganisation(ctx);
  const base = ctx.outside.baseUrl;
  await invite(ctx, round, {
    invited: [{ employeePublicId: colleague, role }],
    wordsFor: (locale) => {
      const { mail } = wordsIn(locale).journeying.assessment;
      return { subject: mail.subject(name), text: (link) => mail.text(name, link) };
    },
    linkOf: (token) => new URL(urls.assessmentSheet(token), base).toString(),
  });
}

type Shown = Route.ComponentProps['loaderData'];

export default function AssessmentPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords().journeying.assessment;
  const { rounds, result, steers } = loaderData;
  const running = rounds.find(({ closedAt }) => closedAt === null);
  const own = (act: string) => (actionData?.given?.act === act ? actionData : undefined);
  return (
    <div className="max-w-5xl space-y-5">
      <PageHeader title={words.title} lead={words.lead} />
      {rounds.length === 0 && <EmptyState title={words.empty.title}>{words.empty.next}</EmptyState>}
      {running && <Running round={running} loaderData={loaderData} answer={own('invite') ?? own('close')} />}
      {result && <Result result={result} question={loaderData.question} published={loaderData.published} />}
      <Rounds rounds={rounds} />
      {steers && !running && (
        <div className="max-w-md print:hidden">
          <Act act="open" label={words.open} tone="primary" answer={own('open')}>
            <Field name="closes" type="date" label={words.closesOn} answer={own('open')} />
          </Act>
        </div>
      )}
    </div>
  );
}

interface RunningProps {
  round: Shown['rounds'][number];
  loaderData: Shown;
  answer: Route.ComponentProps['actionData'];
}

function Running({ round, loaderData: { steers, colleagues }, answer }: RunningProps) {
  const words = useWords().journeying.assessment;
  const { day } = useFormats();
  return (
    <Card title={words.running(day(round.closesOn))}>
      <p className="mb-3">{words.state(round.answered, round.invited)}</p>
      {steers && (
        <div className="grid items-start gap-3 sm:grid-cols-2">
          <Act act="invite" label={words.invite} hidden={{ round: round.publicId }} answer={answer}>
            <p className="mb-3 text-soft">{words.inviteLead}</p>
            <Select
              name="colleague"
              label={words.colleague}
              options={colleagues.map(({ publicId, name }) => ({ value: publicId, label: name }))}
              answer={answer}
            />
            <Select
              name="role"
              label={words.role}
              options={roles.map((value) => ({ value, label: words.roles[value] }))}
              answer={answer}
            />
          </Act>
          <Act act="close" label={words.close} hidden={{ round: round.publicId }} answer={answer} />
        </div>
      )}
    </Card>
  );
}

function Rounds({ rounds }: { rounds: Shown['rounds'] }) {
  const words = useWords().journeying.assessment;
  const { day } = useFormats();
  const closed = rounds.filter(({ closedAt }) => closedAt !== null);
  if (closed.length === 0) return null;
  return (
    <ul className="text-soft">
      {closed.map(({ publicId, closedAt, answered, invited }) => (
        <li key={publicId}>
          {words.closed(day(closedAt ?? ''))}: {words.state(answered, invited)}
        </li>
      ))}
    </ul>
  );
}
