import { act, type Surface } from './surface.ts';

const service = ['service'] as const;

/** Pages about customers, their data and what is written to them. */
export const customerSurfaces: Readonly<Record<string, Surface>> = {
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
  'exports/:token': { get: 'public' },
  'exports/:token/file': { get: 'public', post: [act('public')] },

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
  'customers/:id/look': {
    get: 'customer.read',
    post: [act('customer.read', { reason: 'called', words: '' })],
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
  'privacy/looks': {
    get: 'privacy.manage',
    shows: service,
    post: [act('privacy.manage', { week: '2026-11-23', remark: 'alles klopt' })],
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
};
