import { createHash } from 'node:crypto';
import { asDate } from '../platform/clock.ts';
import type { Context } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';
import { purposes } from './purpose.ts';

export interface Contract {
  version: number;
  publishedAt: Date;
  textHash: string;
  body: ContractBody;
}

export interface ContractBody {
  purposes: { key: string; basis: string; start: string; nl: string; en: string }[];
  promises: { nl: string; en: string }[];
}

const promises = [
  {
    nl: 'U kunt altijd zien wat wij met uw gegevens deden.',
    en: 'You can always see what we did with your data.',
  },
  {
    nl: 'Bezwaar werkt meteen: zodra wij het bevestigen gebruiken wij uw gegevens niet meer voor dat doel.',
    en: 'An objection works at once: when we confirm it, we no longer use your data for that purpose.',
  },
];

/** Publishes the first version, made from the registry of purposes. Does nothing when there is one. */
export async function publishFirst(ctx: Context): Promise<void> {
  const body: ContractBody = {
    purposes: Object.entries(purposes).map(([key, { basis, start, nl, en }]) => ({
      key,
      basis,
      start,
      nl,
      en,
    })),
    promises,
  };
  const text = JSON.stringify(body);
  await ctx.database
    .insertInto('contract')
    .values({
      version: 1,
      body: text,
      text_hash: createHash('sha256').update(text).digest('hex'),
      published_at: asDate(ctx.clock.now()),
    })
    .onConflict((conflict) => conflict.column('version').doNothing())
    .execute();
}

export async function getContract(ctx: Context): Promise<Contract> {
  const row = await ctx.database
    .selectFrom('contract')
    .selectAll()
    .orderBy('version', 'desc')
    .executeTakeFirst();
  if (!row) throw new Refusal('not-found.contract');
  return {
    version: row.version,
    publishedAt: row.published_at,
    textHash: row.text_hash,
    body: row.body as unknown as ContractBody,
  };
}
