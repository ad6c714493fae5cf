-- The offer. A contract row is one published version and never changes. mark is its place among the decisions: it is
-- a number of the same sequence, taken while no decision is under way. material: the purposes whose consents ended
-- with this version.
alter table contract
  add column audience text not null default 'everyone',
  add column mark bigint,
  add column material text[] not null default '{}',
  add column note text,
  add column confirmed_by bigint references employee (id),
  add constraint contract_two_people check (published_by is null or published_by <> confirmed_by);

-- What becomes the next version. One colleague writes and proposes it, another confirms.
create table offer_draft (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  audience text not null default 'everyone',
  based_on integer not null references contract (version),
  body jsonb not null,
  state text not null default 'open' check (state in ('open', 'proposed', 'published', 'dropped')),
  material text[] not null default '{}',
  note text,
  made_by bigint not null references employee (id),
  changed_at timestamptz not null,
  proposed_by bigint references employee (id),
  proposed_at timestamptz,
  published_version integer references contract (version)
);
create unique index offer_draft_open on offer_draft (audience) where state in ('open', 'proposed');
grant select, insert, update on offer_draft to :"app";

create function refuse_change() returns trigger language plpgsql as
  $$ begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end $$;
create trigger contract_stays before update or delete on contract for each row execute function refuse_change();

-- Decisions may be narrower (one category), for one thing (item_ref and its version), for a time, and say what was
-- shown. carry: the state that a person keeps when two persons turn out not to be one. expire: a yes came to its end.
alter table decision drop constraint decision_act_check;
alter table decision
  add constraint decision_act_check check (act in
    ('give', 'decline', 'withdraw', 'object', 'restrict', 'lift', 'ask', 'carry', 'expire')),
  add column category text,
  add column item_ref text,
  add column item_version text,
  add column expires_at timestamptz,
  add column carried smallint check (carried between 0 and 5),
  add column guardian boolean not null default false,
  add column text_hash text,
  add column language text,
  add column surface text;
create trigger decision_stays before update on decision for each row execute function refuse_change();
create index decision_item on decision (person_id, purpose, item_ref) where item_ref is not null;
create index decision_expiry on decision (expires_at) where expires_at is not null;
grant usage on sequence decision_id_seq to :"app";

-- permission is derived: polder rebuilds it from the decisions, flags, offers and groups. given: the person said yes.
alter table permission
  alter column decision_id drop not null,
  add column expires_at timestamptz,
  add column given boolean not null default false;
update permission p set given = true from decision d where d.id = p.decision_id and d.act = 'give';

-- What holds for one category of data within a purpose, where that is less than what holds for the purpose.
create table permission_category (
  person_id bigint not null,
  purpose text not null,
  category text not null,
  state smallint not null check (state between 0 and 5),
  primary key (person_id, purpose, category)
);
create index permission_category_withheld on permission_category (purpose, category, person_id) where state < 5;
grant select, insert, update on permission_category to :"app";

-- A yes for one thing serves once.
create table item_use (
  decision_id bigint primary key references decision (id),
  person_id bigint not null,
  used_at timestamptz not null
);
grant select, insert on item_use to :"app";

-- Minors. Append-only; the numbers come from the sequence of the decisions, so that both have one order.
create table person_flag (
  id bigint primary key default nextval('decision_id_seq'),
  person_id bigint not null,
  flag text not null check (flag in ('minor')),
  act text not null check (act in ('set', 'clear')),
  strength smallint not null check (strength between 0 and 4),
  evidence text,
  captured_by bigint references employee (id),
  at timestamptz not null
);
create index person_flag_person on person_flag (person_id, id);
grant select, insert on person_flag to :"app";

-- "My terms". Append-only; the newest row of a key holds, null: the term was taken back.
create table person_term (
  id bigint primary key default nextval('decision_id_seq'),
  person_id bigint not null,
  key text not null,
  value jsonb,
  strength smallint not null check (strength between 0 and 4),
  evidence text,
  captured_by bigint references employee (id),
  at timestamptz not null
);
create index person_term_person on person_term (person_id, key, id desc);
create index person_term_key on person_term (key, person_id, id desc);
grant select, insert on person_term to :"app";

-- Persons who are one person. The joins are what customers told; the group is who that ties together.
create table permission_join (
  person_id bigint not null,
  other_id bigint not null,
  joined_at timestamptz not null,
  parted_at timestamptz,
  primary key (person_id, other_id)
);
create index permission_join_other on permission_join (other_id);
grant select, insert, update on permission_join to :"app";

create table permission_group (
  person_id bigint primary key,
  group_id bigint not null
);
create index permission_group_group on permission_group (group_id);
grant select, insert, update, delete on permission_group to :"app";

-- Content of a special category (GDPR art. 9), by kind and number. person_id: whose it is, when that is known.
create table special_content (
  kind text not null,
  subject_id bigint not null,
  person_id bigint,
  found text not null,
  marked_by bigint references employee (id),
  marked_at timestamptz not null,
  cleared_by bigint references employee (id),
  cleared_at timestamptz,
  primary key (kind, subject_id)
);
create index special_content_person on special_content (person_id) where person_id is not null;
grant select, insert, update on special_content to :"app";

-- The ledger says more, and counts machine work once a day. nonce keeps the hash of an erased row from being guessed.
alter table data_use
  add column categories text[] not null default '{}',
  add column count integer not null default 1,
  add column counted boolean not null default false,
  add column day date,
  add column decision_id bigint references decision (id),
  add column recipient text,
  add column nonce uuid not null default gen_random_uuid();
create unique index data_use_counted on data_use (person_id, activity, day, coalesce(recipient, '')) where counted;
create index data_use_at on data_use (at);
grant update (count) on data_use to :"app";

-- The seal of the ledger: the hash of each row stays when the row is erased. Numbers and hashes only.
create table use_seal (
  use_id bigint primary key,
  sealed_on date not null,
  row_hash bytea not null,
  erased boolean not null default false
);
create index use_seal_day on use_seal (sealed_on, use_id);
grant select, insert on use_seal to :"app";

create table use_root (
  sealed_on date primary key,
  rows integer not null,
  root bytea not null,
  previous bytea not null,
  sealed_at timestamptz not null
);
grant select, insert on use_root to :"app";
create trigger use_root_stays before update or delete on use_root for each row execute function refuse_change();

-- Ledger rows go only with the person they are about, and their hashes stay. The weak login may not delete them
-- otherwise.
create function erase_uses(person bigint) returns bigint language sql security definer set search_path = public as $$
  with gone as (delete from data_use where person_id = person returning id),
  marked as (update use_seal s set erased = true from gone where s.use_id = gone.id)
  select count(*) from gone
$$;
revoke all on function erase_uses(bigint) from public;
grant execute on function erase_uses(bigint) to :"app";

alter table permission_category enable row level security;
alter table permission_category force row level security;
create policy owner_reads_all on permission_category to :"owner" using (true) with check (true);
create policy purpose_declared on permission_category to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

alter table item_use enable row level security;
alter table item_use force row level security;
create policy owner_reads_all on item_use to :"owner" using (true) with check (true);
create policy purpose_declared on item_use to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

alter table person_flag enable row level security;
alter table person_flag force row level security;
create policy owner_reads_all on person_flag to :"owner" using (true) with check (true);
create policy purpose_declared on person_flag to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

alter table person_term enable row level security;
alter table person_term force row level security;
create policy owner_reads_all on person_term to :"owner" using (true) with check (true);
create policy purpose_declared on person_term to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

alter table permission_join enable row level security;
alter table permission_join force row level security;
create policy owner_reads_all on permission_join to :"owner" using (true) with check (true);
create policy purpose_declared on permission_join to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

alter table permission_group enable row level security;
alter table permission_group force row level security;
create policy owner_reads_all on permission_group to :"owner" using (true) with check (true);
create policy purpose_declared on permission_group to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

alter table special_content enable row level security;
alter table special_content force row level security;
create policy owner_reads_all on special_content to :"owner" using (true) with check (true);
create policy purpose_declared on special_content to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');
