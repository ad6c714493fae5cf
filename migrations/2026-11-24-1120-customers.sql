-- Searching in names and accounts by any part of them. pg_trgm belongs to PostgreSQL itself, but a server may lack it
-- or forbid it; then only beginnings are found, by an ordinary index.
do $$ begin
  if exists (select from pg_available_extensions where name = 'pg_trgm') then
    create extension if not exists pg_trgm;
  end if;
exception when insufficient_privilege then null;
end $$;

-- How names are compared and searched: small letters, without accents, width and ligatures undone.
create function folded(given text) returns text language sql immutable strict parallel safe
  return regexp_replace(lower(normalize(given, NFKD)), '[\u0300-\u036f]', '', 'g');

-- What a search looks for, given the words; % and _ in them mean themselves.
do $$
declare anywhere text := case when exists (select from pg_extension where extname = 'pg_trgm') then '%' else '' end;
begin
  execute format($f$
    create function search_pattern(given text) returns text language sql immutable strict parallel safe
      return %L || replace(replace(replace(folded(given), '\', '\\'), '%%', '\%%'), '_', '\_') || '%%' $f$, anywhere);
  if anywhere = '%' then
    create index person_name_search on person using gin (folded(name) gin_trgm_ops);
    create index identity_handle_search on identity using gin (folded(handle) gin_trgm_ops);
  else
    create index person_name_search on person (folded(name) text_pattern_ops);
    create index identity_handle_search on identity (folded(handle) text_pattern_ops);
  end if;
end $$;
create index person_name_same on person (folded(name));

-- address: the mail address or telephone number behind an identity, written one way (customers/identifying/address.ts),
-- so that the same one on two networks can be seen.
alter table identity add column public_id text not null default ('id_' || replace(gen_random_uuid()::text, '-', ''));
alter table identity add column address_kind text check (address_kind in ('mail', 'phone'));
alter table identity add column address text;
alter table identity add constraint identity_public unique (public_id);
update identity set address_kind = 'mail', address = external_id
  where external_id ~ '^[a-z0-9._%+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$';
create index identity_address on identity (address_kind, address) where address is not null;

-- Why we believe that an identity is this person's: who said so, when, on what grounds. Append-only.
create table identity_proof (
  id bigint generated always as identity primary key,
  identity_id bigint not null references identity (id),
  person_id bigint not null references person (id),
  proof text not null check (proof in ('unseen', 'claimed', 'verified', 'confirmed')),
  evidence text not null,
  at timestamptz not null,
  by_employee bigint references employee (id)
);
create index identity_proof_identity on identity_proof (identity_id, id);
create index identity_proof_person on identity_proof (person_id);
grant select, insert, delete on identity_proof to :"app";

-- Two persons are one human. A row is a line between two persons; everything else of them stays where it is, so that
-- taking the line away restores what was. reasons: codes of customers/identifying/reason.ts.
create table person_alias (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  person_id bigint not null references person (id),
  into_id bigint not null references person (id),
  reasons text[] not null default '{}',
  evidence text,
  made_at timestamptz not null,
  made_by bigint references employee (id),
  undone_at timestamptz,
  undone_by bigint references employee (id),
  undone_why text,
  check (person_id <> into_id)
);
create index person_alias_person on person_alias (person_id) where undone_at is null;
create index person_alias_into on person_alias (into_id) where undone_at is null;
create index person_alias_ever on person_alias (into_id);
create index person_alias_ever_person on person_alias (person_id);
grant select, insert, update, delete on person_alias to :"app";

-- Derived from the standing lines: as whom each person of a group of two or more is shown (its oldest). Reads hop once.
create table person_shown (
  person_id bigint primary key references person (id),
  shown_id bigint not null references person (id)
);
create index person_shown_as on person_shown (shown_id, person_id);
grant select, insert, update, delete on person_shown to :"app";

-- Persons who may be one human, with why. person_id < other_id. dismissed: a colleague said they are two.
create table merge_suggestion (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  person_id bigint not null references person (id),
  other_id bigint not null references person (id),
  reasons text[] not null,
  score smallint not null check (score between 0 and 100),
  found_at timestamptz not null,
  dismissed_at timestamptz,
  dismissed_by bigint references employee (id),
  unique (person_id, other_id),
  check (person_id < other_id)
);
create index merge_suggestion_open on merge_suggestion (score desc, id desc) where dismissed_at is null;
create index merge_suggestion_other on merge_suggestion (other_id);
grant select, insert, update, delete on merge_suggestion to :"app";

-- Numbers that somebody named in a message: customer, order, invoice, delivery. value is written one way.
create table person_mention (
  person_id bigint not null references person (id),
  kind text not null,
  value text not null,
  message_id bigint not null,
  received_at timestamptz not null,
  primary key (person_id, kind, value, message_id)
);
create index person_mention_value on person_mention (value, kind);
grant select, insert, delete on person_mention to :"app";

-- What somebody is to us, since when, and who said so. person.relation holds the newest.
create table person_relation (
  id bigint generated always as identity primary key,
  person_id bigint not null references person (id),
  relation text not null check (relation in ('unknown', 'customer', 'prospect', 'partner', 'influencer')),
  at timestamptz not null,
  by_employee bigint references employee (id),
  source text
);
create index person_relation_person on person_relation (person_id, id desc);
grant select, insert, delete on person_relation to :"app";

-- A customer as another system knows them. One row per system and its number; the person it belongs to may be merged
-- with others without this row changing. refreshed_at: when that system last told about them.
create table customer_record (
  id bigint generated always as identity primary key,
  person_id bigint not null references person (id),
  source text not null,
  external_id text not null,
  name text,
  mail text,
  phone text,
  street text,
  postcode text,
  town text,
  country text,
  customer_since date,
  refreshed_at timestamptz not null,
  changed_at timestamptz not null,
  unique (source, external_id)
);
create index customer_record_person on customer_record (person_id);
create index customer_record_number on customer_record (lower(external_id));
create index customer_record_place on customer_record (folded(name), postcode);
grant select, insert, update, delete on customer_record to :"app";

create table customer_note (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  person_id bigint not null references person (id),
  text text not null check (length(text) between 1 and 10000),
  written_at timestamptz not null,
  written_by bigint references employee (id),
  edited_at timestamptz
);
create index customer_note_person on customer_note (person_id, written_at desc, id desc);
grant select, insert, update, delete on customer_note to :"app";

create table follow_up (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  person_id bigint not null references person (id),
  text text not null check (length(text) between 1 and 1000),
  due_on date not null,
  assignee_id bigint references employee (id),
  made_at timestamptz not null,
  made_by bigint references employee (id),
  done_at timestamptz,
  done_by bigint references employee (id)
);
create index follow_up_person on follow_up (person_id);
create index follow_up_mine on follow_up (assignee_id, due_on, id) where done_at is null;
create index follow_up_open on follow_up (due_on, id) where done_at is null;
grant select, insert, update, delete on follow_up to :"app";

-- What the organisation itself wants to know of a customer, and for what. Read only under that purpose.
create table attribute_definition (
  id bigint generated always as identity primary key,
  key text not null unique check (key ~ '^[a-z][a-z0-9_]{0,39}$'),
  type text not null check (type in ('text', 'number', 'date', 'yes_no', 'choice')),
  nl text not null,
  en text not null,
  category text not null,
  purpose text not null,
  choices text[] not null default '{}',
  made_at timestamptz not null,
  made_by bigint references employee (id),
  retired_at timestamptz,
  retired_by bigint references employee (id)
);
grant select, insert, update on attribute_definition to :"app";

-- value: as customers/keeping/attribute.ts writes it: a number with a point, a date as 2026-11-24, yes or no.
create table person_attribute (
  person_id bigint not null references person (id),
  definition_id bigint not null references attribute_definition (id),
  value text not null,
  set_at timestamptz not null,
  set_by bigint references employee (id),
  primary key (person_id, definition_id)
);
create index person_attribute_value on person_attribute (definition_id, value);
grant select, insert, update, delete on person_attribute to :"app";

-- A file of customers, orders, invoices or deliveries on its way in. checked_at: when it was tried without writing.
create table exchange (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  kind text check (kind in ('customers', 'orders', 'invoices', 'deliveries')),
  source text not null default 'file',
  file_name text not null,
  path text,
  bytes bigint not null,
  bytes_read bigint not null default 0,
  columns jsonb not null default '{}',
  state text not null check (state in ('chosen', 'checking', 'checked', 'waiting', 'running', 'finished', 'failed', 'cancelled')),
  read integer not null default 0,
  new integer not null default 0,
  changed integer not null default 0,
  unchanged integer not null default 0,
  rejected integer not null default 0,
  error jsonb,
  created_at timestamptz not null,
  created_by bigint references employee (id),
  checked_at timestamptz,
  finished_at timestamptz
);
grant select, insert, update on exchange to :"app";

-- What a try would change, for the first rows that change; and every row that was refused. Goes with the import.
create table exchange_row (
  exchange_id bigint not null references exchange (id),
  line bigint not null,
  outcome text not null check (outcome in ('new', 'changed', 'rejected')),
  reference text,
  code text,
  reason text,
  changes jsonb not null default '[]',
  primary key (exchange_id, line)
);
create index exchange_row_outcome on exchange_row (exchange_id, outcome, line);
grant select, insert, delete on exchange_row to :"app";

alter table identity_proof enable row level security;
alter table identity_proof force row level security;
create policy owner_reads_all on identity_proof to :"owner" using (true) with check (true);
create policy purpose_declared on identity_proof to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

alter table person_alias enable row level security;
alter table person_alias force row level security;
create policy owner_reads_all on person_alias to :"owner" using (true) with check (true);
create policy purpose_declared on person_alias to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

alter table person_shown enable row level security;
alter table person_shown force row level security;
create policy owner_reads_all on person_shown to :"owner" using (true) with check (true);
create policy purpose_declared on person_shown to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

alter table merge_suggestion enable row level security;
alter table merge_suggestion force row level security;
create policy owner_reads_all on merge_suggestion to :"owner" using (true) with check (true);
create policy purpose_declared on merge_suggestion to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

alter table person_mention enable row level security;
alter table person_mention force row level security;
create policy owner_reads_all on person_mention to :"owner" using (true) with check (true);
create policy purpose_declared on person_mention to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

alter table person_relation enable row level security;
alter table person_relation force row level security;
create policy owner_reads_all on person_relation to :"owner" using (true) with check (true);
create policy purpose_declared on person_relation to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

alter table customer_record enable row level security;
alter table customer_record force row level security;
create policy owner_reads_all on customer_record to :"owner" using (true) with check (true);
create policy purpose_declared on customer_record to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

alter table customer_note enable row level security;
alter table customer_note force row level security;
create policy owner_reads_all on customer_note to :"owner" using (true) with check (true);
create policy purpose_declared on customer_note to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

alter table follow_up enable row level security;
alter table follow_up force row level security;
create policy owner_reads_all on follow_up to :"owner" using (true) with check (true);
create policy purpose_declared on follow_up to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

alter table person_attribute enable row level security;
alter table person_attribute force row level security;
create policy owner_reads_all on person_attribute to :"owner" using (true) with check (true);
create policy purpose_declared on person_attribute to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

alter table exchange_row enable row level security;
alter table exchange_row force row level security;
create policy owner_reads_all on exchange_row to :"owner" using (true) with check (true);
create policy purpose_declared on exchange_row to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');
