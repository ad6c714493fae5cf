import type { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import type { Spending } from './budget.ts';
import type { Channel } from './channel.ts';
import type { Connection } from './connection.ts';
import type { Deliveries, Pushed } from './pushed.ts';
import type { Desk } from './site/desk.ts';

/**
 * One field of the form by which an account is connected, as data. What it is called stands in the catalogue, under
 * `channelKinds`, the key of the channel, `fields`, its name.
 */
export interface ConnectorField {
  readonly name: string;
  /** secret: kept sealed, and never shown again. */
  readonly kind: 'text' | 'email' | 'url' | 'number' | 'secret' | 'choice';
  /** Of a choice: what can be chosen; the first is taken when nothing was said. */
  readonly choices?: readonly string[];
  readonly initial?: string;
  readonly optional?: true;
  /** What the account is known by: it cannot be changed later. */
  readonly fixed?: true;
  /** Fields of one group stand together, under its words. */
  readonly group?: string;
}

/** What an account is opened with. */
export interface Opening {
  /** Of the connection itself, as it stands in addresses. */
  readonly id: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly clock: Clock;
  /** Signs what leaves and must be known again; not in the database. */
  readonly key: string;
  /** What was handed in for it at `/in/`, for one that is handed its messages. */
  readonly deliveries: Deliveries;
  /** The other side of an account on our own site; of no other. */
  readonly desk?: Desk;
  /** The address at which it is handed in, as others reach it. */
  readonly wayIn: string;
  /** Hosts within this network that may be reached all the same, as `reach` takes them. */
  readonly allowed: readonly string[];
  /** Keeps what a network gave anew (a session, a token), sealed, beside the secrets that are there. */
  keepSecrets(fresh: Readonly<Record<string, string>>): Promise<void>;
  /** Which of these messages were heard over this account, and not taken back. */
  heardOf(externalIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** What it spends there; of a channel with `costs`, and of no other. */
  readonly spending?: Spending;
}

/** How an account of a channel is connected, and opened. */
export interface Connector {
  readonly channel: Channel;
  readonly fields: readonly ConnectorField[];
  /** The form, flat: a text for each field, secrets too. */
  readonly form: z.ZodObject;
  /** What is kept of the form, secrets apart. Left out: as it was given. */
  settingsOf?(given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
  /** The other way: what stands in the form of one that is connected. Left out: as it is kept. */
  fieldsOf?(settings: Readonly<Record<string, unknown>>): Readonly<Record<string, string>>;
  /**
   * Whom a test message goes to: somebody by the name that the channel gives them, or nobody; `none`: only what somebody
   * wrote can be answered there, so there is none. Left out: a mail address.
   */
  readonly test?: 'name' | 'nobody' | 'none';
  /** How much may be spent in a period, where whoever connects it says so; in the unit of the channel's `costs`. */
  mostOf?(settings: Readonly<Record<string, unknown>>): number;
  /** What the account is called, to people and in the inbox; the same for the same account. */
  nameOf(settings: Readonly<Record<string, unknown>>): string;
  /** @throws ZodError when what is kept is not what this connector knows */
  open(opening: Opening): Connection;
  /** Of one that is handed its messages: what is asked of whoever brings them. @throws as `open` */
  pushed?(opening: Pick<Opening, 'id' | 'settings' | 'secrets' | 'key'>): Pushed;
}
