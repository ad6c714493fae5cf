import { z } from 'zod';
import type { Connector } from '../connector.ts';
import { openTelegram } from './opening.ts';
import { telegramForm, telegramSecrets, telegramSettings } from './settings.ts';
import { telegram } from './telegram.ts';

/** A bot on Telegram, by the key that its maker gives. */
export const telegramConnector: Connector = {
  channel: telegram,
  form: z.object({ ...telegramForm, token: telegramSecrets.shape.token }),
  fields: [
    { name: 'bot', kind: 'text', fixed: true },
    { name: 'token', kind: 'secret' },
    { name: 'server', kind: 'url', initial: 'https://api.telegram.org' },
  ],
  test: 'name',
  nameOf: ({ bot }) => `@${String(bot)}`,
  open: ({ settings, secrets, allowed }) =>
    openTelegram({
      settings: telegramSettings.parse(settings),
      secrets: telegramSecrets.parse(secrets),
      allowed,
    }),
};
