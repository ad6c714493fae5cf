import { z } from 'zod';
import { lastMoment } from '../../../insights/moment.ts';
import { listColleagues } from '../../../journey/choices.ts';
import { readJourney } from '../../../journey/journey.ts';
import { endNote, listNotes, note, noteInstead } from '../../../journey/noting/note.ts';
import { chances, tickChance, tickedChances } from '../../../journey/noting/obstacles.ts';
import { joinTeam, leaveTeam, logDecision, readTeam } from '../../../journey/team/team.ts';
import { may } from '../../../organisation/authority.ts';
import { capabilities } from '../../../pilots/capability.ts';
import { urls } from '../../../urls.ts';
import { useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { doForm } from '../../organisation/managing.ts';
import { reader, steerer } from '../door.ts';
import type { Route } from './+types/team-page.ts';
import { Beginning } from './beginning.tsx';
import { Chances } from './chances.tsx';
import { Checks } from './checks.tsx';
import { Notes } from './notes.tsx';
import { Pulse } from './pulse.tsx';
import { TeamCard } from './team-card.tsx';

const text = z.string().trim().min(3).max(2000);
const acts = z.discriminatedUnion('act', [
  z.object({ act: z.literal('join'), colleague: z.string().min(1) }),
  z.object({ act: z.literal('leave'), colleague: z.string().min(1) }),
  z.object({ act: z.literal('decide'), day: z.iso.date(), decision: text, why: text }),
  z.object({ act: z.literal('chances') }).catchall(z.string()),
  z.object({ act: z.literal('intake'), choice: z.enum(['uncertain', 'scattered']) }),
  z.object({ act: z.literal('absent'), community: z.string().optional(), consumers: z.string().optional() }),
  z.object({
    ...{ act: z.literal('check'), capability: z.string().refine((key) => Object.hasOwn(capabilities, key)) },
    ...{ process: z.string().optional(), people: z.string().optional(), technology: z.string().optional() },
  }),
  z.object({ act: z.literal('site') }).catchall(z.string()),
  z.object({
    act: z.literal('interview'),
    about: z.string().trim().min(2).max(200),
    text,
    quote: z.string().trim().max(500),
    day: z.iso.date(),
    phase: z.enum(['1', '2', '3', '4']),
    consent: z.literal('yes'),
  }),
  z.object({ act: z.literal('outside'), about: z.string().trim().min(2).max(200) }),
  z.object({ act: z.literal('remove'), id: z.string().min(3) }),
]);
type Given = z.infer<typeof acts>;

const siteItems = ['forum', 'chat', 'form', 'comments', 'reviews'] as const;

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = reader(context);
  const notes = await listNotes(ctx, ['intake', 'checklist', 'site', 'interview', 'outside']);
  const asOf = await lastMoment(ctx);
  const indicators = asOf ? (await readJourney(ctx, asOf)).indicators : [];
  const shownValue = (code: string) => {
    const found = indicators.find((one) => one.code === code);
    return found && found.n > 0 ? found.value : null;
  };
  const steers = may(ctx.actor, 'journey.manage');
  const ticked = await tickedChances(ctx);
  return {
    team: await readTeam(ctx),
    chances: chances.map(({ key, kind, phase }) => ({ key, kind, phase, applies: ticked.has(key) })),
    notes: notes.map(({ madeAt, ...one }) => ({ ...one, at: madeAt.toISOString() })),
    capabilities: Object.entries(capabilities).map(([key, words]) => ({ key, name: words[ctx.locale].name })),
    pulse: {
      approval: shownValue('APPROVAL'),
      hands: shownValue('TOUCH'),
      says: shownValue('Q3e'),
      content: shownValue('CSAT'),
    },
    colleagues: steers ? await listColleagues(ctx) : [],
    steers,
    today: ctx.clock.now().toString().slice(0, 10),
  };
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = reader(context);
  return doForm(request, acts, async (given) => {
    // What somebody does outside work is theirs to say; everything else is steering.
    if (given.act === 'outside') await note(ctx, { kind: 'outside', about: given.about, said: {} });
    else await steer(steerer(context), given);
    return urls.changeTeam();
  });
}

async function steer(ctx: ReturnType<typeof steerer>, given: Given): Promise<void> {
  switch (given.act) {
    case 'join':
      return joinTeam(ctx, given.colleague);
    case 'leave':
      return leaveTeam(ctx, given.colleague);
    case 'decide':
      return logDecision(ctx, { decidedOn: given.day, decision: given.decision, why: given.why });
    case 'chances':
      for (const { key } of chances) await tickChance(ctx, key, given[key] === 'yes');
      return;
    case 'intake':
      return noteInstead(ctx, { kind: 'intake', about: 'kit', said: { choice: given.choice } });
    case 'absent': {
      const said = { community: given.community === 'yes', consumers: given.consumers === 'yes' };
      return noteInstead(ctx, { kind: 'intake', about: 'absent', said });
    }
    case 'check': {
      const { process, people, technology } = given;
      const said = { process: process === 'yes', people: people === 'yes', technology: technology === 'yes' };
      return noteInstead(ctx, { kind: 'checklist', about: given.capability, said });
    }
    case 'site': {
      const said = Object.fromEntries(siteItems.map((item) => [item, given[item] === 'yes']));
      return noteInstead(ctx, { kind: 'site', about: 'site', said });
    }
    case 'interview': {
      const { text, quote, day, phase } = given;
      return note(ctx, {
        kind: 'interview',
        about: given.about,
        said: { text, quote, day, phase: Number(phase) },
      });
    }
    case 'remove':
      return endNote(ctx, given.id);
  }
}

export default function TeamPage({ loaderData, actionData }: Route.ComponentProps) {
  const { team, chances, notes, capabilities, pulse, colleagues, steers, today } = loaderData;
  const words = useWords().journeying.team;
  return (
    <div className="max-w-5xl space-y-5">
      <PageHeader title={words.title} lead={words.lead} />
      <Beginning notes={notes} steers={steers} answer={actionData} />
      <TeamCard team={team} colleagues={colleagues} steers={steers} today={today} answer={actionData} />
      <Pulse pulse={pulse} />
      <Chances chances={chances} steers={steers} />
      <Checks notes={notes} capabilities={capabilities} steers={steers} answer={actionData} />
      <Notes notes={notes} steers={steers} today={today} answer={actionData} />
    </div>
  );
}
