/** Every address of Polder by name. A leaf: imports nothing, so that any door may use it. */

type Query = Readonly<Record<string, string | number | null | undefined>>;

function withQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(key, String(value));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

const part = encodeURIComponent;

export type InboxView = 'open' | 'mine' | 'unassigned' | 'waiting' | 'snoozed' | 'due' | 'done';

export interface InboxPlace {
  view?: InboxView | undefined;
  /** Only conversations of messages that say nearly the same, or of a topic that rose; then the view is not asked. */
  alike?: string | undefined;
  signal?: string | undefined;
  /** When the group was closed at once: so long as it stands there, that can be taken back. */
  closed?: string | undefined;
  /** Narrowed to these; see `Filter` of conversations. */
  queue?: string | undefined;
  label?: string | undefined;
  assignee?: string | undefined;
  channel?: string | undefined;
  sentiment?: string | undefined;
  language?: string | undefined;
  unread?: '1' | undefined;
  /** The saved view that this is. */
  saved?: string | undefined;
  /** With what it can be narrowed by unfolded. */
  narrow?: '1' | undefined;
  /** With a box on each row, to do something with many. */
  select?: '1' | undefined;
  /** What was done with many: so long as it stands there, that can be taken back. */
  done?: string | undefined;
  cursor?: string | undefined;
}

export interface SearchPlace {
  q?: string | undefined;
  channel?: string | undefined;
  queue?: string | undefined;
  label?: string | undefined;
  state?: string | undefined;
  from?: string | undefined;
  until?: string | undefined;
  colleague?: string | undefined;
  /** With what it can be narrowed by unfolded. */
  narrow?: '1' | undefined;
  cursor?: string | undefined;
}

export interface ReportPlace {
  from?: string | undefined;
  to?: string | undefined;
  department?: string | undefined;
  queue?: string | undefined;
  channel?: string | undefined;
}

export interface ReportRowsPlace extends ReportPlace {
  of: string;
  key?: string | undefined;
  hour?: string | undefined;
  cursor?: string | undefined;
}

const api = '/api/v1';

export const urls = {
  home: () => '/',
  signIn: (returnTo?: string) => withQuery('/sign-in', { returnTo }),
  signOut: () => '/sign-out',
  /** For whoever forgot the password, and where the link from the mail leads. */
  forgotten: (query: { asked?: 1 } = {}) => withQuery('/sign-in/forgotten', query),
  password: (token?: string) => withQuery('/password', { token }),
  account: () => '/account',
  /** For the first administrator, by one-time link. */
  setup: (token?: string) => withQuery('/setup', { token }),
  localeSwitch: () => '/preferences/locale',
  themeSwitch: () => '/preferences/theme',

  inbox: (place: InboxPlace = {}) => withQuery('/inbox', { ...place }),
  /** The list alone, as data: what the page asks for when something changed. */
  inboxList: (place: InboxPlace = {}) => withQuery('/inbox/list', { ...place }),
  /** The place keeps the list beside the conversation where it was. */
  conversation: (id: string, place: InboxPlace = {}) => withQuery(`/conversations/${part(id)}`, { ...place }),
  /** One message of it; `before` when that one stands too far back for the newest. */
  conversationMessage: (id: string, { message, before }: { message: string; before: number | null }) =>
    `${withQuery(`/conversations/${part(id)}`, { before: before ?? undefined })}#${part(message)}`,

  /** Conversations by what was said in them; see `Question` of conversations. */
  search: (question: SearchPlace = {}) => withQuery('/inbox/search', { ...question }),
  /** Several views side by side. */
  inboxColumns: (query: { columns?: string | undefined } = {}) => withQuery('/inbox/columns', query),
  /** Where a search is kept under a name, or taken away. */
  savedSearches: () => '/inbox/searches',
  /** Where something is done with many conversations, and taken back. */
  inboxTogether: (place: InboxPlace = {}) => withQuery('/inbox/together', { ...place }),
  /** Where a narrowed view is kept under a name, or taken away. */
  inboxViews: (place: InboxPlace = {}) => withQuery('/inbox/views', { ...place }),
  /** Where a conversation is set aside, named, merged, split, labelled, and where that is taken back. */
  conversationHandling: (id: string, place: InboxPlace = {}) =>
    withQuery(`/conversations/${part(id)}/handling`, { ...place }),

  /** The small acts around writing: keep a draft, say that one is writing, take back, decide. */
  conversationDesk: (id: string, place: InboxPlace = {}) =>
    withQuery(`/conversations/${part(id)}/desk`, { ...place }),

  /** Where a prepared answer is asked for, or thrown away. */
  conversationDraft: (id: string, place: InboxPlace = {}) =>
    withQuery(`/conversations/${part(id)}/draft`, { ...place }),

  /** Where a conversation is brought elsewhere, or another department is asked. */
  conversationWork: (id: string, place: InboxPlace = {}) =>
    withQuery(`/conversations/${part(id)}/work`, { ...place }),
  /** The next one for whoever asks; takes a form. */
  nextConversation: () => '/inbox/next',
  presence: () => '/inbox/presence',
  /** Where it is followed, and where a page says that somebody looks at it. */
  conversationFollowing: (id: string, place: InboxPlace = {}) =>
    withQuery(`/conversations/${part(id)}/following`, { ...place }),
  /** What a colleague was told, and what they want to be told. */
  notifications: (query: { unread?: '1' | undefined; cursor?: string | undefined } = {}) =>
    withQuery('/notifications', query),
  notificationWishes: () => '/notifications/wishes',
  notificationCount: () => '/notifications/count',
  practices: () => '/practice',
  practice: (id: string) => `/practice/${part(id)}`,
  handOvers: () => '/hand-overs',
  handOver: (id: string) => `/hand-overs/${part(id)}`,

  /** Answers that wait for a second person; ready-made texts; and what goes with answering. */
  approvals: () => '/approvals',
  ruleConflicts: (query: { all?: 1 } = {}) => withQuery('/approvals/conflicts', query),
  answerRules: () => '/approvals/rules',
  macros: () => '/macros',
  macro: (id: string) => `/macros/${part(id)}`,

  customers: (query: { search?: string | undefined; cursor?: string | undefined } = {}) =>
    withQuery('/customers', query),
  customer: (id: string, query: { kind?: string | undefined; before?: string | undefined } = {}) =>
    withQuery(`/customers/${part(id)}`, query),
  /** With the form for a promise open, and this message of ours as where it was said. */
  customerPromise: (id: string, message: string) =>
    `${withQuery(`/customers/${part(id)}`, { promise: message })}#promises`,
  /** Where the reason for looking is asked; `returnTo`: what was asked for. */
  customerLook: (id: string, returnTo?: string) => withQuery(`/customers/${part(id)}/look`, { returnTo }),
  /** What the data manager goes through every week. */
  looks: (query: { week?: string | undefined } = {}) => withQuery('/privacy/looks', query),
  customerRelationship: (id: string) => `/customers/${part(id)}/relationship`,
  customerDoubles: (query: { cursor?: string | undefined } = {}) => withQuery('/customers/doubles', query),
  customersApart: (query: { cursor?: string | undefined } = {}) =>
    withQuery('/customers/doubles/dismissed', query),
  customerFollowUps: (query: { whose?: string | undefined } = {}) =>
    withQuery('/customers/follow-ups', query),
  customerQuality: () => '/customers/quality',
  customerAttributes: () => '/customers/attributes',
  customerFiles: (query: { refused?: string | undefined } = {}) => withQuery('/customers/files', query),
  /** Takes a file as multipart/form-data. */
  customerFilesGuide: () => '/customers/files/guide',
  customerFileUpload: () => '/customers/files/upload',
  customerFile: (id: string) => `/customers/files/${part(id)}`,
  customerFileRejected: (id: string) => `/customers/files/${part(id)}/rejected`,
  customerExport: (query: { kind?: string | undefined; format?: string | undefined } = {}) =>
    withQuery('/customers/export', query),
  backoffices: () => '/backoffices',
  newBackoffice: () => '/backoffices/new',
  backoffice: (id: string) => `/backoffices/${part(id)}`,
  segments: () => '/segments',
  newSegment: () => '/segments/new',
  segment: (id: string) => `/segments/${part(id)}`,

  /** `at` is a date, `2026-11-22`: as it stood at the end of that day; or an instant. */
  journey: (at?: string) => withQuery('/journey', { at }),
  indicatorRows: (
    code: string,
    query: { at?: string | undefined; days?: number | undefined; cursor?: string | undefined } = {},
  ) => withQuery(`/journey/indicators/${part(code)}`, query),
  criterion: (id: string, query: { at?: string | undefined } = {}) =>
    withQuery(`/journey/criteria/${part(id)}`, query),
  journeyTimeline: () => '/journey/timeline',
  recovery: () => '/journey/recovery',
  remarks: (query: { kind?: string | undefined; about?: string | undefined } = {}) =>
    withQuery('/journey/remarks', query),
  journeyDepartments: () => '/journey/departments',
  journeyModels: () => '/journey/models',
  assessment: () => '/journey/assessment',
  /** For whoever was invited to it, by a link of their own. */
  assessmentSheet: (token: string) => `/assessment/${part(token)}`,
  /** What customers say of the relation, and the round in which they are asked. */
  customerSurvey: () => '/journey/customers',
  /** For a customer who was asked, by a link of their own. */
  customerSheet: (token: string) => `/relation/${part(token)}`,
  ambition: () => '/journey/ambition',
  goals: () => '/journey/goals',
  goal: (id: string) => `/journey/goals/${part(id)}`,
  changeTeam: () => '/journey/team',
  /** Everything in a row, for printing. */
  journeyReport: (query: { at?: string | undefined } = {}) => withQuery('/journey/report', query),

  /** What came in and how it was answered; days are `2026-11-24`. */
  reports: (query: ReportPlace = {}) => withQuery('/reports', { ...query }),
  /** The rows behind one number of it; `hour` is one of the week, `1-19` for Monday after seven in the evening. */
  reportRows: (query: ReportRowsPlace) => withQuery('/reports/rows', { ...query }),
  reportFile: (query: ReportPlace & { table: string }) => withQuery('/reports/file', { ...query }),
  reportRowsFile: (query: ReportRowsPlace) => withQuery('/reports/rows/file', { ...query }),
  quality: () => '/reports/quality',
  qualityRound: (id: string) => `/reports/quality/${part(id)}`,
  qualityItem: (id: string) => `/reports/quality/answers/${part(id)}`,
  displays: () => '/reports/screens',
  wallboard: () => '/wallboard',
  wallboardLive: () => '/wallboard/live',
  /** For a screen on the wall: nobody is signed in there. */
  display: (token: string) => `/display/${part(token)}`,
  displayLive: (token: string) => `/display/${part(token)}/live`,

  pilots: () => '/pilots',
  /** `goal`: what it is for, written beforehand. */
  newPilot: (
    query: { template?: string | undefined; recover?: string | undefined; goal?: string | undefined } = {},
  ) => withQuery('/pilots/new', query),
  pilot: (id: string) => `/pilots/${part(id)}`,
  pilotCase: (id: string) => `/pilots/${part(id)}/case`,
  pilotTemplates: () => '/pilots/templates',
  pilotTemplate: (key: string) => `/pilots/templates/${part(key)}`,
  /** What is off, and could come next. */
  pilotsNext: () => '/pilots/next',
  capability: (key: string) => `/pilots/capabilities/${part(key)}`,
  pilotLessons: (query: { tag?: string } = {}) => withQuery('/pilots/lessons', query),
  culture: () => '/pilots/culture',
  integrationPlan: () => '/pilots/plan',
  integrationPlanFile: () => '/pilots/plan/file',

  /** Topics that rose. */
  signals: (query: { cursor?: string | undefined } = {}) => withQuery('/signals', query),
  /** Where all that say nearly the same are closed at once, or opened again. */
  alikeClosing: (id: string) => `/alike/${part(id)}/closing`,
  signalDismissal: (id: string) => `/signals/${part(id)}/dismissal`,
  /** What one set of messages says that another does not; the sets stand in the query, as `a.…` and `b.…`. */
  signalWords: (query: Query = {}) => withQuery('/signals/words', query),

  understanding: () => '/understanding',
  understandingHead: (head: string) => `/understanding/${part(head)}`,
  newHead: () => '/understanding/new',
  headSetup: (head: string) => `/understanding/${part(head)}/setup`,
  headClass: (head: string, key: string) => `/understanding/${part(head)}/classes/${part(key)}`,
  /** `skipped` are the messages that somebody passed over, so that they do not come back at once. */
  labelling: (head: string, query: { skipped?: string | undefined } = {}) =>
    withQuery(`/understanding/${part(head)}/labelling`, query),

  /** `refused` is the code of a refusal to show there. */
  imports: (query: { refused?: string | undefined } = {}) => withQuery('/imports', query),
  /** Takes a file as multipart/form-data. */
  importUpload: () => '/imports/upload',
  import: (id: string) => `/imports/${part(id)}`,
  importRejected: (id: string) => `/imports/${part(id)}/rejected`,

  /** The customer's own data. */
  mine: () => '/mine',
  mineSignIn: (query: { asked?: 1; left?: 1 } = {}) => withQuery('/mine/sign-in', query),
  mineEnter: () => '/mine/enter',
  mineStop: () => '/mine/stop',
  mineSignOut: () => '/mine/sign-out',
  mineContract: () => '/mine/contract',
  mineLedger: (month?: string) => withQuery('/mine/ledger', { month }),
  mineTerms: () => '/mine/terms',
  mineRights: () => '/mine/rights',
  mineMessages: () => '/mine/messages',
  mineRelationship: () => '/mine/relationship',
  mineExport: () => '/mine/export',
  /** For everybody: what the organisation listens to, and what it promises. */
  intentions: () => '/intentions',

  mailings: () => '/mailings',
  newMailing: () => '/mailings/new',
  mailing: (id: string) => `/mailings/${part(id)}`,
  outbox: () => '/mail',
  heard: () => '/heard',

  /** Requests about personal data; `ended` shows those that are done. */
  privacy: (query: { ended?: 1; before?: string | undefined } = {}) => withQuery('/privacy', query),
  newPrivacyRequest: (query: { search?: string | undefined; person?: string | undefined } = {}) =>
    withQuery('/privacy/requests/new', query),
  privacyRequest: (id: string) => `/privacy/requests/${part(id)}`,
  retention: () => '/privacy/retention',
  processing: () => '/privacy/processing',
  processingFile: (format: 'csv' | 'json') => `/privacy/processing/file?format=${format}`,
  incidents: () => '/privacy/incidents',
  incident: (id: string) => `/privacy/incidents/${part(id)}`,
  incidentTouched: (id: string) => `/privacy/incidents/${part(id)}/touched`,
  assessments: () => '/privacy/assessments',
  colleagueFigures: () => '/privacy/colleagues',
  /** A copy of somebody's data, by its link; the file itself is taken by a press on a button. */
  takeExport: (token: string) => `/exports/${part(token)}`,
  takeExportFile: (token: string) => `/exports/${part(token)}/file`,

  /** A colleague comes in for the first time. */
  invitation: (token: string) => withQuery('/invitation', { token }),
  organisation: (query: { department?: string | undefined; search?: string | undefined } = {}) =>
    withQuery('/organisation', query),
  colleague: (id: string) => `/organisation/colleagues/${part(id)}`,
  departments: () => '/organisation/departments',
  channels: () => '/organisation/channels',
  channelSample: (id: string) => `/organisation/channels/${part(id)}/sample`,
  talk: (account: string, query: { sent?: 1 } = {}) => withQuery(`/talk/${part(account)}`, query),
  talkProof: (account: string, query: { done?: 1 } = {}) => withQuery(`/talk/${part(account)}/proof`, query),
  talkTrial: (account: string) => `/talk/${part(account)}/trial`,
  arrival: (id: string) => `/in/${part(id)}`,
  channelKinds: () => '/organisation/channels/new',
  newChannel: (kind: string) => `/organisation/channels/new/${part(kind)}`,
  channel: (id: string) => `/organisation/channels/${part(id)}`,
  /** Where somebody decides about an answer that nobody knows of. */
  conversationDelivery: (id: string, place: InboxPlace = {}) =>
    withQuery(`/conversations/${part(id)}/delivery`, { ...place }),
  conversationAttachment: (id: string, attachment: string) =>
    `/conversations/${part(id)}/attachments/${part(attachment)}`,
  calendars: () => '/organisation/calendars',
  /** `week` is a date in the week that is shown. */
  calendar: (key: string, query: { week?: string | undefined } = {}) =>
    withQuery(`/organisation/calendars/${part(key)}`, query),
  queues: () => '/organisation/queues',
  queue: (key: string) => `/organisation/queues/${part(key)}`,
  routingRules: (query: { try?: 1 } = {}) => withQuery('/organisation/routing', query),
  /** `new` is one that is not there yet. */
  routingRule: (key: string) => `/organisation/routing/${part(key)}`,
  /** For one customer, by a link in a mail: how we helped them. */
  answer: (token: string, query: { change?: 1 } = {}) => withQuery(`/answer/${part(token)}`, query),
  webhooks: () => '/organisation/webhooks',
  /** `new` is one that is not there yet. */
  webhook: (id: string, query: Query = {}) => withQuery(`/organisation/webhooks/${part(id)}`, query),
  webhookDelivery: (id: string, delivery: string) =>
    `/organisation/webhooks/${part(id)}/deliveries/${part(delivery)}`,
  questions: () => '/organisation/questions',
  inboxRules: (query: { try?: 1 } = {}) => withQuery('/organisation/automatic-rules', query),
  /** `new` is one that is not there yet. */
  inboxRule: (key: string, query: { asked?: 1 } = {}) =>
    withQuery(`/organisation/automatic-rules/${part(key)}`, query),
  norms: () => '/organisation/norms',
  norm: (key: string) => `/organisation/norms/${part(key)}`,
  mandates: (query: Query = {}) => withQuery('/organisation/mandates', query),
  /** What the inbox calls things: labels, and names for how conversations stand. */
  inboxNames: () => '/organisation/inbox-names',
  rulesAdmin: () => '/organisation/rules',
  ruleAdmin: (id: string) => `/organisation/rules/${part(id)}`,
  newRule: () => '/organisation/rules/new',
  decisionTree: () => '/organisation/decision-tree',
  coursesAdmin: () => '/organisation/training',
  courseAdmin: (id: string) => `/organisation/training/${part(id)}`,
  newCourse: () => '/organisation/training/new',
  /** What every colleague reads and says to have read. */
  houseRules: () => '/house-rules',
  houseRule: (id: string) => `/house-rules/${part(id)}`,
  training: () => '/training',
  course: (id: string) => `/training/${part(id)}`,

  /** The privacy contract as we offer it. */
  offer: () => '/offer',
  offerVersion: (version: number) => `/offer/versions/${version}`,
  offerDraft: () => '/offer/draft',
  /** One purpose or promise of the new version. */
  offerDraftPart: (kind: 'purposes' | 'promises', key: string) => `/offer/draft/${kind}/${part(key)}`,

  /** Server-sent events; the browser resumes by Last-Event-ID. */
  live: () => '/live',

  apiDocs: () => '/api',
  openapi: () => `${api}/openapi.json`,
  api: {
    conversations: () => `${api}/conversations`,
    conversation: (id: string) => `${api}/conversations/${part(id)}`,
    conversationMessages: (id: string) => `${api}/conversations/${part(id)}/messages`,
    conversationClosure: (id: string) => `${api}/conversations/${part(id)}/closure`,
    conversationAssignment: (id: string) => `${api}/conversations/${part(id)}/assignment`,
    messages: () => `${api}/messages`,
    journey: () => `${api}/journey`,
    journeyWeeks: () => `${api}/journey/weeks`,
    pilots: () => `${api}/pilots`,
    pilot: (id: string) => `${api}/pilots/${part(id)}`,
    customers: () => `${api}/customers`,
    customer: (id: string) => `${api}/customers/${part(id)}`,
  },
};

/**
 * A path that somebody gave us to return to, or `otherwise`. Only paths of our own: no other host, no scheme, no
 * backslash or control character that a browser would read as one.
 */
export function localPath(given: string | null | undefined, otherwise: string): string {
  if (!given?.startsWith('/') || given.startsWith('//')) return otherwise;
  for (const character of given) {
    if (character === '\\' || character <= ' ' || character === '\u007f') return otherwise;
  }
  return given;
}
