import type { Action } from '../../src/organisation/authority.ts';
import type { Purpose } from '../../src/privacy/purpose.ts';
import type { Needs } from './surface.ts';

/** What `src/app.ts` answers itself, besides the pages and the API: `METHOD /path`. */
export const doorSurfaces: Readonly<Record<string, Needs>> = {
  'GET /health': 'public',
  'GET /live': 'inbox.read',
  'GET /wallboard/live': 'journey.read',
  'GET /display/:token/live': 'public',
  'POST /imports/upload': 'import.run',
  'POST /customers/files/upload': 'customer.exchange',
  'GET /in/:connection': 'public',
  'POST /in/:connection': 'public',
  'GET /talk/:account/trial': 'public',
  'GET /talk/:account/state': 'public',
  'GET /talk/:account/live': 'public',
  'POST /talk/:account/lines': 'public',
  'POST /talk/:account/address': 'public',
  'GET /api/v1/openapi.json': 'public',
};

interface Operation {
  needs: Action;
  body?: Readonly<Record<string, unknown>>;
  shows?: readonly Purpose[];
}

const service = ['service'] as const;
const heard = {
  channel: 'forum',
  account: 'community',
  externalId: 'p-1',
  text: 'Klopt mijn rekening?',
  author: { id: 'henk' },
};

/** Every operation of the OpenAPI document. One that is not here fails the test. */
export const apiSurfaces: Readonly<Record<string, Operation>> = {
  'GET /conversations': { needs: 'inbox.read', shows: service },
  'GET /conversations/{id}/participants': { needs: 'inbox.read' },
  'POST /conversations/{id}/participants': { needs: 'conversation.assign', body: { employee: 'em_nobody' } },
  'DELETE /conversations/{id}/participants/{employee}': { needs: 'conversation.assign' },
  'PATCH /messages': {
    needs: 'message.receive',
    body: { channel: 'forum', account: 'community', externalId: 'p-1', text: 'Toch niet' },
  },
  'GET /search': { needs: 'inbox.read', shows: service },
  'GET /conversations/{id}': { needs: 'inbox.read', shows: service },
  'GET /conversations/{id}/messages': { needs: 'inbox.read', shows: service },
  'POST /conversations/{id}/messages': { needs: 'conversation.answer', body: { kind: 'note', text: 'x' } },
  'PUT /conversations/{id}/closure': { needs: 'conversation.close', body: { reason: 'answered' } },
  'DELETE /conversations/{id}/closure': { needs: 'conversation.close' },
  'GET /queues': { needs: 'inbox.read' },
  'PUT /conversations/{id}/queue': { needs: 'conversation.assign', body: { queue: 'nothing', reason: 'x' } },
  'GET /conversations/{id}/hand-overs': { needs: 'inbox.read' },
  'POST /conversations/{id}/hand-overs': {
    needs: 'conversation.assign',
    body: { department: 'nothing', question: 'x' },
  },
  'PUT /conversations/{id}/assignment': { needs: 'conversation.assign', body: { employee: 'em_nobody' } },
  'DELETE /conversations/{id}/assignment': { needs: 'conversation.assign' },
  'PUT /conversations/{id}/snooze': { needs: 'conversation.close', body: {} },
  'DELETE /conversations/{id}/snooze': { needs: 'conversation.close' },
  'PUT /conversations/{id}/priority': { needs: 'conversation.assign', body: {} },
  'DELETE /conversations/{id}/priority': { needs: 'conversation.assign' },
  'GET /quality': { needs: 'journey.read' },
  'GET /quality/rounds': { needs: 'journey.read' },
  'GET /quality/rounds/{id}': { needs: 'journey.read' },
  'GET /conversations/{id}/notices': { needs: 'inbox.read' },
  'POST /conversations/{id}/notices': { needs: 'conversation.assign', body: { employee: 'em_nobody' } },
  'GET /journey': { needs: 'journey.read' },
  'GET /journey/weeks': { needs: 'journey.read' },
  'GET /reports': { needs: 'journey.read' },
  'GET /reports/rows': { needs: 'journey.read' },
  'GET /labels': { needs: 'inbox.read' },
  'POST /conversations/{id}/labels': { needs: 'conversation.assign', body: { label: 'lb_nobody' } },
  'DELETE /conversations/{id}/labels/{label}': { needs: 'conversation.assign' },
  'POST /conversations/{id}/merge': { needs: 'conversation.assign', body: { into: 'cv_nobody' } },
  'POST /conversations/{id}/split': { needs: 'conversation.assign', body: { messages: ['me_nobody'] } },
  'DELETE /conversation-acts/{act}': { needs: 'conversation.assign' },
  'GET /macros': { needs: 'conversation.answer' },
  'POST /conversations/{id}/macro-uses': { needs: 'conversation.answer', body: { macro: 'ma_nobody' } },
  'GET /conversations/{id}/replies': { needs: 'inbox.read' },
  'GET /rules': { needs: 'organisation.manage' },
  'PUT /rules': { needs: 'organisation.manage', body: { rules: [] } },
  'POST /rules/trials': { needs: 'organisation.manage', body: { rules: [] } },
  'POST /rules/{key}/runs': { needs: 'organisation.manage', body: { queue: null } },
  'GET /channels': { needs: 'channel.manage' },
  'GET /channels/{id}': { needs: 'channel.manage' },
  'PUT /channels/{id}/state': { needs: 'channel.manage', body: { state: 'paused' } },
  'GET /webhooks': { needs: 'organisation.manage' },
  'POST /webhooks': {
    needs: 'organisation.manage',
    body: { name: 'CRM', url: 'https://crm.example/', types: [] },
  },
  'GET /webhooks/{id}': { needs: 'organisation.manage' },
  'PUT /webhooks/{id}': {
    needs: 'organisation.manage',
    body: { name: 'CRM', url: 'https://crm.example/', types: [] },
  },
  'DELETE /webhooks/{id}': { needs: 'organisation.manage' },
  'POST /webhooks/{id}/secrets': { needs: 'organisation.manage' },
  'POST /webhooks/{id}/tests': { needs: 'organisation.manage' },
  'GET /webhooks/{id}/deliveries': { needs: 'organisation.manage' },
  'POST /webhooks/{id}/replays': { needs: 'organisation.manage', body: { delivery: 'wh_nobody' } },
  'POST /messages': { needs: 'message.receive', body: heard },
  'DELETE /messages': { needs: 'message.receive' },
  'GET /customers': { needs: 'customer.read', shows: service },
  'GET /customers/{id}': { needs: 'customer.read', shows: service },
  'GET /customers/{id}/orders': { needs: 'customer.read' },
  // Figures and no words: what the person allows decides whether there is an answer (src/api/customers.test.ts).
  'GET /customers/{id}/relationship': { needs: 'customer.read' },
  'GET /customers/{id}/records': { needs: 'customer.read' },
  'PUT /customers/{id}/records/{source}/{externalId}': { needs: 'customer.change', body: { town: 'Urk' } },
  'GET /customers/{id}/permissions': { needs: 'customer.read' },
  'POST /customers/{id}/objections': {
    needs: 'customer.change',
    body: { purpose: 'offers', evidence: 'zei het in de winkel' },
  },
  'GET /segments': { needs: 'customer.read' },
  'GET /segments/{id}': { needs: 'customer.read' },
  'GET /privacy-requests': { needs: 'privacy.manage' },
  'POST /privacy-requests': {
    needs: 'privacy.manage',
    body: { customer: 'pe_nobody', kind: 'rectify', via: 'letter' },
  },
  'POST /customer-rows': {
    needs: 'customer.exchange',
    body: { kind: 'customers', source: 'crm', rows: [{ name: 'niemand' }] },
  },
  'GET /customer-rows': { needs: 'customer.exchange' },
  'POST /customers/{id}/notes': { needs: 'customer.change', body: { text: 'x' } },
  'POST /customers/{id}/follow-ups': {
    needs: 'customer.change',
    body: { text: 'x', dueOn: '2026-12-01' },
  },
  'PUT /follow-ups/{id}/completion': { needs: 'customer.change', body: { done: true } },
  'PUT /customers/{id}/attributes/{key}': { needs: 'customer.change', body: { value: 'slim' } },
  'POST /customers/{id}/merges': { needs: 'customer.merge', body: { other: 'pe_nobody' } },
  'GET /pilots': { needs: 'pilot.read' },
  'GET /pilots/{id}': { needs: 'pilot.read' },
  'POST /pilots/{id}/decisions': { needs: 'pilot.manage', body: { choice: 'keep', why: 'x' } },
  'PUT /merges/{id}/undoing': { needs: 'customer.merge', body: {} },
};
