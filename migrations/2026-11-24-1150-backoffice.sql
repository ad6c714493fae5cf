-- A system of record that Polder reads along with and tells what customers said. source: under which name its rows stand
-- in customer_record, customer_order, invoice and delivery. sealed: the password, shut with a key that is not in the
-- database. trial: what came of trying it, with the first of each kind as they would come in. fields: which fields are taken of each kind, and whose word holds (customers/syncing/mapping.ts).
create table backoffice (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  name text not null check (length(name) between 1 and 80),
  source text not null unique check (source ~ '^[a-z][a-z0-9-]{0,39}$'),
  system text not null,
  url text not null,
  catalogue text not null,
  username text not null,
  sealed bytea not null,
  fields jsonb not null,
  state text not null default 'paused' check (state in ('paused', 'on', 'ended')),
  made_at timestamptz not null,
  made_by bigint references employee (id),
  tried_at timestamptz,
  trial jsonb,
  changed_at timestamptz not null,
  changed_by bigint references employee (id)
);
grant select, insert, update on backoffice to :"app";

-- Up to where each kind was read. problem: why it stopped there the last time; null when it did not.
create table backoffice_reading (
  backoffice_id bigint not null references backoffice (id),
  kind text not null check (kind in ('customers', 'orders', 'invoices', 'deliveries')),
  cursor text,
  read_at timestamptz,
  new integer not null default 0,
  changed integer not null default 0,
  problem text,
  again_at timestamptz,
  primary key (backoffice_id, kind)
);
grant select, insert, update on backoffice_reading to :"app";

-- What could not be read, by its number over there: seen by people, in nobody's way. It goes when it is read after all.
create table backoffice_aside (
  backoffice_id bigint not null references backoffice (id),
  kind text not null,
  external_id text not null,
  code text not null,
  reason text not null,
  at timestamptz not null,
  primary key (backoffice_id, kind, external_id)
);
grant select, insert, update, delete on backoffice_aside to :"app";

-- What is told to them of a closed conversation: once for each, however often it is tried.
create table backoffice_share (
  id bigint generated always as identity primary key,
  backoffice_id bigint not null references backoffice (id),
  person_id bigint not null references person (id),
  reference text not null,
  interaction jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'shared', 'refused', 'cancelled')),
  tries integer not null default 0,
  due_at timestamptz not null,
  their_key text,
  reason text,
  made_at timestamptz not null,
  ended_at timestamptz,
  unique (backoffice_id, reference)
);
create index backoffice_share_due on backoffice_share (due_at, id) where state = 'waiting';
create index backoffice_share_person on backoffice_share (person_id);
grant select, insert, update, delete on backoffice_share to :"app";

alter table backoffice_share enable row level security;
alter table backoffice_share force row level security;
create policy owner_reads_all on backoffice_share to :"owner" using (true) with check (true);
create policy purpose_declared on backoffice_share to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');
