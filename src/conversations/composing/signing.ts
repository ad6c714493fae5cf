import { sql } from 'kysely';
import { requiresEverywhere } from '../../organisation/authority.ts';
import { doneBy } from '../../organisation/done-by.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, type Locale, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { employeeOf } from '../closing.ts';

/** How answers are signed on a channel, per language, with places for the name. */
export interface SignatureRule {
  /** '*' for all channels without one of their own. */
  channel: string;
  words: Readonly<Record<Locale, string>>;
  /** An answer without it is asked about before it goes. */
  required: boolean;
}

/** What a signature, and a ready-made text, can call who writes it. Without a rule an answer ends with a first name. */
export interface Signer {
  name: string;
  firstName: string;
  department: string | null;
  organisation: string;
}

const usual: Omit<SignatureRule, 'channel'> = {
  words: { nl: 'Groet, {{voornaam}}', en: 'Kind regards, {{voornaam}}' },
  required: false,
};

export interface Signature {
  text: string;
  required: boolean;
}

/** The signature of whoever writes, on a channel; null for a program, which is nobody. Two statements. */
export async function signatureFor(
  ctx: Context,
  { channel, locale }: { channel: string; locale: Locale },
): Promise<Signature | null> {
  const signer = await signerOf(ctx);
  if (!signer) return null;
  const found = await sql<SignatureRule>`
    select channel, words, required from signature_rule where channel in (${channel}, '*')
    order by channel = '*' limit 1`.execute(ctx.database);
  const { words, required } = found.rows[0] ?? usual;
  return { text: signed(words[locale], signer), required };
}

export function signed(words: string, { name, firstName, department, organisation }: Signer): string {
  const values: Readonly<Record<string, string>> = {
    ...{ naam: name, voornaam: firstName, afdeling: department ?? organisation, organisatie: organisation },
  };
  return words.replace(/\{\{\s*(\p{L}+)\s*\}\}/gu, (place, key: string) => values[key] ?? place);
}

export async function signerOf(ctx: Context): Promise<Signer | undefined> {
  const employeeId = employeeOf(ctx);
  if (employeeId === null) return undefined;
  const found = await sql<Omit<Signer, 'firstName'>>`
    select e.name, d.name as department, o.name as organisation
    from employee e left join department d on d.id = e.department_id cross join organisation o
    where e.id = ${employeeId}`.execute(ctx.database);
  const [row] = found.rows;
  return row && { ...row, firstName: row.name.split(' ')[0] ?? row.name };
}

export async function listSignatures(ctx: Context): Promise<SignatureRule[]> {
  const found = await sql<SignatureRule>`
    select channel, words, required from signature_rule order by channel`.execute(ctx.database);
  return found.rows;
}

/** Sets how answers are signed on a channel; without words that channel has no rule of its own any more. */
export async function setSignature(ctx: Context, { channel, words, required }: SignatureRule): Promise<void> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  const nl = words.nl.trim();
  const en = words.en.trim();
  if (Math.max(nl.length, en.length) > 500)
    throw new Refusal('invalid.text-long', { length: 501, longest: 500 });
  await transact(ctx, null, async (ctx) => {
    if (nl === '' && en === '') {
      await sql`delete from signature_rule where channel = ${channel}`.execute(ctx.database);
      return;
    }
    await sql`
      insert into signature_rule (channel, words, required, changed_at, changed_by)
      values (${channel}, ${JSON.stringify({ nl: nl || en, en: en || nl })}::jsonb, ${required},
        ${asDate(ctx.clock.now())}, ${doneBy(ctx)})
      on conflict (channel) do update set words = excluded.words, required = excluded.required,
        changed_at = excluded.changed_at, changed_by = excluded.changed_by`.execute(ctx.database);
  });
}
