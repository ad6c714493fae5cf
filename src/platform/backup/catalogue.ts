import type { Client } from 'pg';

/** A table as the database describes it. Names are `schema.table`; partitions are part of their parent. */
export interface Table {
  readonly name: string;
  /** Without generated ones, which compute themselves. */
  readonly columns: readonly string[];
  /** Row-level security applies to the owner too. */
  readonly forced: boolean;
  /** It hides rows from whoever asks. */
  readonly hides: boolean;
}

/** Written anew by migrating. */
export const migrationTable = 'public.migration';

/** Whoever is signed in, and links that work once: void in another data folder, or a key in the wrong hands. */
export const leftOut: readonly string[] = ['auth.session', 'auth.verification', 'public.person_session'];

/** Every table of Polder and of the sign-in library. The job library makes its own schema. */
export async function readTables(client: Client): Promise<Table[]> {
  const found = await client.query<Table>(`
    select n.nspname || '.' || c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
      array(select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        order by a.attnum) as columns,
      c.relrowsecurity and c.relforcerowsecurity and not me.rolsuper and not me.rolbypassrls
        and (policy.open is not true or policy.narrowed is true) as hides
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_roles me on me.rolname = current_user
    cross join lateral (
      select bool_or(p.polpermissive and pg_get_expr(p.polqual, p.polrelid) = 'true') as open,
        bool_or(not p.polpermissive) as narrowed
      from pg_policy p where p.polrelid = c.oid and p.polcmd in ('*', 'r')
        and exists (select from unnest(p.polroles) as role
          where case when role = 0 then true else pg_has_role(role, 'USAGE') end)
    ) as policy
    where n.nspname in ('public', 'auth') and c.relkind in ('r', 'p') and not c.relispartition
      and not exists (select from pg_depend d
        where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    order by 1`);
  return found.rows;
}

/** The tables that a backup holds, each after the ones its foreign keys point to. */
export async function readKeptTables(client: Client): Promise<Table[]> {
  const kept = (await readTables(client)).filter(
    ({ name }) => name !== migrationTable && !leftOut.includes(name),
  );
  const hidden = kept.filter(({ hides }) => hides).map(({ name }) => name);
  if (hidden.length > 0)
    throw new Error(
      `the owner does not see all rows of ${hidden.join(', ')}: give it a policy "using (true)"`,
    );
  const references = await client.query<{ from: string; to: string }>(`
    select distinct fn.nspname || '.' || f.relname as "from", tn.nspname || '.' || t.relname as "to"
    from pg_constraint k
    join pg_class f on f.oid = k.conrelid join pg_namespace fn on fn.oid = f.relnamespace
    join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
    where k.contype = 'f' and k.conparentid = 0 and f.oid <> t.oid`);
  return inOrder(kept, references.rows);
}

/** A reference within one table needs no order: keys are checked when all its rows are in. */
function inOrder(tables: readonly Table[], references: readonly { from: string; to: string }[]): Table[] {
  const ordered: Table[] = [];
  let waiting = [...tables];
  while (waiting.length > 0) {
    const names = new Set(waiting.map(({ name }) => name));
    const held = new Set(references.filter(({ to }) => names.has(to)).map(({ from }) => from));
    const free = waiting.filter(({ name }) => !held.has(name));
    if (free.length === 0)
      throw new Error(`these tables refer to each other in a circle: ${[...names].join(', ')}`);
    ordered.push(...free);
    waiting = waiting.filter(({ name }) => held.has(name));
  }
  return ordered;
}

/** `public.message` → `"public"."message"`. */
export function quotedTable(name: string): string {
  const dot = name.indexOf('.');
  return `${quotedName(name.slice(0, dot))}.${quotedName(name.slice(dot + 1))}`;
}

export function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
