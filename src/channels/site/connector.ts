import type { Outcome } from '../connection.ts';
import type { Connector } from '../connector.ts';
import { receivesPushed } from '../pushed.ts';
import { readSaid } from './reading.ts';
import { siteForm, siteSettings } from './settings.ts';
import { site } from './site.ts';

/** A chat and a form on the organisation's own site. Guests hand in through the site's own door, not through `/in/`. */
export const siteConnector: Connector = {
  channel: site,
  test: 'none',
  form: siteForm,
  fields: [
    { name: 'name', kind: 'text', fixed: true },
    { name: 'origins', kind: 'text', optional: true },
    { name: 'greeting', kind: 'text', optional: true },
  ],
  fieldsOf: (settings) => {
    const { name, origins, greeting } = siteSettings.parse(settings);
    return { name, origins: origins.join(' '), greeting };
  },
  nameOf: ({ name }) => String(name),
  open: ({ settings, deliveries, desk }) => {
    const { name } = siteSettings.parse(settings);
    if (!desk) throw new Error('an account on our own site has a desk');
    return {
      channel: site,
      check: async () => ({ as: name, expiresAt: null }),
      ...receivesPushed(deliveries, ({ body }) => [{ kind: 'said', heard: readSaid(body) }]),
      nameOf: ({ nonce }) => nonce,
      send: async ({ nonce, to, text, writtenAt }): Promise<Outcome> => {
        if (!to) return { kind: 'refused', answer: 'nobody to show it to' };
        const line = { nonce, guest: to.handle, text, at: writtenAt };
        const laid = await desk.lay(line).catch(() => undefined);
        if (laid === undefined) return { kind: 'unknown', answer: 'not laid down' };
        return laid
          ? { kind: 'sent', externalId: nonce, answer: '' }
          : { kind: 'refused', answer: 'this guest is no longer known' };
      },
      find: async ({ nonce }) => {
        const there = await desk.holds(nonce).catch(() => undefined);
        if (there === undefined) return { kind: 'unsure' };
        return there ? { kind: 'there', externalId: nonce } : { kind: 'absent' };
      },
      close: async () => {},
    };
  },
};
