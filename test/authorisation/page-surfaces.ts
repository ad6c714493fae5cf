import { act, type Surface } from './surface.ts';

const service = ['service'] as const;

/** Stands for the message in the conversation that the test made. */
export const heardMessage = '{message}';

/** Every page of `src/web/routes.ts`, by its path there. One that is not here fails the test. */
export const pageSurfaces: Readonly<Record<string, Surface>> = {
  '': { get: 'signed-in' },
  'sign-in': { get: 'public', post: [act('public', { email: 'x@y.example', password: 'x' })] },
  setup: { get: 'public', post: [act('public', { token: 'x' })] },
  invitation: { get: 'public', post: [act('public', { token: 'x', password: 'dijken en dammen' })] },
  'sign-out': { get: 'public', post: [act('public')], untried: 'it ends the session that tries it' },
  account: {
    get: 'signed-in',
    post: [
      act('signed-in', { act: 'password', currentPassword: 'x', newPassword: 'x' }),
      act('signed-in', { act: 'everywhere' }),
    ],
    untried: 'it ends the session that tries it',
  },
  api: { get: 'public' },
  'preferences/locale': { get: 'public', post: [act('public', { locale: 'nl' })] },
  'preferences/theme': { get: 'public', post: [act('public', { theme: 'dark' })] },
  intentions: { get: 'public' },
  'mine/sign-in': { get: 'public', post: [act('public', { given: 'niemand@klant.example' })] },
  'mine/enter': { get: 'public', post: [act('public', { token: 'x' })] },
  'mine/stop': { get: 'public', post: [act('public', { token: 'x' })] },
  mine: { get: 'own' },
  'mine/contract': { get: 'own', post: [act('own', { purpose: 'measure', act: 'give' })] },
  'mine/ledger': { get: 'own', post: [act('own', { purpose: 'measure', act: 'withdraw' })] },
  'mine/terms': {
    get: 'own',
    post: [act('own', { channel: 'mail', phone: 'no', months: '', nickname: '' })],
  },
  'mine/messages': { get: 'own' },
  'mine/relationship': { get: 'own' },
  'mine/rights': { get: 'own', post: [act('own', { right: 'rectify', wish: 'mijn naam is Fatima' })] },
  'mine/export': { get: 'own', post: [act('own', { right: 'export' })] },
  'mine/sign-out': { get: 'own', post: [act('own')], untried: 'it ends the session that tries it' },
  'assessment/:token': { get: 'public', post: [act('public', { Q2a: '4' })] },
  'exports/:token': { get: 'public' },
  'exports/:token/file': { get: 'public', post: [act('public')] },

  inbox: { get: 'inbox.read', shows: service },
  'inbox/next': { get: 'signed-in', post: [act('conversation.answer')] },
  'inbox/presence': { get: 'signed-in', post: [act('signed-in', { state: 'pause' })] },
  'conversations/:id/work': {
    get: 'signed-in',
    within: true,
    post: [
      act('conversation.assign', { act: 'move', queue: 'nothing', reason: 'x' }),
      act('conversation.assign', { act: 'hand-over', department: 'nothing', question: 'x' }),
    ],
  },
  'hand-overs': { get: 'conversation.answer', shows: service },
  'hand-overs/:id': { get: 'conversation.answer', post: [act('conversation.answer', { act: 'take' })] },
  'inbox/list': { get: 'inbox.read', shows: service },
  'inbox/together': {
    get: 'signed-in',
    post: [
      act('conversation.assign', { act: 'assign', to: '' }),
      act('conversation.close', { act: 'close', reason: 'answered' }),
      act('conversation.close', { act: 'snooze', moment: 'tomorrow' }),
    ],
  },
  'inbox/views': {
    get: 'signed-in',
    post: [act('inbox.read', { act: 'save', name: 'Te laat', audience: 'own' })],
  },
  'conversations/:id': {
    get: 'inbox.read',
    within: true,
    shows: service,
    post: [
      // First, while the version is still that of what was heard: a stale one is told to whoever may read it.
      act('conversation.close', { act: 'close', reason: 'no_answer_needed', version: '1' }),
      act('conversation.answer', { act: 'note', text: 'belt morgen terug' }),
      act('conversation.answer', { act: 'reply', text: 'Dag!', version: '999' }),
      act('conversation.close', { act: 'reopen' }),
      act('conversation.assign', { act: 'assign', to: 'em_nobody' }),
      act('conversation.answer', { act: 'judge', message: heardMessage, head: 'intent', label: 'question' }),
    ],
  },
  'alike/:id/closing': {
    get: 'signed-in',
    post: [
      act('conversation.close', { act: 'close', reason: 'answered', asOf: '2026-11-24T09:00:00Z' }),
      act('conversation.close', { act: 'reopen', at: '2026-11-24T09:00:00.000Z' }),
    ],
  },
  'conversations/:id/handling': {
    get: 'signed-in',
    within: true,
    post: [
      act('conversation.close', { act: 'snooze', moment: 'tomorrow' }),
      act('conversation.close', { act: 'wake' }),
      act('conversation.assign', { act: 'merge', into: 'cv_nobody' }),
      act('conversation.assign', { act: 'split', 'message.me_nobody': '1' }),
      act('conversation.close', { act: 'substate', substate: '' }),
      act('conversation.assign', { act: 'label', label: 'lb_nobody' }),
      act('conversation.assign', { act: 'unlabel', label: 'lb_nobody' }),
      act('conversation.answer', { act: 'private', text: 'Stuurt u ons een bericht?', version: '999' }),
      act('conversation.answer', { act: 'public' }),
      act('inbox.read', { act: 'unread' }),
    ],
  },
  'conversations/:id/desk': {
    get: 'signed-in',
    within: true,
    // An answer that is not there says nothing about who may take it back; composing.test.ts does.
    post: [
      act('conversation.answer', { do: 'save', mode: 'note', text: 'belt morgen terug' }),
      act('conversation.answer', { do: 'claim' }),
    ],
  },
  'conversations/:id/draft': {
    get: 'signed-in',
    within: true,
    // Throwing away is of one's own draft only; whoever has none throws nothing away.
    post: [act('conversation.answer', { act: 'prepare' }), act('signed-in', { act: 'drop' })],
  },

  approvals: { get: 'conversation.answer', shows: service },
  'approvals/conflicts': {
    get: 'conversation.approve',
    post: [act('conversation.approve', { act: 'discuss', id: 'rc_nobody', remark: '' })],
  },
  'approvals/rules': {
    get: 'organisation.manage',
    post: [act('organisation.manage', { act: 'end', id: 'ap_nobody' })],
  },
  macros: {
    get: 'conversation.answer',
    post: [act('conversation.answer', { act: 'keep', name: 'Groet', scope: 'own', nl: 'Dag', en: '' })],
  },
  'macros/:id': { get: 'conversation.answer', post: [act('conversation.answer', { act: 'retire' })] },

  customers: { get: 'customer.read', shows: service },
  'customers/:id': {
    get: 'customer.read',
    shows: service,
    post: [
      act('customer.read', { purpose: 'listen', evidence: 'zei het aan de telefoon' }),
      act('customer.change', { act: 'note', text: 'belt liever niet' }),
      act('customer.change', { act: 'note-change', note: 'nt_nobody', text: 'x' }),
      act('customer.change', { act: 'note-remove', note: 'nt_nobody' }),
      act('customer.change', { act: 'follow-up', text: 'bellen', dueOn: '2026-12-01' }),
      act('customer.change', { act: 'follow-up-done', followUp: 'fu_nobody' }),
      act('customer.change', { act: 'follow-up-again', followUp: 'fu_nobody' }),
      act('customer.change', { act: 'attribute', key: 'nothing', value: 'x' }),
      act('customer.change', { act: 'relation', relation: 'partner' }),
      act('customer.change', { act: 'promise', what: 'geld terug', dueOn: '2026-12-01' }),
      act('customer.change', { act: 'promise-settle', promise: 'pm_nobody', outcome: 'kept' }),
      act('customer.change', { act: 'correct', source: 'file', externalId: 'nothing', town: 'Urk' }),
      act('customer.change', { act: 'claim', network: 'mail', handle: 'f@x.example', evidence: 'zei het' }),
      act('customer.change', { act: 'confirm', identity: 'id_nobody', evidence: 'zag het' }),
      act('customer.change', { act: 'minor', evidence: 'zit in de brugklas' }),
      act('customer.change', { act: 'special', message: 'ms_nobody' }),
      act('customer.change', { act: 'special-clear', message: 'ms_nobody' }),
      act('customer.merge', { act: 'merge', other: 'pe_nobody' }),
      act('customer.merge', { act: 'part', line: 'al_nobody' }),
      act('customer.merge', { act: 'dismiss', suggestion: 'ms_nobody' }),
    ],
  },
  'customers/:id/relationship': { get: 'customer.read', shows: ['improve'] },
  'customers/doubles': {
    get: 'customer.read',
    shows: service,
    post: [
      act('customer.merge', { act: 'dismiss', suggestion: 'ms_nobody', one: 'x', other: 'y', reasons: '' }),
      act('customer.merge', { act: 'merge', suggestion: 'ms_nobody', one: 'x', other: 'y', reasons: '' }),
    ],
  },
  'customers/doubles/dismissed': {
    get: 'customer.read',
    post: [act('customer.merge', { act: 'reconsider', suggestion: 'ms_nobody' })],
  },
  'customers/follow-ups': {
    get: 'customer.read',
    shows: service,
    post: [act('customer.change', { act: 'follow-up-done', followUp: 'fu_nobody' })],
  },
  'customers/quality': { get: 'customer.read', shows: service, post: [act('customer.read')] },
  'customers/attributes': {
    get: 'customer.define',
    post: [act('customer.define', { act: 'retire', key: 'nothing' })],
  },
  'customers/files': { get: 'customer.exchange' },
  'customers/files/guide': { get: 'customer.exchange' },
  'customers/files/:id': { get: 'customer.exchange', post: [act('customer.exchange', { act: 'cancel' })] },
  'customers/files/:id/rejected': { get: 'customer.exchange' },
  'customers/export': { get: 'customer.exchange', shows: service },
  backoffices: { get: 'backoffice.manage' },
  'backoffices/new': {
    get: 'backoffice.manage',
    post: [
      act('backoffice.manage', {
        ...{ name: 'Winkel', system: 'tryton', url: 'https://erp.example', database: 'shop' },
        ...{ user: 'polder', password: 'dijken en dammen' },
      }),
    ],
  },
  'backoffices/:id': { get: 'backoffice.manage', post: [act('backoffice.manage', { act: 'try' })] },
  segments: { get: 'customer.read' },
  'segments/new': {
    get: 'segment.manage',
    post: [act('segment.manage', { name: 'x', purpose: 'service', match: 'all', act: 'save' })],
  },
  'segments/:id': { get: 'customer.read', post: [act('segment.manage', { act: 'retire' })] },
  journey: { get: 'journey.read' },
  'journey/indicators/:code': { get: 'journey.read', shows: service },
  'journey/criteria/:id': {
    get: 'journey.read',
    post: [act('journey.manage', { act: 'change', why: 'because', basisRef: 'nothing' })],
  },
  'journey/timeline': {
    get: 'journey.read',
    post: [act('journey.manage', { act: 'unfreeze', id: '999999' })],
  },
  'journey/departments': {
    get: 'journey.read',
    post: [act('journey.manage', { act: 'introduce', department: '999999', step: 'met', done: 'no' })],
  },
  'journey/models': {
    get: 'journey.read',
    post: [
      act('journey.manage', {
        act: 'describe',
        area: 'listen',
        owner: '',
        tool: '',
        rule: '',
        goal: '',
        out: '',
      }),
    ],
  },
  'journey/assessment': {
    get: 'journey.read',
    post: [act('journey.manage', { act: 'close', round: 'ar_nobody' })],
  },
  'journey/ambition': {
    get: 'journey.read',
    post: [
      act('journey.manage', {
        ...{ act: 'set', model: 'journey', mode: 'grow', level: '0', by: '2027-01-01', why: 'because' },
        review: '2027-01-01',
      }),
    ],
  },
  'journey/goals': {
    get: 'journey.read',
    post: [
      act('journey.manage', { act: 'say', line: 'pl_nobody', month: '2026-11', forecast: '', actual: '' }),
    ],
  },
  'journey/goals/:id': { get: 'journey.read', post: [act('journey.manage', { act: 'end', why: 'because' })] },
  'journey/team': {
    get: 'journey.read',
    post: [act('journey.manage', { act: 'leave', colleague: 'em_nobody' })],
  },
  'journey/report': { get: 'journey.read' },
  pilots: { get: 'pilot.read' },
  'pilots/new': {
    get: 'pilot.manage',
    post: [
      act('pilot.manage', {
        title: 'Monitoring',
        goal: '',
        area: 'conversation',
        template: 'CV1',
        capability: 'ambassadors',
      }),
    ],
  },
  'pilots/templates': { get: 'pilot.read' },
  'pilots/templates/:key': { get: 'pilot.read', post: [act('pilot.manage', { act: 'retire' })] },
  'pilots/next': { get: 'pilot.read' },
  'pilots/plan': { get: 'pilot.read' },
  'pilots/plan/file': { get: 'pilot.read' },
  'pilots/culture': {
    get: 'pilot.read',
    post: [act('pilot.manage', { act: 'open' }), act('pilot.read', { act: 'answer', O: '3' })],
  },
  'pilots/lessons': { get: 'pilot.read' },
  // Owner and sponsor may more than their role says (src/pilots/living/pilot.test.ts).
  'pilots/:id': { get: 'pilot.read', post: [act('pilot.read', { act: 'keep', why: 'x' })] },
  'pilots/:id/case': { get: 'pilot.read' },
  signals: { get: 'inbox.read' },
  'signals/words': { get: 'inbox.read' },
  'signals/:id/dismissal': { get: 'signed-in', post: [act('conversation.close')] },
  understanding: { get: 'inbox.read' },
  'understanding/new': {
    get: 'model.manage',
    post: [act('model.manage', { nl: 'Toon', en: 'Tone', kind: 'one', rules: 'none', classes: '' })],
  },
  'understanding/:head': { get: 'inbox.read', post: [act('model.manage', { act: 'return', version: '99' })] },
  'understanding/:head/setup': {
    get: 'model.manage',
    post: [act('model.manage', { act: 'add', nl: 'x', en: 'x', key: 'x' })],
  },
  'understanding/:head/classes/:class': {
    get: 'model.manage',
    post: [act('model.manage', { act: 'delete' })],
  },
  'understanding/:head/labelling': {
    get: 'conversation.answer',
    shows: ['train', 'service'],
    post: [act('conversation.answer', { act: 'skip', message: 'me_nobody', standing: '' })],
  },

  organisation: {
    get: 'organisation.manage',
    post: [
      act('organisation.manage', {
        ...{ name: 'Mees', email: 'mees@waterkracht.example', department: '', role: 'colleague' },
        ...{ scope: 'everywhere', locale: 'nl' },
      }),
    ],
  },
  'organisation/colleagues/:id': {
    get: 'organisation.manage',
    post: ['give', 'end', 'invite', 'leave'].map((one) =>
      act('organisation.manage', { act: one, role: 'administrator', department: '' }),
    ),
  },
  'organisation/departments': {
    get: 'organisation.manage',
    post: [act('organisation.manage', { act: 'end', key: 'nothing' })],
  },
  'organisation/calendars': {
    get: 'organisation.manage',
    post: [act('organisation.manage', { act: 'make', name: 'Winkel' })],
  },
  'organisation/calendars/:key': { get: 'organisation.manage', post: [act('organisation.manage')] },
  'organisation/queues': {
    get: 'organisation.manage',
    post: [act('organisation.manage', { act: 'make', name: 'Winkel' })],
  },
  'organisation/queues/:key': {
    get: 'organisation.manage',
    post: [act('organisation.manage', { act: 'end' })],
  },
  'organisation/routing': {
    get: 'organisation.manage',
    post: [act('organisation.manage', { act: 'up', key: 'r1' })],
  },
  'organisation/routing/:key': {
    get: 'organisation.manage',
    post: [act('organisation.manage', { act: 'keep', name: 'Bezorging', queue: 'general' })],
  },
  'organisation/norms': {
    get: 'organisation.manage',
    post: [act('organisation.manage', { act: 'up', key: 'n1' })],
  },
  'organisation/norms/:key': {
    get: 'organisation.manage',
    post: [act('organisation.manage', { act: 'keep', name: 'Gewoon', first: '1 u' })],
  },

  'organisation/inbox-names': {
    get: 'organisation.manage',
    post: [act('organisation.manage', { act: 'add-label', name: 'Levering', parent: '' })],
  },
  'organisation/mandates': { get: 'organisation.manage', post: [act('organisation.manage')] },
  'organisation/rules': { get: 'organisation.manage' },
  'organisation/rules/new': { get: 'organisation.manage', post: [act('organisation.manage')] },
  'organisation/rules/:id': { get: 'organisation.manage', post: [act('organisation.manage')] },
  'organisation/decision-tree': { get: 'organisation.manage', post: [act('organisation.manage')] },
  'organisation/training': { get: 'organisation.manage' },
  'organisation/training/new': { get: 'organisation.manage', post: [act('organisation.manage')] },
  'organisation/training/:id': { get: 'organisation.manage', post: [act('organisation.manage')] },
  // Of every colleague: their own certificates and what they read.
  practice: { get: 'signed-in', post: [act('signed-in', { case: 'outage' })] },
  'practice/:id': { get: 'signed-in', post: [act('signed-in', { act: 'drop' })] },
  training: { get: 'signed-in' },
  'training/:id': { get: 'signed-in', post: [act('signed-in')] },
  'house-rules': { get: 'signed-in' },
  'house-rules/:id': { get: 'signed-in', post: [act('signed-in')] },

  privacy: { get: 'privacy.manage' },
  'privacy/requests/new': {
    get: 'privacy.manage',
    shows: ['legal'],
    post: [
      act('privacy.manage', {
        ...{ kind: 'rectify', via: 'phone', purpose: '', wish: 'mijn naam', received: '2026-11-24' },
      }),
    ],
  },
  'privacy/requests/:id': { get: 'privacy.manage', post: [act('privacy.manage', { act: 'take' })] },
  'privacy/retention': {
    get: 'privacy.manage',
    post: [act('privacy.manage', { act: 'choose', key: 'case', days: '300', reason: 'korter kan' })],
  },
  'privacy/processing': { get: 'privacy.manage' },
  'privacy/processing/file': { get: 'privacy.manage' },
  'privacy/incidents': {
    get: 'privacy.manage',
    post: [
      act('privacy.manage', {
        title: 'Laptop kwijt',
        story: 'In de trein blijven liggen.',
        found: '2026-11-24T08:00',
      }),
    ],
  },
  'privacy/incidents/:id': { get: 'privacy.manage', post: [act('privacy.manage', { act: 'persons' })] },
  'privacy/incidents/:id/touched': { get: 'privacy.manage' },
  'privacy/assessments': {
    get: 'privacy.manage',
    post: [act('privacy.manage', { act: 'agree', id: 'as_nobody' })],
  },
  'privacy/colleagues': { get: 'privacy.manage', post: [act('privacy.manage', { act: 'end' })] },
  offer: { get: 'offer.manage', post: [act('offer.manage')] },
  'offer/versions/:version': { get: 'offer.manage' },
  'offer/draft': {
    get: 'offer.manage',
    post: [act('offer.manage', { act: 'drop', draft: 'od_nobody' })],
  },
  'offer/draft/purposes/:key': {
    get: 'offer.manage',
    post: [act('offer.manage', { nl: 'een zin', en: 'a sentence' })],
  },
  'offer/draft/promises/:key': {
    get: 'offer.manage',
    post: [act('offer.manage', { nl: 'een zin', en: 'a sentence' })],
  },

  mailings: { get: 'mailing.write' },
  'mailings/new': {
    get: 'mailing.write',
    post: [
      act('mailing.write', {
        ...{ title: 'Herfst', purpose: 'offers', audience: 'customers' },
        ...{ nlSubject: 'Dag', nlText: 'Dag', enSubject: '', enText: '' },
      }),
    ],
  },
  'mailings/:id': {
    get: 'mailing.write',
    post: [
      act('mailing.write', { act: 'test' }),
      ...['approve', 'start', 'pause', 'resume', 'stop'].map((turn) => act('mailing.approve', { act: turn })),
    ],
  },
  mail: { get: 'mail.manage', post: [act('mail.manage', { id: '99999', what: 'again' })] },
  heard: { get: 'heard.write', post: [act('heard.write', { id: 'he_nobody', act: 'hide' })] },
  imports: { get: 'import.run' },
  'imports/:id': { get: 'import.run', post: [act('import.run', { act: 'cancel' })] },
  'imports/:id/rejected': { get: 'import.run' },
  '*': { get: 'public', post: [act('public')] },
};
