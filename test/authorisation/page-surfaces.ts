import { channelSurfaces } from './channel-surfaces.ts';
import { customerSurfaces } from './customer-surfaces.ts';
import { rulingSurfaces } from './ruling-surfaces.ts';
import { act, type Surface } from './surface.ts';

const service = ['service'] as const;

/** Stands for the message in the conversation that the test made. */
export const heardMessage = '{message}';

/** Every page of `src/web/routes.ts`, by its path there. One that is not here fails the test. */
export const pageSurfaces: Readonly<Record<string, Surface>> = {
  ...customerSurfaces,
  '': { get: 'signed-in' },
  'sign-in': { get: 'public', post: [act('public', { email: 'x@y.example', password: 'x' })] },
  'sign-in/forgotten': { get: 'public', post: [act('public', { email: 'niemand@nergens.example' })] },
  password: { get: 'public', post: [act('public', { token: 'x', password: 'dijken en dammen' })] },
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
  'assessment/:token': { get: 'public', post: [act('public', { Q2a: '4' })] },
  'relation/:token': { get: 'public', post: [act('public', { R1: '4' })] },
  inbox: { get: 'inbox.read', shows: service },
  reports: { get: 'journey.read' },
  'reports/rows': { get: 'journey.read', shows: service },
  'reports/quality': { get: 'journey.read', post: [act('journey.manage')] },
  'reports/quality/:id': { get: 'journey.read' },
  'reports/quality/answers/:id': {
    get: 'conversation.answer',
    post: [
      act('conversation.answer', {
        act: 'look',
        substance: '2',
        voice: '2',
        correctness: '2',
        language: '2',
        closure: '2',
      }),
      act('conversation.answer', { act: 'say', text: 'x' }),
    ],
  },
  'reports/screens': {
    get: 'journey.read',
    post: [
      act('journey.manage', { act: 'make', name: 'Kamer 2.14', department: '' }),
      act('journey.manage', { act: 'revoke', id: 'ds_nobody' }),
    ],
  },
  wallboard: { get: 'journey.read' },
  'display/:token': { get: 'public' },
  'reports/file': { get: 'journey.read' },
  'reports/rows/file': { get: 'journey.read' },
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
  'inbox/search': { get: 'inbox.read', shows: service },
  'inbox/columns': { get: 'inbox.read', shows: service },
  'inbox/searches': {
    get: 'signed-in',
    post: [act('inbox.read', { act: 'save', name: 'Pakket', audience: 'own' })],
  },
  'conversations/:id/following': {
    get: 'signed-in',
    within: true,
    post: [act('inbox.read', { act: 'follow' }), act('inbox.read', { act: 'look' })],
  },
  notifications: {
    get: 'signed-in',
    shows: service,
    post: [act('signed-in', { notification: 'nt_nobody' })],
  },
  'notifications/wishes': {
    get: 'signed-in',
    post: [
      act('signed-in', { act: 'keep', from: '20:00', until: '07:00', digest: 'daily' }),
      act('signed-in', { act: 'remove', device: 'ps_nobody' }),
    ],
  },
  'notifications/count': { get: 'signed-in' },
  'inbox/list': { get: 'inbox.read', shows: service },
  'inbox/together': {
    get: 'signed-in',
    post: [
      act('conversation.assign', { act: 'assign', to: '' }),
      act('conversation.close', { act: 'close', reason: 'answered' }),
      act('conversation.close', { act: 'snooze', moment: 'tomorrow' }),
      act('conversation.assign', { act: 'priority', priority: '1' }),
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
  ...channelSurfaces,
  ...rulingSurfaces,
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
  'journey/customers': {
    get: 'journey.read',
    post: [act('journey.manage', { act: 'close', round: 'cs_nobody' })],
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
  'journey/recovery': { get: 'journey.read' },
  'journey/remarks': {
    get: 'journey.read',
    post: [act('journey.manage', { act: 'mend', id: 'rk_nobody', answer: 'because' })],
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
  'pilots/capabilities/:key': {
    get: 'pilot.read',
    post: [act('pilot.manage', { 'process-0': 'yes' })],
  },
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
    post: ['give', 'end', 'invite', 'password', 'leave'].map((one) =>
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

  imports: { get: 'import.run' },
  'imports/:id': { get: 'import.run', post: [act('import.run', { act: 'cancel' })] },
  'imports/:id/rejected': { get: 'import.run' },
  '*': { get: 'public', post: [act('public')] },
};
