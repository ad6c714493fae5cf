-- What is asked of every message. A head is a row: adding one is configuration, not code.
-- kind: one answer per message, or any number of them. rules: the cold start that answers in the words of the classes.
create table head (
  key text primary key check (key ~ '^[a-z][a-z0-9_]{0,39}$'),
  kind text not null check (kind in ('single', 'several')),
  classes jsonb not null default '[]',
  promised numeric not null default 0.9 check (promised > 0 and promised <= 1),
  rules text not null default 'none' check (rules in ('none', 'mood', 'sentiment', 'intent', 'urgency', 'answerable')),
  enabled boolean not null default true,
  made_at timestamptz not null
);
grant select, insert, update on head to :"app";

-- What a model, a colleague, or a colleague about nearly the same message said. The message row keeps what holds;
-- here stands how sure it was, and why. Rules write nothing here: they have no confidence.
create table label (
  message_id bigint not null,
  received_at timestamptz not null,
  head text not null references head (key),
  by text not null check (by in ('model', 'alike', 'person')),
  labels text[] not null,
  confidence real not null check (confidence between 0 and 1),
  automatic boolean not null,
  model_version integer,
  because jsonb not null default '[]',
  at timestamptz not null,
  primary key (message_id, received_at, head, by)
) partition by range (received_at);
create index label_said on label (head, at);
grant select, insert, update on label to :"app";

-- What colleagues said is right. Append-only: of one message and head the newest counts. signature: what the message
-- says, to know it again; never the words themselves.
create table correction (
  id bigint generated always as identity primary key,
  message_id bigint not null,
  received_at timestamptz not null,
  person_id bigint references person (id),
  head text not null references head (key),
  labels text[] not null,
  confirms boolean not null,
  employee_id bigint references employee (id),
  signature bytea not null,
  at timestamptz not null
);
create index correction_message on correction (message_id, head, id desc);
create index correction_head on correction (head, id);
grant select, insert on correction to :"app";

-- Every model that was made of a head. persons: who is in it, so that forgetting can be asked for and proven. A file
-- goes when its model was refused, or holds somebody who objected; what it was worth stays.
create table model (
  id bigint generated always as identity primary key,
  head text not null references head (key),
  version integer not null,
  file bytea,
  figures jsonb not null,
  examples integer not null,
  persons bigint[] not null default '{}',
  learned_to bigint not null,
  state text not null check (state in ('current', 'former', 'refused')),
  why text not null,
  made_at timestamptz not null,
  made_by bigint references employee (id),
  unique (head, version)
);
create unique index model_current on model (head) where state = 'current';
grant select, insert, update on model to :"app";

alter table label enable row level security;
alter table label force row level security;
create policy owner_reads_all on label to :"owner" using (true) with check (true);
create policy purpose_declared on label to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

alter table correction enable row level security;
alter table correction force row level security;
create policy owner_reads_all on correction to :"owner" using (true) with check (true);
create policy purpose_declared on correction to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

alter table model enable row level security;
alter table model force row level security;
create policy owner_reads_all on model to :"owner" using (true) with check (true);
create policy purpose_declared on model to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

select make_partitions((current_date - interval '1 month')::date, 14);
