-- What reports are made of: counts per hour, queue and account, so that a year is read without one message. Written by
-- insights/reporting/keeping.ts alone, which counts whole days anew from what the modules know.
create table report_hour (
  hour timestamptz not null,
  queue_id bigint not null references queue (id),
  account_id bigint not null references channel_account (id),
  -- Asked in this hour: names of the counts as in conversations/measuring/asked-hours.ts.
  asked integer not null,
  excluded integer not null,
  answered integer not null,
  addressed integer not null,
  addressed_answered integer not null,
  in_hours integer not null,
  within_hour integer not null,
  outside integer not null,
  outside_answered integer not null,
  outside_soon integer not null,
  norm_kept integer not null,
  norm_late integer not null,
  -- Said, begun and ended in this hour.
  messages integer not null,
  answers integer not null,
  started integer not null,
  closed integer not null,
  primary key (hour, queue_id, account_id)
);
-- How long answers and endings took, in buckets of two per cent; by the day of asking, of ending for `resolved`.
create table report_wait (
  day date not null,
  queue_id bigint not null references queue (id),
  account_id bigint not null references channel_account (id),
  kind text not null check (kind in ('first_hours', 'first_clock', 'resolved_hours', 'resolved_clock')),
  buckets integer[] not null,
  numbers integer[] not null,
  primary key (day, queue_id, account_id, kind)
);
-- Why people asked, and how it ended.
create table report_reason (
  day date not null,
  queue_id bigint not null references queue (id),
  account_id bigint not null references channel_account (id),
  kind text not null check (kind in ('closing', 'topic', 'intent')),
  key text not null,
  n integer not null,
  primary key (day, queue_id, account_id, kind, key)
);
-- Per colleague; kept from the day on which the works council agrees, and shown from then on.
create table report_colleague (
  day date not null,
  employee_id bigint not null references employee (id),
  queue_id bigint not null references queue (id),
  account_id bigint not null references channel_account (id),
  answers integer not null,
  buckets integer[] not null,
  numbers integer[] not null,
  primary key (day, employee_id, queue_id, account_id)
);
create index report_colleague_employee on report_colleague (employee_id, day);
comment on table report_colleague is 'personal: colleagues';
create table report_day (
  day date primary key,
  counted_at timestamptz not null
);
-- Up to where in the event log was looked for days that changed: at the last run, and at the one before, because what
-- follows from an event (a norm frozen, a label) may come a moment after it.
create table report_watch (
  one boolean primary key default true check (one),
  xid xid8 not null default '0',
  seq bigint not null default 0,
  former_xid xid8 not null default '0',
  former_seq bigint not null default 0,
  counted_at timestamptz
);
grant select, insert, update, delete on report_hour, report_wait, report_reason, report_colleague, report_day to :"app";
grant select, insert, update on report_watch to :"app";
-- Endings by the moment of ending.
create index closure_closed on closure (closed_at);

-- Every week some answers of each queue are looked at by two colleagues, apart from each other.
create table quality_round (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  queue_id bigint not null references queue (id),
  -- The Monday of the week the answers were given in.
  week date not null,
  -- What the draw began with; with it anybody can draw again and get the same.
  seed bigint not null,
  -- Out of how many answers was drawn.
  answers integer not null,
  drawn_at timestamptz not null,
  drawn_by bigint references employee (id),
  unique (queue_id, week)
);
grant select, insert on quality_round to :"app";
create table quality_item (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  round_id bigint not null references quality_round (id),
  place smallint not null,
  -- The part of the week's answers it stands for: channel and urgency.
  stratum text not null,
  message_id bigint not null,
  received_at timestamptz not null,
  conversation_id bigint not null references conversation (id),
  -- Who wrote the answer, so that nobody judges their own.
  author_id bigint references employee (id),
  unique (round_id, place),
  unique (round_id, message_id)
);
create index quality_item_message on quality_item (message_id);
grant select, insert, update on quality_item to :"app";
comment on table quality_item is 'personal: colleagues';
-- 0 not, 1 partly, 2 good. `nth` 1 and 2: the two who looked, apart; 0: what they agreed on afterwards.
create table quality_score (
  id bigint generated always as identity primary key,
  item_id bigint not null references quality_item (id),
  nth smallint not null check (nth between 0 and 2),
  employee_id bigint not null references employee (id),
  substance smallint not null check (substance between 0 and 2),
  voice smallint not null check (voice between 0 and 2),
  correctness smallint not null check (correctness between 0 and 2),
  language smallint not null check (language between 0 and 2),
  closure smallint not null check (closure between 0 and 2),
  scored_at timestamptz not null,
  unique (item_id, nth)
);
create unique index quality_score_once on quality_score (item_id, employee_id) where nth > 0;
grant select, insert on quality_score to :"app";
comment on table quality_score is 'personal: colleagues';
-- What the two say to each other where they differ.
create table quality_talk (
  id bigint generated always as identity primary key,
  item_id bigint not null references quality_item (id),
  employee_id bigint not null references employee (id),
  text text not null check (length(text) between 1 and 2000),
  said_at timestamptz not null
);
create index quality_talk_item on quality_talk (item_id, id);
grant select, insert, delete on quality_talk to :"app";
alter table quality_talk enable row level security;
alter table quality_talk force row level security;
create policy owner_reads_all on quality_talk to :"owner" using (true) with check (true);
create policy purpose_declared on quality_talk to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

-- A screen on the wall that shows figures without anybody signed in, by an address that can be taken back.
create table display (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  name text not null check (length(name) between 1 and 60),
  token_hash text not null unique,
  -- Of these queues; made from what its maker may see.
  queue_ids bigint[] not null,
  made_at timestamptz not null,
  made_by bigint references employee (id),
  seen_at timestamptz,
  revoked_at timestamptz,
  revoked_by bigint references employee (id)
);
grant select, insert, update on display to :"app";
comment on table display is 'personal: colleagues';
