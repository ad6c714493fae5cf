import { z } from 'zod';
import type { Connector } from '../connector.ts';
import { bluesky } from './bluesky.ts';
import { openBluesky } from './opening.ts';
import { blueskyForm, blueskySecrets, blueskySettings } from './settings.ts';

/** An account on Bluesky, by an app password; what is followed there besides what is said to us. */
export const blueskyConnector: Connector = {
  channel: bluesky,
  form: z.object({ ...blueskyForm, password: blueskySecrets.shape.password }),
  fields: [
    { name: 'handle', kind: 'text', fixed: true },
    { name: 'password', kind: 'secret' },
    { name: 'service', kind: 'url', initial: 'https://bsky.social' },
    { name: 'words', kind: 'text', optional: true, group: 'following' },
    { name: 'accounts', kind: 'text', optional: true, group: 'following' },
    { name: 'stream', kind: 'choice', choices: ['none', 'relay', 'jetstream'], group: 'stream' },
    { name: 'streamUrl', kind: 'url', optional: true, group: 'stream' },
  ],
  fieldsOf: (settings) => {
    const { words, accounts, ...rest } = blueskySettings.parse(settings);
    return { ...rest, words: words.join(', '), accounts: accounts.join(', ') };
  },
  test: 'nobody',
  nameOf: ({ handle }) => String(handle),
  open: ({ settings, secrets, clock, allowed, keepSecrets, heardOf }) =>
    openBluesky({
      settings: blueskySettings.parse(settings),
      secrets: blueskySecrets.parse(secrets),
      ...{ clock, allowed, keep: keepSecrets, heardOf },
    }),
};
