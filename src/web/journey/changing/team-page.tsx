import { z } from 'zod';
import { lastMoment } from '../../../insights/moment.ts';
import { readAroundChange } from '../../../insights/reporting/around-change.ts';
import { items } from '../../../journey/assessing/items.ts';
import { inOrder, listChecked, lists } from '../../../journey/checking/checklist.ts';
import { listColleagues } from '../../../journey/choices.ts';
import { readJourney } from '../../../journey/journey.ts';
import { endNote, listNotes, note, noteInstead } from '../../../journey/noting/note.ts';
import { chances, tickChance, tickedChances } from '../../../journey/noting/obstacles.ts';
import { joinTeam, leaveTeam, logDecision, readTeam } from '../../../journey/team/team.ts';
import { may } from '../../../organisation/authority.ts';
import { type Capability, capabilities } from '../../../pilots/capability.ts';
import { openForAnybody, readSwitchedOn } from '../../../pilots/doors.ts';
import type { Context } from '../../../platform/context.ts';
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

const itemCodes = items.map(({ code }) => code);
const text = z.string().trim().min(3).max(2000);
const acts = z.discriminatedUnion('act', [
  z.object({ act: z.literal('join'), colleague: z.string().min(1) }),
  z.object({ act: z.literal('leave'), colleague: z.string().min(1) }),
  z.object({ act: z.literal('decide'), day: z.iso.date(), decision: text, why: text }),
  z.object({ act: z.literal('chances') }).catchall(z.string()),
  z.object({ act: z.literal('intake'), choice: z.enum(['uncertain', 'scattered']) }),
  z.object({ act: z.literal('absent'), community: z.string().optional(), consumers: z.string().optional() }),
  z.object({ act: z.literal('site') }).catchall(z.string()),
  z.object({
    act: z.literal('interview'),
    about: z.string().trim().min(2).max(200),
    text,
    quote: z.string().trim().max(500),
    day: z.iso.date(),
    phase: z.enum(['1', '2', '3', '4']),
    item: z.union([z.literal(''), z.enum(itemCodes)]),
    agrees: z.enum(['yes', 'no']),
    consent: z.literal('yes'),
  }),
  z.object({ act: z.literal('outside'), about: z.string().trim().min(2).max(200) }),
  z.object({ act: z.literal('remove'), id: z.string().min(3) }),
]);
type Given = z.infer<typeof acts>;

const siteItems = ['forum', 'chat', 'form', 'comments', 'reviews'] as const;

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = reader(context);
  const notes = await listNotes(ctx, ['intake', 'site', 'interview', 'outside']);
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
    capabilities: await checkedCapabilities(ctx),
    pulse: {
      approval: shownValue('APPROVAL'),
      hands: shownValue('TOUCH'),
      says: shownValue('Q3e'),
      content: shownValue('CSAT'),
    },
    around: await readAroundChange(ctx),
    colleagues: steers ? await listColleagues(ctx) : [],
    items: items.map((item) => ({ code: item.code, saying: item[ctx.locale] })),
    steers,
    today: ctx.clock.now().toString().slice(0, 10),
  };
}

/** What a pilot switched on somewhere, or somebody went through: how much of its lists is in order. */
async function checkedCapabilities(ctx: Context) {
  const on = openForAnybody(await readSwitchedOn(ctx), ctx.clock.now());
  const checked = await listChecked(ctx);
  const keys = (Object.keys(capabilities) as Capability[]).filter((key) => on.has(key) || checked.has(key));
  return keys.map((key) => ({
    key,
    name: capabilities[key][ctx.locale].name,
    lists: lists.map((list) => ({ list, ...inOrder(list, checked.get(key)?.said ?? {}) })),
  }));
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
    case 'site': {
      const said = Object.fromEntries(siteItems.map((item) => [item, given[item] === 'yes']));
      return noteInstead(ctx, { kind: 'site', about: 'site', said });
    }
    case 'interview': {
      const { about, text, quote, day, phase, item, agrees } = given;
      const stated = item === '' ? {} : { item, agrees: agrees === 'yes' };
      const said = { text, quote, day, phase: Number(phase), ...stated };
      return note(ctx, { kind: 'interview', about, said });
    }
    case 'remove':
      return endNote(ctx, given.id);
  }
}

export default function TeamPage({ loaderData, actionData }: Route.ComponentProps) {
  const { team, chances, notes, items, capabilities, pulse, around, colleagues, steers, today } = loaderData;
  const words = useWords().journeying.team;
  return (
    <div className="max-w-5xl space-y-5">
      <PageHeader title={words.title} lead={words.lead} />
      <Beginning notes={notes} steers={steers} answer={actionData} />
      <TeamCard team={team} colleagues={colleagues} steers={steers} today={today} answer={actionData} />
      <Pulse pulse={pulse} around={around} />
      <Chances chances={chances} steers={steers} />
      <Checks notes={notes} capabilities={capabilities} steers={steers} answer={actionData} />
      <Notes notes={notes} items={items} steers={steers} today={today} answer={actionData} />
    </div>
  );
}
