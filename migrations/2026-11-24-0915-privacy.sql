-- The offer of the organisation: one text per version, never edited once published.
create table contract (
  id bigint generated always as identity primary key,
  version integer not null unique,
  body jsonb not null,
  text_hash text not null,
  published_at timestamptz not null,
  published_by bigint references employee (id)
);
grant select, insert on contract to :"app";

-- What a person decided about a purpose. Append-only: the order of ids is the order of the decisions.
-- person_id has no foreign key, because customers lies above privacy: privacy knows a person by number only.
create table decision (
  id bigint generated always as identity primary key,
  person_id bigint not null,
  purpose text not null,
  act text not null check (act in ('give', 'decline', 'withdraw', 'object', 'restrict', 'lift')),
  contract_version integer not null references contract (version),
  strength smallint not null check (strength between 0 and 4),
  captured_by bigint references employee (id),
  evidence text,
  at timestamptz not null
);
create index decision_person on decision (person_id, id);
grant select, insert on decision to :"app";

-- The outcome of the decisions, one row per person and purpose that differs from the default. Use locks this row
-- for share and a decision for update: whichever commits first, holds. state is the place in the lattice:
-- 0 restricted, 1 objected, 2 denied, 3 unknown, 4 ask, 5 allowed.
create table permission (
  person_id bigint not null,
  purpose text not null,
  state smallint not null check (state between 0 and 5),
  decision_id bigint not null references decision (id),
  changed_at timestamptz not null,
  primary key (person_id, purpose)
);
create index permission_withheld on permission (purpose, person_id) where state < 5;
grant select, insert, update on permission to :"app";

-- The ledger of uses, written in the transaction of the use. The customer reads it.
create table data_use (
  id bigint generated always as identity primary key,
  person_id bigint not null,
  at timestamptz not null,
  activity text not null,
  purpose text not null,
  basis text not null,
  effect text not null,
  contract_version integer not null,
  actor_kind text not null check (actor_kind in ('employee', 'system', 'key')),
  employee_id bigint references employee (id),
  department_id bigint references department (id),
  reference text
);
create index data_use_person on data_use (person_id, at desc, id desc);
grant select, insert on data_use to :"app";

-- A list shows many people at once: one row per employee, list and day instead of one per person.
create table list_use (
  employee_id bigint not null references employee (id),
  day date not null,
  activity text not null,
  purpose text not null,
  department_id bigint references department (id),
  first_at timestamptz not null,
  primary key (employee_id, day, activity, purpose)
);
grant select, insert on list_use to :"app";

alter table decision enable row level security;
alter table decision force row level security;
create policy owner_reads_all on decision to :"owner" using (true) with check (true);
create policy purpose_declared on decision to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

alter table permission enable row level security;
alter table permission force row level security;
create policy owner_reads_all on permission to :"owner" using (true) with check (true);
create policy purpose_declared on permission to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

alter table data_use enable row level security;
alter table data_use force row level security;
create policy owner_reads_all on data_use to :"owner" using (true) with check (true);
create policy purpose_declared on data_use to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');
