import { z } from 'zod';
import type { Connector } from '../connector.ts';
import { mastodon } from './mastodon.ts';
import { openMastodon } from './opening.ts';
import { mastodonForm, mastodonSecrets, mastodonSettings } from './settings.ts';

/** An account on a server with the API of Mastodon, by a key made there. */
export const mastodonConnector: Connector = {
  channel: mastodon,
  form: z.object({ ...mastodonForm, token: mastodonSecrets.shape.token }),
  fields: [
    { name: 'handle', kind: 'text', fixed: true },
    { name: 'server', kind: 'url' },
    { name: 'token', kind: 'secret' },
    { name: 'tags', kind: 'text', optional: true, group: 'following' },
    { name: 'words', kind: 'text', optional: true, group: 'following' },
  ],
  fieldsOf: (settings) => {
    const { tags, words, ...rest } = mastodonSettings.parse(settings);
    return { ...rest, tags: tags.join(', '), words: words.join(', ') };
  },
  test: 'name',
  nameOf: ({ handle }) => String(handle),
  open: ({ settings, secrets, clock, allowed }) =>
    openMastodon({
      settings: mastodonSettings.parse(settings),
      secrets: mastodonSecrets.parse(secrets),
      ...{ clock, allowed },
    }),
};
