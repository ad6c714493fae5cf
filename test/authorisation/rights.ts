import { type Action, actions } from '../../src/organisation/authority.ts';
import type { Role } from '../../src/platform/context.ts';

const webcare: readonly Action[] = [
  ...(['inbox.read', 'conversation.answer', 'conversation.close', 'conversation.assign'] as const),
  ...(['customer.read', 'customer.change', 'customer.merge', 'journey.read'] as const),
  'pilot.read',
];

/** Written out a second time, so that nobody widens a role without saying so here. */
export const rights: Readonly<Record<Role, readonly Action[]>> = {
  administrator: actions,
  colleague: webcare,
  director: ['journey.read', 'journey.manage', 'pilot.read', 'pilot.manage'],
  community_manager: [
    ...webcare,
    'conversation.approve',
    'journey.manage',
    ...(['mailing.write', 'mailing.approve', 'heard.write', 'segment.manage'] as const),
    ...(['import.run', 'model.manage', 'pilot.manage'] as const),
  ],
  data_manager: [
    ...(['inbox.read', 'segment.manage', 'backoffice.manage', 'customer.read', 'customer.merge'] as const),
    ...(['customer.exchange', 'customer.define', 'journey.read', 'import.run', 'model.manage'] as const),
    ...(['privacy.manage', 'offer.manage', 'pilot.read'] as const),
  ],
};
