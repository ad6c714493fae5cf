import type { Connector, ConnectorField, Opening } from '../connector.ts';
import { receivesPushed } from '../pushed.ts';
import { postAnswer } from './answering.ts';
import { judgeWebhook } from './judging.ts';
import { readWebhook } from './reading.ts';
import { webhookSecrets, webhookSettings } from './settings.ts';
import { webhook } from './webhook.ts';

const mapped = ['items', 'id', 'author', 'authorName', 'time', 'thread'].map(
  (name): ConnectorField => ({ name, kind: 'text', optional: true, group: 'paths' }),
);

const parse = ({ settings, secrets }: Pick<Opening, 'settings' | 'secrets'>) => ({
  settings: webhookSettings.parse(settings),
  secrets: webhookSecrets.parse(secrets),
});

/** A program that signs: where its words stand in what it sends, and where answers go. */
export const webhookConnector: Connector = {
  channel: webhook,
  test: 'nobody',
  form: webhookSettings.extend(webhookSecrets.shape),
  fields: [
    { name: 'name', kind: 'text', fixed: true },
    { name: 'style', kind: 'choice', choices: ['standard', 'sha256'] },
    { name: 'signatureHeader', kind: 'text', initial: 'x-hub-signature-256' },
    { name: 'secret', kind: 'secret' },
    { name: 'former', kind: 'secret', optional: true },
    { name: 'text', kind: 'text', initial: 'text', group: 'paths' },
    ...mapped,
    { name: 'answerUrl', kind: 'url', optional: true },
  ],
  nameOf: ({ name }) => String(name),
  open: (opening) => {
    const { settings, secrets } = parse(opening);
    const way = { url: settings.answerUrl, secret: secrets.secret, allowed: opening.allowed };
    return {
      channel: webhook,
      check: async () => ({ as: settings.name, expiresAt: null }),
      ...receivesPushed(opening.deliveries, (delivery) => readWebhook(settings, delivery)),
      nameOf: ({ nonce }) => `answer:${nonce}`,
      send: (outgoing) => postAnswer({ ...way, now: () => opening.clock.now().epochMilliseconds }, outgoing),
      find: async () => ({ kind: 'unsure' }),
      close: async () => {},
    };
  },
  pushed: (opening) => {
    const { settings, secrets } = parse(opening);
    return { largest: 1_000_000, keeps: [], judge: (arrival) => judgeWebhook(settings, secrets, arrival) };
  },
};
