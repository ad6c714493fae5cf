import path from 'node:path';
import type { Heard } from './channels/channel.ts';
import type { Mapping } from './channels/file/mapping.ts';
import { type Batch, readFile } from './channels/file/reading.ts';
import { placeUnplaced } from './conversations/placing/placing.ts';
import { accountNamed, type ChannelAccount } from './listening/account.ts';
import { hear } from './listening/hearing.ts';
import type { Utterance } from './listening/message.ts';
import { departmentNamed } from './organisation/departments.ts';
import { getOrganisation } from './organisation/organisation.ts';
import { type Context, transact } from './platform/context.ts';

export interface ImportOptions {
  /** The network the messages come from; without it each file is a network of its own. */
  channel?: string | undefined;
  account?: string | undefined;
  columns?: string | undefined;
  /** What the file is called, when it lies under another name. */
  name?: string;
  /** Called after every batch, when it is safely stored. */
  onProgress?(progress: ImportProgress): Promise<void> | void;
}

export interface Rejection {
  line: number;
  code: string;
  reason: string;
}

export interface ImportProgress {
  bytesRead: number;
  read: number;
  stored: number;
  duplicates: number;
  /** Not kept: overheard from somebody who objected. */
  withheld: number;
  persons: number;
  conversations: number;
  mapping: Mapping;
  /** Those of the batch just read. */
  rejected: readonly Rejection[];
}

/**
 * Imports one file: reads, hears batch by batch (a transaction each), then places what was heard in conversations.
 * Breaking off anywhere loses nothing that was counted as stored; running it again stores the rest and nothing twice.
 */
export async function importFile(
  ctx: Context,
  file: string,
  options: ImportOptions,
): Promise<ImportProgress> {
  const { timezone } = await getOrganisation(ctx);
  const base = baseName(options.name ?? file);
  const accounts = new Map<string, ChannelAccount>();
  const departments = new Map<string, string>();
  const total: ImportProgress = {
    bytesRead: 0,
    read: 0,
    stored: 0,
    duplicates: 0,
    withheld: 0,
    persons: 0,
    conversations: 0,
    mapping: {},
    rejected: [],
  };
  for await (const batch of readFile(file, { zone: timezone, columns: options.columns })) {
    const result = await hearBatch(ctx, { batch, base, options, accounts, departments });
    total.stored += result.stored;
    total.duplicates += result.duplicates;
    total.withheld += result.withheld;
    total.persons += result.newPersons;
    total.read += batch.heard.length + batch.rejected.length;
    total.bytesRead = batch.bytesRead;
    total.mapping = batch.mapping;
    await options.onProgress?.({ ...total, rejected: batch.rejected });
  }
  total.conversations = await placeUnplaced(ctx);
  return total;
}

/** `threads.csv.gz` → `threads`: what a file is called when it names no channel or account of its own. */
function baseName(file: string): string {
  const name = path.basename(file).replace(/\.gz$/i, '');
  return name.replace(/\.(csv|tsv|txt|jsonl|ndjson)$/i, '') || name;
}

interface Hearing {
  batch: Batch;
  base: string;
  options: ImportOptions;
  /** Filled as they turn up, for the whole file. */
  accounts: Map<string, ChannelAccount>;
  departments: Map<string, string>;
}

/** One batch, one transaction, over all accounts that occur in it. */
async function hearBatch(ctx: Context, hearing: Hearing) {
  const sum = { stored: 0, duplicates: 0, withheld: 0, newPersons: 0 };
  // Copies: a transaction that rolls back takes the rows it made with it.
  const seen = new Map(hearing.accounts);
  const departments = new Map(hearing.departments);
  await transact(ctx, 'listen', async (ctx) => {
    for (const [account, heard] of await byAccount(ctx, hearing, seen)) {
      await learnDepartments(ctx, heard, departments);
      const utterances = heard.map((h) => utteranceOf(h, departments));
      const result = await hear(ctx, { account, utterances }, { placeLater: true });
      sum.stored += result.stored;
      sum.duplicates += result.duplicates;
      sum.withheld += result.withheld;
      sum.newPersons += result.newPersons;
    }
  });
  for (const [key, account] of seen) hearing.accounts.set(key, account);
  for (const [key, id] of departments) hearing.departments.set(key, id);
  return sum;
}

async function byAccount(
  ctx: Context,
  { batch, base, options }: Hearing,
  accounts: Map<string, ChannelAccount>,
): Promise<Map<ChannelAccount, Heard[]>> {
  const groups = new Map<ChannelAccount, Heard[]>();
  // With a column of the writers' own handles, only answers name an account of ours; both sides belong together.
  const named = !('handle' in batch.mapping);
  for (const one of batch.heard) {
    const channel = (options.channel ?? one.channel ?? base).toLowerCase();
    const name = options.account ?? (named ? one.account : null) ?? base;
    const key = JSON.stringify([channel, name]);
    const account = accounts.get(key) ?? (await accountNamed(ctx, { channel, name, connector: 'file' }));
    accounts.set(key, account);
    const group = groups.get(account);
    if (group) group.push(one);
    else groups.set(account, [one]);
  }
  return groups;
}

async function learnDepartments(
  ctx: Context,
  heard: readonly Heard[],
  known: Map<string, string>,
): Promise<void> {
  for (const { department } of heard) {
    if (department && !known.has(department))
      known.set(department, (await departmentNamed(ctx, department)).id);
  }
}

function utteranceOf(heard: Heard, departments: ReadonlyMap<string, string>): Utterance {
  return {
    externalId: heard.externalId,
    text: heard.text,
    author: heard.author,
    authorName: heard.authorName ?? null,
    sentAt: heard.sentAt === null ? null : new Date(heard.sentAt),
    direction: heard.inbound ? 'in' : 'out',
    replyTo: heard.replyTo,
    thread: heard.thread,
    automatic: heard.automatic,
    departmentId: departments.get(heard.department ?? '') ?? null,
    employeeId: null,
  };
}
