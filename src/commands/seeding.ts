import type { ExampleMessage, ExampleOrganisation } from '../../test/example/organisation.ts';
import { pilotWeek } from '../../test/example/rota.ts';
import { note } from '../conversations/answering.ts';
import { assign } from '../conversations/assigning.ts';
import { close } from '../conversations/closing.ts';
import { placeUnplaced } from '../conversations/placing/placing.ts';
import { conversationsByThread } from '../conversations/showing/history.ts';
import { accountNamed } from '../listening/account.ts';
import { hear } from '../listening/hearing.ts';
import type { Utterance } from '../listening/message.ts';
import { changeCalendar, newestCalendars } from '../organisation/calendars.ts';
import { departmentNamed } from '../organisation/departments.ts';
import { type Employee, getEmployeeActor, hire } from '../organisation/employees.ts';
import { nameOrganisation } from '../organisation/organisation.ts';
import { measurePilots } from '../piloting.ts';
import { actAs, type Context, transact } from '../platform/context.ts';
import { makePartitions } from '../platform/partitions.ts';
import { isRefusal } from '../platform/refusal.ts';
import { createLogin } from '../platform/session.ts';
import { bringCommerce, keepSome } from './seeding-customers.ts';
import { walkJourney } from './seeding-journey.ts';
import { tryPilots } from './seeding-pilots.ts';
import { readAlong } from './seeding-reading.ts';
import { arrangeWork, askAround } from './seeding-work.ts';

/** Known to everybody who reads this: the example is for looking, on one's own machine. */
export const examplePassword = 'dijken en dammen';

/** Those who can sign in; a password costs a tenth of a second to make. */
const signsIn = new Set(['els', 'joost', 'anneke', 'ravi', 'lieke', 'yara']);

interface Cast {
  employees: Map<string, Employee>;
  departments: Map<string, string>;
}

/**
 * Brings an example organisation in by the same acts that a real one uses; everybody works there since before its first
 * message. Without `works` there are no pilots, no rules and no goals: only what was said. `reads`: somebody reads along
 * with what stays unanswered. `weeksSince`: the half year ended so long ago, and
 * only messages go on.
 */
export async function seed(
  ctx: Context,
  example: ExampleOrganisation,
  {
    works = true,
    reads = false,
    weeksSince = 0,
  }: { works?: boolean; reads?: boolean; weeksSince?: number } = {},
): Promise<void> {
  const long = ctx.clock.now().subtract({ hours: 24 * (210 + weeksSince * 7) });
  const cast = await transact(ctx, null, (ctx) => makeOrganisation(ctx, example, long));
  await makePartitions({ ...ctx, clock: { now: () => long } });
  await arrangeWork({ ...ctx, clock: { now: () => long } });
  await hearAll(ctx, example, cast);
  await placeUnplaced(ctx);
  await playActs(ctx, example, cast);
  await bringCommerce(ctx, example.commerce);
  const as = async (key: string) =>
    actAs(ctx, await getEmployeeActor(ctx, cast.employees.get(key)?.id ?? ''));
  await keepSome(await as('els'), await as('yara'));
  await askAround(await as('els'), await as('hanneke'));
  const numbers = numbersIn(cast);
  // What was done beside the messages was done so much earlier, too.
  const then = ctx.clock.now().subtract({ hours: weeksSince * 7 * 24 });
  const earlier = async (key: string) => ({ ...(await as(key)), clock: { now: () => then } });
  if (reads) await readAlong(await as('els'));
  if (works) await tryPilots({ as: earlier, ...numbers }, pilotWeek);
  await measurePilots(ctx);
  await walkJourney(ctx, { as: earlier, ...numbers }, { works });
}

function numbersIn({ employees, departments }: Cast) {
  return {
    idOf: (key: string) => employees.get(key)?.id ?? '',
    publicIdOf: (key: string) => employees.get(key)?.publicId ?? '',
    departmentOf: (key: string) => departments.get(key) ?? null,
  };
}

async function makeOrganisation(
  ctx: Context,
  example: ExampleOrganisation,
  since: Temporal.Instant,
): Promise<Cast> {
  const { name, timezone, locale } = example;
  await nameOrganisation(ctx, { name, timezone, locale });
  const [calendarId] = (await newestCalendars(ctx)).keys();
  if (calendarId) await changeCalendar(ctx, calendarId, example.calendar);
  const departments = new Map<string, string>();
  for (const { key, name } of example.departments)
    departments.set(key, (await departmentNamed(ctx, name)).id);
  const employees = new Map<string, Employee>();
  for (const person of example.employees) {
    const { key, name, email } = person;
    const userId = signsIn.has(key)
      ? await createLogin(ctx, { name, email, password: examplePassword })
      : null;
    const roles = person.roles.map((role) => ({ role, departmentId: null }));
    const departmentId = departments.get(person.department) ?? null;
    const then: Context = { ...ctx, clock: { now: () => since } };
    employees.set(key, await hire(then, { name, email, departmentId, userId, roles }));
  }
  return { employees, departments };
}

async function hearAll(ctx: Context, example: ExampleOrganisation, cast: Cast): Promise<void> {
  const names = new Map(example.accounts.map((account) => [account.key, account.name]));
  const byAccount = Map.groupBy(example.messages, (m) => `${m.channel} ${names.get(m.account) ?? m.account}`);
  for (const messages of byAccount.values()) {
    const [first] = messages;
    if (!first) continue;
    const name = names.get(first.account) ?? first.account;
    const account = await accountNamed(ctx, { channel: first.channel, name, connector: 'file' });
    for (let from = 0; from < messages.length; from += 1000) {
      const utterances = messages.slice(from, from + 1000).map((message) => utteranceOf(message, cast));
      await hear(ctx, { account, utterances }, { placeLater: true });
    }
  }
}

function utteranceOf(message: ExampleMessage, { employees, departments }: Cast): Utterance {
  return {
    externalId: message.id,
    text: message.text,
    author: message.author,
    authorName: message.authorName,
    sentAt: new Date(message.sentAt),
    direction: message.inbound ? 'in' : 'out',
    replyTo: message.replyTo,
    thread: message.thread,
    automatic: message.automatic,
    departmentId: departments.get(message.department ?? '') ?? null,
    employeeId: employees.get(message.employee ?? '')?.id ?? null,
  };
}

type Act = { at: string; thread: string; employee: string; run(ctx: Context, id: string): Promise<unknown> };

/** Notes, assignments and closures, each at its own time and by its own colleague. */
async function playActs(ctx: Context, example: ExampleOrganisation, { employees }: Cast): Promise<void> {
  const since = ctx.clock.now().subtract({ hours: 24 * 210 });
  await makePartitions({ ...ctx, clock: { now: () => since } });
  const conversations = await transact(ctx, 'service', conversationsByThread);
  const acts: Act[] = [
    ...example.notes.map((n): Act => ({ ...n, run: (ctx, id) => note(ctx, id, n.text) })),
    ...example.assignments.map(
      (a): Act => ({ ...a, run: (ctx, id) => assign(ctx, id, employees.get(a.employee)?.publicId ?? null) }),
    ),
    ...example.closures.map((c): Act => ({ ...c, run: (ctx, id) => close(ctx, id, reasonOf(c.reason)) })),
  ];
  const byThread = Map.groupBy(acts, (act) => act.thread);
  await eachOfMany([...byThread], 6, async ([thread, acts]) => {
    const id = conversations.get(thread);
    if (!id) return;
    for (const act of acts.sort((a, b) => (a.at < b.at ? -1 : 1))) await play(ctx, { act, id, employees });
  });
}

function reasonOf(reason: ExampleOrganisation['closures'][number]['reason']) {
  return reason === 'solved' ? 'answered' : reason === 'expired' ? 'quiet' : reason;
}

interface Playing {
  act: Act;
  id: string;
  employees: Map<string, Employee>;
}

async function play(ctx: Context, { act, id, employees }: Playing): Promise<void> {
  const employee = employees.get(act.employee);
  if (!employee) return;
  const at = Temporal.Instant.from(act.at);
  const acting = actAs({ ...ctx, clock: { now: () => at } }, await getEmployeeActor(ctx, employee.id));
  try {
    await act.run(acting, id);
  } catch (error) {
    // Conversations that rested for two weeks are closed already; who had them no longer matters.
    if (!isRefusal(error) || error.code !== 'conflict.conversation-done') throw error;
  }
}

async function eachOfMany<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  async function worker(): Promise<void> {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item);
  }
  await Promise.all(Array.from({ length: atOnce }, worker));
}
