-- A queue is the organisation's own: what whoever takes from it must speak and know, and how much fits in.
-- most_waiting: routing passes a queue by in which so many wait. most_each: so many that wait may one colleague hold.
-- deals: Polder gives the work out to who is there; otherwise colleagues take the next one themselves.
alter table queue
  add column languages text[] not null default '{}',
  add column skills text[] not null default '{}',
  add column most_waiting integer check (most_waiting > 0),
  add column most_each integer check (most_each > 0),
  add column deals boolean not null default false,
  add column made_at timestamptz,
  add column made_by bigint references employee (id),
  add column ended_at timestamptz,
  add column ended_by bigint references employee (id);

-- Who works a queue; where nobody is named, everybody who may answer for its department does.
create table queue_worker (
  id bigint generated always as identity primary key,
  queue_id bigint not null references queue (id),
  employee_id bigint not null references employee (id),
  added_at timestamptz not null,
  added_by bigint references employee (id),
  ended_at timestamptz,
  ended_by bigint references employee (id)
);
create unique index queue_worker_running on queue_worker (queue_id, employee_id) where ended_at is null;
grant select, insert, update on queue_worker to :"app";
comment on table queue_worker is 'personal: colleagues';

-- How many waiting conversations a colleague can hold at once; null: nobody counts.
alter table employee add column capacity integer check (capacity between 1 and 500);

-- Who is there now. Without a row: gone home. No history, on purpose: this deals out work and watches nobody.
create table presence (
  employee_id bigint primary key references employee (id),
  state text not null check (state in ('here', 'pause')),
  since timestamptz not null
);
grant select, insert, update, delete on presence to :"app";
comment on table presence is 'personal: colleagues';

-- What a department promises when a question is handed over to it; without a calendar the default one counts.
alter table department
  add column calendar_id bigint references calendar (id),
  add column hand_over_seconds integer check (hand_over_seconds > 0),
  add column hand_over_clock text not null default 'hours' check (hand_over_clock in ('hours', 'clock'));

-- How many people follow an account, where the network said so.
alter table identity add column followers integer check (followers >= 0);

-- The rules by which conversations come into queues, in order: the first that fits holds. A version never changes.
create table routing_version (
  id bigint generated always as identity primary key,
  rules jsonb not null,
  made_at timestamptz not null,
  made_by bigint references employee (id)
);
grant select, insert on routing_version to :"app";

-- Each time a conversation came into a queue, and why: by which rule of which version, or by whom and with what reason.
create table routing (
  id bigint generated always as identity primary key,
  conversation_id bigint not null references conversation (id),
  from_queue_id bigint references queue (id),
  queue_id bigint not null references queue (id),
  at timestamptz not null,
  version_id bigint references routing_version (id),
  rule text,
  because jsonb not null default '{}',
  moved_by bigint references employee (id),
  reason text
);
create index routing_conversation on routing (conversation_id, id desc);
grant select, insert, update on routing to :"app";

-- Why somebody got it, and why it was taken from them or given back.
alter table assignment
  add column reason text,
  add column ended_by bigint references employee (id),
  add column end_reason text;

-- Within which time customers get a first answer, a next one, and an end. In order; the first that fits holds.
create table norm_version (
  id bigint generated always as identity primary key,
  norms jsonb not null,
  made_at timestamptz not null,
  made_by bigint references employee (id)
);
grant select, insert on norm_version to :"app";

-- topics: of the customer's last message, as they hold now. due_at: the first that falls due, and what that is.
alter table conversation_open
  add column topics text[] not null default '{}',
  add column norm text,
  add column due_at timestamptz,
  add column due_kind text check (due_kind in ('first', 'next', 'resolution'));
create index conversation_open_due on conversation_open (queue_id, due_at, conversation_id) include (person_id, assignee_id)
  where due_at is not null and state <> 'waiting' and fold_id is null;
alter table conversation add column topics text[] not null default '{}';

-- Frozen with the waiting: by which norm it was due, and when.
alter table response_interval
  add column norm_version_id bigint references norm_version (id),
  add column norm text,
  add column due_at timestamptz;
-- The same for the whole conversation, frozen when it is closed.
alter table closure
  add column norm_version_id bigint references norm_version (id),
  add column norm text,
  add column due_at timestamptz,
  add column calendar_version_id bigint references calendar_version (id),
  add column clock_seconds bigint,
  add column hours_seconds bigint;

-- A question to another department, with its own clock. The conversation stays with whoever speaks with the customer.
create table hand_over (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  conversation_id bigint not null references conversation (id),
  department_id bigint not null references department (id),
  asked_at timestamptz not null,
  asked_by bigint references employee (id),
  due_at timestamptz,
  calendar_version_id bigint references calendar_version (id),
  taken_at timestamptz,
  taken_by bigint references employee (id),
  ended_at timestamptz,
  ended_by bigint references employee (id),
  outcome text check (outcome in ('answered', 'returned', 'withdrawn')),
  clock_seconds bigint,
  hours_seconds bigint
);
create unique index hand_over_running on hand_over (conversation_id, department_id) where ended_at is null;
create index hand_over_open on hand_over (department_id, due_at, id) where ended_at is null;
create index hand_over_conversation on hand_over (conversation_id, id desc);
create index hand_over_ended on hand_over (department_id, ended_at desc, id desc) where ended_at is not null;
grant select, insert, update on hand_over to :"app";

create table hand_over_line (
  hand_over_id bigint not null references hand_over (id),
  seq integer not null,
  kind text not null check (kind in ('question', 'answer')),
  text text not null,
  written_at timestamptz not null,
  written_by bigint references employee (id),
  primary key (hand_over_id, seq)
);
grant select, insert, update on hand_over_line to :"app";

-- Practice: cases that we wrote ourselves. They stand apart from every conversation, so that nothing can leave and
-- nothing counts.
create table practice (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  employee_id bigint not null references employee (id),
  template text not null,
  locale text not null check (locale in ('nl', 'en')),
  began_at timestamptz not null,
  ended_at timestamptz
);
create index practice_employee on practice (employee_id, id desc);
grant select, insert, update, delete on practice to :"app";
comment on table practice is 'personal: colleagues';
create table practice_line (
  practice_id bigint not null references practice (id) on delete cascade,
  seq integer not null,
  kind text not null check (kind in ('in', 'reply', 'note')),
  words text not null,
  written_at timestamptz not null,
  primary key (practice_id, seq)
);
grant select, insert, delete on practice_line to :"app";
comment on table practice_line is 'personal: colleagues';

alter table routing enable row level security;
alter table routing force row level security;
create policy owner_reads_all on routing to :"owner" using (true) with check (true);
create policy purpose_declared on routing to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

alter table hand_over enable row level security;
alter table hand_over force row level security;
create policy owner_reads_all on hand_over to :"owner" using (true) with check (true);
create policy purpose_declared on hand_over to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

alter table hand_over_line enable row level security;
alter table hand_over_line force row level security;
create policy owner_reads_all on hand_over_line to :"owner" using (true) with check (true);
create policy purpose_declared on hand_over_line to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');
