import type { Capability } from './pilots/capability.ts';

/** The doors of one capability. While it is off, these answer as addresses that do not exist, and these jobs rest. */
export interface Doors {
  /** Addresses of pages; what lies below one belongs to it. */
  readonly pages?: readonly string[];
  /** Addresses of the API below `/api/v1`, likewise. */
  readonly api?: readonly string[];
  readonly jobs?: readonly string[];
  /** Acts that ask themselves, within the whole situation: the file in which they do. */
  readonly acts?: readonly string[];
}

/**
 * Which capability opens what. A capability without doors is switched on and off all the same, but its module does not
 * exist yet. The matrix test (`switches.test.ts`) tries every door of every capability from inside and from outside.
 */
export const doors: Readonly<Record<Capability, Doors>> = {
  'listen.sources': {
    pages: ['/imports', '/organisation/channels'],
    api: ['/messages'],
    jobs: ['import', 'try-channel', 'test-channel', 'retry-aside'],
    acts: ['src/listening/hearing.ts'],
  },
  'listen.classify': {
    pages: ['/understanding', '/signals', '/alike'],
    jobs: ['retrain', 'reread-head', 'retrain-due', 'suggest-classes', 'notice'],
    acts: ['src/listening/hearing.ts'],
  },
  'crm.record': {
    pages: ['/customers', '/segments'],
    api: ['/customers', '/customer-rows', '/follow-ups', '/merges', '/segments'],
    jobs: ['suggest-doubles'],
  },
  'crm.backoffice': { pages: ['/backoffices'], jobs: ['sync-backoffices', 'try-backoffice'] },
  'inbox.webcare': {
    pages: ['/inbox', '/conversations', '/approvals', '/macros'],
    api: ['/conversations', '/search'],
    acts: ['src/conversations/composing/sending.ts', 'src/conversations/ruling/running.ts'],
  },
  'inbox.rules': { pages: ['/organisation/decision-tree'] },
  'inbox.empower': { pages: ['/organisation/mandates'] },
  'policy.rules': { pages: ['/house-rules', '/organisation/rules'] },
  'learn.training': { pages: ['/training', '/organisation/training'] },
  'privacy.contract': { pages: ['/offer'] },
  'pilot.engine': { pages: ['/pilots'], api: ['/pilots'] },
  'journey.engine': { pages: ['/journey'] },
  'insights.live': {
    pages: ['/reports', '/wallboard'],
    api: ['/reports'],
    jobs: ['keep-reports', 'draw-quality'],
  },
  'insights.digest': {},
  'plan.forecast': {},
  'survey.maturity': {},
  'survey.feedback': {
    jobs: ['ask-questions', 'ask-customers'],
    acts: ['src/conversations/asking/asking.ts', 'src/insights/surveying/asking.ts'],
  },
  'team.multi': {},
  'inbox.proactive': {},
  'offer.best': {},
  'community.qa': {},
  'community.cocreate': {},
  'community.vote': {},
  'community.stories': {},
  'content.calendar': {},
  'content.campaign': {},
  'network.graph': {},
  ambassadors: {},
  'crisis.room': {},
  'loyalty.share': {},
  'work.communities': {},
};

/** The capability that must be on for this address of a page or of the API, if any. */
export function neededAt(kind: 'pages' | 'api', path: string): Capability | undefined {
  for (const [capability, own] of Object.entries(doors) as [Capability, Doors][]) {
    if (own[kind]?.some((door) => path === door || path.startsWith(`${door}/`))) return capability;
  }
  return undefined;
}

export function neededBy(job: string): Capability | undefined {
  for (const [capability, { jobs }] of Object.entries(doors) as [Capability, Doors][]) {
    if (jobs?.includes(job)) return capability;
  }
  return undefined;
}
