import { mail } from './channel-kinds/mail.ts';

/** The words around connecting an account of each kind: what it is, what to do there, its fields. */
export const channelKinds = { mail };
