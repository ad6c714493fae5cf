/**
 * The house as data: which module lies below which. Read by the boundary test, which refuses an import that is
 * not named here, and by `polder check`, which writes the order into docs/architecture.md.
 *
 * A module may import the modules named in `mayImport`, and platform. Nothing else: no door, no channel.
 * A `pure` module may not even import platform: text in, facts out.
 */
export interface Module {
  readonly name: string;
  readonly level: number;
  readonly mayImport: readonly string[];
  readonly pure?: true;
  readonly sentence: string;
}

export const modules = [
  {
    name: 'understanding',
    level: 1,
    mayImport: [],
    pure: true,
    sentence: 'text in → language, keywords, topics, intent, sentiment, urgency, references out',
  },
  {
    name: 'organisation',
    level: 1,
    mayImport: [],
    sentence:
      'departments, employees, roles and send rights, calendars and office hours, training, house rules',
  },
  {
    name: 'privacy',
    level: 1,
    mayImport: [],
    sentence: 'per customer: which data for which purpose; the only judge; the ledger of uses',
  },
  {
    name: 'pilots',
    level: 2,
    mayImport: ['organisation'],
    sentence: 'which capability is on, for which scope; plan, criteria, scaling',
  },
  {
    name: 'customers',
    level: 2,
    mayImport: ['privacy'],
    sentence: 'who is who; identities, orders, invoices, promises; the guarded door to a customer',
  },
  {
    name: 'listening',
    level: 3,
    mayImport: ['understanding', 'organisation', 'customers', 'pilots'],
    sentence: 'every message heard becomes one structured record',
  },
  {
    name: 'community',
    level: 3,
    mayImport: ['customers', 'pilots'],
    sentence: 'questions, answers, members, co-creation projects',
  },
  {
    name: 'content',
    level: 3,
    mayImport: ['organisation', 'pilots'],
    sentence: 'content plan, stories, internal communities, blogs, wiki',
  },
  {
    name: 'loyalty',
    level: 3,
    mayImport: ['customers', 'pilots'],
    sentence: 'widgets that travel, points for a booking',
  },
  {
    name: 'decisions',
    level: 4,
    mayImport: ['community', 'customers', 'pilots'],
    sentence: 'ballots on product terms and settled claims',
  },
  {
    name: 'network',
    level: 4,
    mayImport: ['listening', 'customers', 'pilots'],
    sentence: 'who reaches whom; influence, bridges, ambassadors',
  },
  {
    name: 'propositions',
    level: 4,
    mayImport: ['customers', 'understanding', 'pilots'],
    sentence: 'the best proposition or the right reaction for this person or target group',
  },
  {
    name: 'conversations',
    level: 5,
    mayImport: ['listening', 'customers', 'network', 'propositions', 'organisation', 'pilots'],
    sentence: 'the inbox: open, route, answer, hand over, close',
  },
  {
    name: 'insights',
    level: 6,
    mayImport: [
      'understanding',
      'organisation',
      'privacy',
      'pilots',
      'customers',
      'listening',
      'community',
      'content',
      'loyalty',
      'decisions',
      'network',
      'propositions',
      'conversations',
    ],
    sentence: 'numbers with meaning, NPS, ROI, forecast, boardroom',
  },
  {
    name: 'journey',
    level: 7,
    mayImport: ['insights', 'pilots', 'organisation'],
    sentence: 'where we stand, from evidence; where next; falling back',
  },
] as const satisfies readonly Module[];

/** The folders of src that are no module. A new folder needs a line here and a decision record. */
export const places = [
  {
    name: 'platform',
    sentence: 'what every part stands on: database, context, events, jobs, HTTP, sessions, words',
  },
  {
    name: 'channels',
    sentence: 'where people talk: one interface, a simulated twin, one contract test for all',
  },
  { name: 'backoffice', sentence: 'systems of record: orders, invoices, CRM; the same idea as channels' },
  { name: 'web', sentence: 'a door: pages for people' },
  { name: 'api', sentence: 'a door: REST for programs' },
  { name: 'commands', sentence: 'a door: the command line' },
] as const;

/** The loose files of src. The leaves import nothing; the others compose and may import anything. */
export const leaves = ['modules.ts', 'urls.ts'] as const;
export const compositions = [
  'reactions.ts',
  'schedule.ts',
  'places.ts',
  'retained.ts',
  'notifying-by-mail.ts',
  'rechecking.ts',
  'reminding.ts',
  'piloting.ts',
  'journeying.ts',
  'mailing-colleagues.ts',
  'warning-of-expiry.ts',
  'wishes.ts',
  'opening.ts',
  'importing.ts',
  'import-job.ts',
  'exchanging.ts',
  'exchange-job.ts',
  'syncing.ts',
  'connecting.ts',
  'arriving.ts',
  'talking.ts',
  'talking-live.ts',
  'receiving.ts',
  'delivering.ts',
  'channel-worker.ts',
  'forgetting.ts',
  'app.ts',
  'server.ts',
  'worker.ts',
  'live.ts',
  'streaming.ts',
  'uploading.ts',
  'cli.ts',
  'dev.ts',
] as const;

/** Loose files that put modules in a row and do nothing else, so that doors may read them too. */
export const seams = ['timeline.ts', 'switches.ts', 'connectors.ts'] as const;
