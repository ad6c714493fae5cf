import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from '../platform/context.ts';
import type { Log } from '../platform/log.ts';
import { Refusal } from '../platform/refusal.ts';
import { type ApiEnv, refuse, refuseInvalid } from './answering.ts';
import { serveAssignment } from './assignment.ts';
import { authenticate } from './authenticating.ts';
import { serveClosure } from './closure.ts';
import { serveConversationMessages } from './conversation-messages.ts';
import { serveConversations } from './conversations.ts';
import { serveCustomerActs } from './customer-acts.ts';
import { serveCustomers } from './customers.ts';
import { openapiDocument } from './document.ts';
import { serveJoining } from './handling/joining.ts';
import { serveLabels } from './handling/labels.ts';
import { serveSnooze } from './handling/setting-aside.ts';
import { serveJourney } from './journey.ts';
import { serveMessageRemoval } from './message-removal.ts';
import { serveMessages } from './messages.ts';
import { servePermissions } from './persons/permissions.ts';
import { serveRecords } from './persons/records.ts';
import { servePrivacyRequests } from './persons/requests.ts';
import { serveRows } from './persons/rows.ts';
import { serveSegments } from './persons/segments.ts';
import { servePilots } from './pilots.ts';
import { serveQueues } from './work/queue.ts';

/** Everything under /api/v1. Who may what is decided per operation by the scopes of the key. */
export function api({ context, log }: { context: Context; log: Log }): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({ defaultHook: refuseInvalid });
  app.onError(refuse(log));
  app.openAPIRegistry.registerComponent('securitySchemes', 'key', { type: 'http', scheme: 'bearer' });
  app.get('/openapi.json', (c) => c.json(openapiDocument(app)));
  app.use(authenticate(context));
  serveConversations(app);
  serveConversationMessages(app);
  serveClosure(app);
  serveAssignment(app);
  serveQueues(app);
  serveSnooze(app);
  serveLabels(app);
  serveJoining(app);
  serveJourney(app);
  serveMessages(app);
  serveMessageRemoval(app);
  serveCustomers(app);
  serveCustomerActs(app);
  serveRecords(app);
  servePermissions(app);
  serveSegments(app);
  servePrivacyRequests(app);
  serveRows(app);
  servePilots(app);
  app.all('*', (c) => {
    throw new Refusal('not-found.address', { path: c.req.path });
  });
  return app;
}
