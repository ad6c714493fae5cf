import { resolve } from 'node:path';
import { type LanguageModelSettings, languageModelKeys, languageModelOf } from './language-model/settings.ts';
import { mailSettings, smtpOf } from './mail/settings.ts';
import type { Smtp } from './outside.ts';
import { Refusal } from './refusal.ts';

export interface Config {
  /** Absolute. Holds the database, secrets, uploads. */
  dataFolder: string;
  port: number;
  host: string;
  /** Where people reach this Polder; links in mail are made with it. */
  baseUrl: string;
  /** Both, or neither: neither means the embedded database. */
  database: { appUrl: string; ownerUrl: string } | null;
  logLevel: string;
  /** null: there is no mail server, and mail rests in the outbox. */
  smtp: Smtp | null;
  /** null: there is none, and nothing is asked of any. */
  languageModel: LanguageModelSettings | null;
  /** Absolute. A folder with a transformer model of one's own; null without one. */
  transformerFolder: string | null;
  /** Hosts within this network that webhooks and channels may reach, as `host` or `host:port`. */
  insideHosts: readonly string[];
}

const known = new Set<string>([
  'POLDER_DATA',
  'POLDER_HOST',
  'POLDER_URL',
  'POLDER_LOG',
  'POLDER_INSIDE_HOSTS',
  'POLDER_TRANSFORMER_FOLDER',
  ...languageModelKeys,
  ...mailSettings,
]);
const levels = ['silent', 'error', 'warn', 'info', 'debug'];

export interface Overrides {
  data?: string;
  port?: number;
}

/**
 * Reads the environment once and checks it as a whole.
 * @throws Refusal `config.…` that says which variable is wrong and how to mend it.
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  overrides: Overrides = {},
): Config {
  for (const key of Object.keys(env)) {
    if (key.startsWith('POLDER_') && !known.has(key)) {
      throw new Refusal('config.unknown-key', { key, known: [...known] });
    }
  }
  const port = overrides.port ?? portOf(env.PORT);
  const host = env.POLDER_HOST ?? '127.0.0.1';
  const logLevel = env.POLDER_LOG ?? 'warn';
  if (!levels.includes(logLevel)) throw new Refusal('config.log-level', { value: logLevel, known: levels });
  return {
    dataFolder: resolve(overrides.data ?? env.POLDER_DATA ?? 'data'),
    port,
    host,
    baseUrl: baseUrlOf(env.POLDER_URL, port),
    database: databaseOf(env),
    smtp: smtpOf(env),
    logLevel,
    languageModel: languageModelOf(env),
    transformerFolder: env.POLDER_TRANSFORMER_FOLDER ? resolve(env.POLDER_TRANSFORMER_FOLDER) : null,
    insideHosts: (env.POLDER_INSIDE_HOSTS ?? '')
      .split(',')
      .flatMap((host) => host.trim().toLowerCase() || []),
  };
}

function portOf(value: string | undefined): number {
  if (value === undefined || value === '') return 4400;
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Refusal('config.port', { value });
  return port;
}

function baseUrlOf(value: string | undefined, port: number): string {
  if (!value) return `http://localhost:${port}`;
  const url = URL.parse(value);
  if (!url || !/^https?:$/.test(url.protocol)) throw new Refusal('config.url', { value });
  return url.origin;
}

function databaseOf(env: Readonly<Record<string, string | undefined>>): Config['database'] {
  const appUrl = env.DATABASE_URL;
  const ownerUrl = env.DATABASE_OWNER_URL;
  if (!appUrl && !ownerUrl) return null;
  if (!appUrl || !ownerUrl) {
    throw new Refusal('config.database-pair', { missing: appUrl ? 'DATABASE_OWNER_URL' : 'DATABASE_URL' });
  }
  for (const [key, value] of [
    ['DATABASE_URL', appUrl],
    ['DATABASE_OWNER_URL', ownerUrl],
  ] as const) {
    if (!/^postgres(ql)?:\/\//.test(value)) throw new Refusal('config.database-url', { key });
  }
  return { appUrl, ownerUrl };
}
