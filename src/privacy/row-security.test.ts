import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase, withAdmin } from '../../test/database.ts';
import { hirePeople } from '../../test/people.ts';
import { answer } from '../conversations/answering.ts';
import { openCustomer } from '../customers/customer.ts';
import { oneOfEach } from '../customers/fixtures/one-of-each.ts';
import { oneOfEachMail } from '../customers/fixtures/one-of-each-mail.ts';
import { accountNamed } from '../listening/account.ts';
import { hear } from '../listening/hearing.ts';
import { correct } from '../listening/learning/correcting.ts';
import { type Context, transact } from '../platform/context.ts';
import { decide } from './deciding.ts';
import { oneOfEachDecision } from './fixtures/one-of-each-decision.ts';
import { oneOfEachOther } from './fixtures/one-of-each-other.ts';

/**
 * A table is personal when one of its columns names a person or holds somebody's own words. Every other table
 * stands here with the reason why it needs no row-level security, so that a new one asks for a decision.
 */
const personal = /^(person_id|identity_id|person_name|author|handle|text|preview)$/;
const notPersonal: Readonly<Record<string, string>> = {
  alike_group: 'numbers: how many messages say nearly the same',
  ambition: 'the organisation: which stage it aims at',
  api_key: 'programs',
  approval_rule: 'colleagues: whose answers a second person looks at',
  assessment: 'the organisation: why it may read along',
  assessment_invitation: 'colleagues: who was asked, and whether they answered; never what',
  assessment_round: 'the organisation: when it looked at itself',
  assessment_sheet: 'what was answered, and never by whom',
  assignment: 'numbers: which colleague has which conversation',
  attribute_definition: 'the organisation: what it wants to know of customers, and for what',
  backoffice: 'the organisation: which system it reads along with; the password is shut',
  backoffice_aside: 'numbers over there that could not be read, and why; no word of anybody',
  backoffice_reading: 'the machinery: up to where was read',
  burst: 'words that at least five people used, without names',
  burst_watch: 'the machinery; counts of hashed words',
  calendar: 'the organisation',
  calendar_version: 'the organisation',
  capability_grant: 'the organisation',
  capability_use: 'numbers per day, of nobody',
  certificate: 'colleagues',
  channel_account: 'accounts of the organisation',
  channel_forgery: 'numbers per day, of nobody',
  channel_connection: 'accounts of the organisation, and how to get in; the passwords are shut',
  channel_spending: 'numbers per day or month: what an account spent, of nobody',
  closure: 'numbers: who closed which conversation, and why',
  composer_mode: 'colleagues: which paper lay on top',
  contact_day: 'numbers per day; of colleagues only whom they reach',
  contract: 'the public text of the organisation',
  conversation_act: 'numbers: who did what with conversations, and who took it back',
  conversation_act_item: 'numbers: which messages an act moved',
  conversation_act_part: 'numbers and states: how a conversation stood before and after an act',
  conversation_fold: 'numbers: which conversations stand in one row',
  conversation_item: 'numbers only: which message stands where; both sides are guarded',
  conversation_label: 'numbers: which label stands on which conversation',
  course: 'the organisation',
  course_attempt: 'colleagues',
  course_version: 'the organisation',
  criterion_version: 'the organisation: what a criterion asked, and since when',
  culture_answered: 'colleagues: who answered, without what',
  culture_count: 'counts of answers, without who',
  culture_round: 'the organisation: when it asked its colleagues about the culture',
  customer_survey: 'the organisation: when it asked its customers, and how many',
  customer_survey_sheet: 'what was answered, and never by whom',
  data_quality: 'counts over everybody, and numbers of persons without a word of them',
  decision_tree: 'the organisation',
  department: 'the organisation',
  department_alias: 'the organisation',
  depth_day: 'numbers per day, of nobody',
  employee: 'colleagues; guarded by roles',
  erased_record: 'hashes of numbers at other systems, of customers who were erased',
  erasure_salt: 'the machinery',
  erasure_step: 'numbers: how much went of each place',
  event: 'ids and facts, never words or names (platform/events.ts)',
  event_cursor: 'the machinery',
  event_failure: 'the machinery; an error and the number of an event',
  example_answer: 'numbers: which answer a colleague called an example',
  exchange: 'which files of customers colleagues brought',
  goal: 'the organisation: what it aims at',
  goal_value: 'numbers per month, of nobody',
  head: 'the organisation: what is asked of a message, and which answers there are',
  heard: 'public words of the organisation',
  heard_day: 'numbers per day, of nobody',
  heard_source: 'numbers: in which conversations it was said',
  heard_told: 'numbers: in which conversations it was told',
  house_check: 'the organisation',
  idempotency: 'answers to programs, given again to the same key only; kept seven days',
  import: 'which files colleagues brought',
  import_rejection: 'line numbers and fixed reasons, nothing of the row itself',
  inbox_label: 'the organisation: what its labels are called',
  insight_use: 'colleagues: who looked at figures on which day',
  interval_day: 'numbers per day, of nobody',
  invitation: 'colleagues',
  journey_event: 'the organisation: what its journey went through',
  journey_freeze: 'the organisation: when nothing could be measured',
  journey_judgement: 'the organisation: how each criterion stood in a week',
  journey_note: 'the organisation: obstacles, interviews and lists, noted by colleagues',
  journey_week: 'the organisation: where it stood in a week',
  list_use: 'what colleagues looked at',
  look_review: 'the organisation: which weeks of looks were gone through',
  looking: 'colleagues: who has a conversation before them now',
  macro: 'the organisation: texts that are ready to be used',
  mail_domain: 'names of mail hosts that asked for later; kept a day',
  mailing: 'the organisation: words to many, and for which group',
  mandate: 'colleagues',
  mention: 'colleagues: who was called to a conversation',
  message_key: 'the gate: what a channel calls a message, and its number; no author and no words',
  message_unplaced: 'numbers and a time, until placed',
  migration: 'the machinery',
  norm_version: 'the organisation: within which time it answers',
  notification: 'colleagues: what they were told of, without its words',
  notification_quiet: 'colleagues: when nothing rings',
  notification_wish: 'colleagues: what they want to be told',
  offer_draft: 'the organisation: what it is about to offer',
  organisation: 'the organisation',
  outbound: 'numbers: what became of an answer',
  participant: 'colleagues: who follows which conversation',
  password_link: 'colleagues: how they came back in',
  password_request: 'colleagues: what was typed, for as long as a job takes',
  pilot: 'the organisation: what it tries, within which bounds',
  pilot_cost: 'the organisation',
  pilot_figure: 'numbers per week, of nobody',
  pilot_lesson: 'the organisation: what was learned',
  pilot_step: 'the organisation: what a pilot went through',
  pilot_template: 'the organisation',
  plan_line: 'the organisation: what it plans in figures',
  plan_period: 'the organisation: what it plans in figures',
  practice: 'colleagues: who practised which case',
  practice_line: 'our own example texts, and what a colleague made of them',
  presence: 'colleagues: who is here now',
  private_move: 'numbers: which public conversation goes on in which private one',
  process_area: 'the organisation: how far a process is',
  push_subscription: 'colleagues: at which browser they are reached; its address is shut',
  queue: 'the organisation',
  queue_worker: 'colleagues: who works which queue',
  read_mark: 'what a colleague has read',
  response_interval: 'numbers and times: how long a conversation waited; whose it was is guarded',
  retention_choice: 'the organisation',
  retention_run: 'numbers: how much was past its date',
  role_grant: 'colleagues',
  roll_watch: 'the machinery',
  rolled_day: 'the machinery: which days were counted',
  routing_version: 'the organisation: which work comes where',
  rule_acknowledgement: 'colleagues',
  rule_document: 'the organisation',
  rule_version: 'the organisation',
  question_rule: 'the organisation: what customers of a queue are asked',
  webhook_attempt: 'numbers and times',
  webhook_delivery: 'numbers and facts of conversations by their opaque ids; no words, no names',
  webhook_endpoint: 'the organisation: which programs hear what happens',
  ruling_moment: 'numbers and times: what a rule about time has looked at',
  ruling_once_asked: 'numbers: to which conversations a colleague applied a rule',
  ruling_version: 'the organisation: what follows by itself in the inbox',
  saved_search: 'colleagues: what they look for in the inbox, under a name; goes with whoever is named in it',
  saved_view: 'colleagues: what they ask of the inbox, under a name',
  segment: 'the organisation: what a target group has in common',
  segment_rule: 'the organisation: the questions a target group asked',
  setup_link: 'the machinery',
  signature_rule: 'the organisation',
  snooze: 'numbers and times: until when a conversation is set aside; of an order only how it stood',
  speech_day: 'numbers per day and colleague',
  state_day: 'numbers per day, of nobody',
  substate: 'the organisation: what it calls how something stands',
  team_decision: 'the organisation: what the team decided',
  remark: 'colleagues: what they say is wrong in a text of the house',
  team_member: 'colleagues: who is in the team',
  training: 'colleagues: who had what learned',
  use_count: 'counts of people',
  use_root: 'one hash a day over the ledger',
  use_seal: 'numbers and hashes of ledger rows; nobody can guess what they were',
  works_council_agreement: 'the organisation',
  writing_claim: 'colleagues: who is writing',
  display: 'colleagues: who made which screen on the wall',
  quality_item: 'numbers: which answer was drawn to be looked at; its words are guarded',
  quality_round: 'the organisation: what was drawn in a week',
  quality_score: 'colleagues: how good they found an answer',
  report_colleague: 'numbers per day and colleague',
  report_count: 'numbers per day, of nobody',
  report_day: 'the machinery: which days were counted',
  report_hour: 'numbers per hour, of nobody',
  report_month: 'the machinery: which months were added up',
  report_month_colleague: 'numbers per month and colleague',
  report_month_hour: 'numbers per hour of the week, of nobody',
  report_month_reason: 'numbers per month, of nobody',
  report_month_wait: 'numbers per month, of nobody',
  report_reason: 'numbers per day, of nobody',
  report_wait: 'numbers per day, of nobody',
  report_watch: 'the machinery',
};

interface Table {
  name: string;
  columns: string[];
  secured: boolean;
  forced: boolean;
}

let polder: TestDatabase;
let tables: Table[];

const asOwner = (statement: string) => withAdmin(polder.ownerUrl, (client) => client.query(statement));

beforeAll(async () => {
  polder = await testDatabase();
  const { els } = await hirePeople(polder.context);
  await fatimaWrites();
  const { rows } = await asOwner(`select public_id, (select id from person) as person from conversation`);
  await answer(els.context, rows[0].public_id, { text: 'We kijken het na.' });
  await learn(els.context);
  for (const statement of [...oneOfEach, ...oneOfEachMail, ...oneOfEachOther]) await asOwner(statement);
  await transact(polder.context, 'service', (ctx) =>
    decide(ctx, rows[0].person, { purpose: 'train', act: 'object', strength: 3 }),
  );
  await oneOfEachDecision(polder.context, rows[0].person);
  const found = await asOwner(`
    select c.relname as name, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
      array_agg(a.attname::text) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    group by c.oid, c.relname, 2, 3 order by 1`);
  tables = found.rows;
});
afterAll(() => polder?.close());

/** A correction with its label, and a model in which Fatima is. */
async function learn(ctx: Context): Promise<void> {
  const { rows } = await asOwner("select public_id from message where direction = 'in'");
  await correct(ctx, rows[0].public_id, { head: 'intent', labels: ['question'] });
  await asOwner(`insert into model (head, version, figures, examples, persons, learned_to, state, why, made_at)
    select 'intent', 1, '{}', 1, array[person_id], 1, 'current', 'first', at from correction`);
}

async function fatimaWrites(): Promise<void> {
  await transact(polder.context, 'listen', async (ctx) => {
    const account = await accountNamed(ctx, { channel: 'x', name: '@waterkracht', connector: 'file' });
    const text = 'Waar blijft mijn factuur F-1234?';
    const fatima = { author: '@fatima', authorName: 'Fatima', sentAt: null, replyTo: null, thread: null };
    const ours = { automatic: false, departmentId: null, employeeId: null };
    await hear(ctx, {
      account,
      utterances: [{ ...fatima, ...ours, externalId: '1', text, direction: 'in' }],
    });
  });
}

const secured = () => tables.filter((table) => table.secured).map(({ name }) => name);

describe('every table', () => {
  test('that names a person or holds their words is under forced row-level security, or says why not', () => {
    const open = tables.filter(({ secured, forced }) => !(secured && forced));
    expect(open.filter(({ name }) => !(name in notPersonal)).map(({ name }) => name)).toEqual([]);
    const wrong = open.filter(({ columns }) => columns.some((column) => personal.test(column)));
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  test('that says why not is there, and is not secured after all', () => {
    const open = tables.filter(({ secured }) => !secured).map(({ name }) => name);
    expect(Object.keys(notPersonal).filter((name) => !open.includes(name))).toEqual([]);
  });

  test('that is secured has one policy for the owner and one for the weak login, and no other', async () => {
    const { rows } = await asOwner(`
      select tablename as name, string_agg(policyname || ' ' || cmd || ' ' || permissive || ' ' ||
        case roles[1] when current_user then 'owner' else 'app' end || array_length(roles, 1), ', ' order by policyname) as policies
      from pg_policies where schemaname = 'public' group by 1 order by 1`);
    expect(rows.map(({ name }) => name)).toEqual(secured());
    // What may be deleted at all may be deleted for the law only; a restrictive policy takes away and gives nothing.
    for (const { policies } of rows)
      expect(
        policies.replace(
          /gone_for_legal DELETE RESTRICTIVE app1, |only_for_legal ALL RESTRICTIVE app1, /,
          '',
        ),
      ).toBe('owner_reads_all ALL PERMISSIVE owner1, purpose_declared ALL PERMISSIVE app1');
  });
});

describe('the weak login', () => {
  const count = async (url: string, purpose?: string) =>
    withAdmin(url, async (client) => {
      const counts: Record<string, number> = {};
      await client.query('begin');
      if (purpose !== undefined)
        await client.query("select set_config('polder.purpose', $1, true)", [purpose]);
      for (const name of secured())
        counts[name] = (await client.query(`select count(*)::int as n from ${name}`)).rows[0].n;
      await client.query('commit');
      return counts;
    });

  test('sees no row of a personal table without a purpose, the owner sees them all', async () => {
    const asOwner = await count(polder.ownerUrl);
    const empty = Object.keys(asOwner).filter((name) => asOwner[name] === 0);
    expect(empty).toEqual([]);
    const nothing = Object.fromEntries(secured().map((name) => [name, 0]));
    expect(await count(polder.appUrl)).toEqual(nothing);
    expect(await count(polder.appUrl, '')).toEqual(nothing);
    expect(await count(polder.appUrl, 'service')).toEqual({ ...asOwner, held_words: 0 });
    expect(await count(polder.appUrl, 'legal')).toEqual(asOwner);
  });

  test('writes, changes and deletes no row of a personal table without a purpose', async () => {
    await withAdmin(polder.appUrl, async (client) => {
      for (const name of secured()) {
        const given = (
          await asOwner(`select string_agg(quote_ident(attname), ', ') as columns from pg_attribute
          where attrelid = '${name}'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`)
        ).rows[0];
        const copy = `insert into ${name} (${given.columns}) overriding system value
          select ${given.columns} from jsonb_populate_record(null::${name}, $1)`;
        const row = (await asOwner(`select to_jsonb(t) as row from ${name} t limit 1`)).rows[0].row;
        await expect(client.query(copy, [row]), name).rejects.toThrow(/row-level security policy/);
        const [column = ''] = Object.keys(row);
        for (const change of [`update ${name} set ${column} = ${column}`, `delete from ${name}`]) {
          const changed = await client.query(change).catch((error: Error) => error);
          if (changed instanceof Error)
            expect(changed.message).toMatch(/permission denied|can only be updated/);
          else expect(changed.rowCount, change).toBe(0);
        }
      }
    });
  });

  test('finds nobody through a table of numbers either', async () => {
    const join = `select p.name, m.text from conversation_item i join message m on m.id = i.message_id
      left join person p on p.id = m.person_id`;
    expect((await withAdmin(polder.appUrl, (client) => client.query(join))).rowCount).toBe(0);
    expect((await asOwner(join)).rowCount).toBe(2);
  });

  test('keeps nothing of a person in the log of events', async () => {
    const { rows } = await asOwner("select string_agg(data::text, ' ') as told from event");
    expect(rows[0].told).not.toMatch(/Fatima|factuur/i);
  });
});

test('a person is opened under a purpose only', async () => {
  const { rows } = await asOwner('select public_id from person');
  const open = (purpose: 'service' | 'listen') =>
    openCustomer(polder.context, { id: rows[0].public_id, purpose }, async (_, { person }) => person.name);
  expect(await open('service')).toBe('Fatima');
  await expect(open('listen')).rejects.toThrow(/runs under service/);
});
