import type { Action } from '../../src/organisation/authority.ts';
import type { Purpose } from '../../src/privacy/purpose.ts';
import type { Needs } from './surface.ts';

/** What `src/app.ts` answers itself, besides the pages and the API: `METHOD /path`. */
export const doorSurfaces: Readonly<Record<string, Needs>> = {
  'GET /health': 'public',
  'GET /live': 'inbox.read',
  'POST /imports/upload': 'import.run',
  'POST /customers/files/upload': 'customer.exchange',
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
  'GET /conversations/{id}': { needs: 'inbox.read', shows: service },
  'GET /conversations/{id}/messages': { needs: 'inbox.read', shows: service },
  'POST /conversations/{id}/messages': { needs: 'conversation.answer', body: { kind: 'note', text: 'x' } },
  'PUT /conversations/{id}/closure': { needs: 'conversation.close', body: { reason: 'answered' } },
  'DELETE /conversations/{id}/closure': { needs: 'conversation.close' },
  'PUT /conversations/{id}/assignment': { needs: 'conversation.assign', body: { employee: 'em_nobody' } },
  'DELETE /conversations/{id}/assignment': { needs: 'conversation.assign' },
  'POST /messages': { needs: 'message.receive', body: heard },
  'DELETE /messages': { needs: 'message.receive' },
  'GET /customers': { needs: 'customer.read', shows: service },
  'GET /customers/{id}': { needs: 'customer.read', shows: service },
  'GET /customers/{id}/orders': { needs: 'customer.read' },
  // Figures and no words: what the person allows decides whether there is an answer (src/api/customers.test.ts).
  'GET /customers/{id}/relationship': { needs: 'customer.read' },
  'POST /customers/{id}/notes': { needs: 'customer.change', body: { text: 'x' } },
  'POST /customers/{id}/follow-ups': {
    needs: 'customer.change',
    body: { text: 'x', dueOn: '2026-12-01' },
  },
  'PUT /follow-ups/{id}/completion': { needs: 'customer.change', body: { done: true } },
  'PUT /customers/{id}/attributes/{key}': { needs: 'customer.change', body: { value: 'slim' } },
  'POST /customers/{id}/merges': { needs: 'customer.merge', body: { other: 'pe_nobody' } },
  'PUT /merges/{id}/undoing': { needs: 'customer.merge', body: {} },
};
