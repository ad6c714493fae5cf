-- What modules count per day, kept so that years of messages are read as days. Written by the roll-up alone.
create table interval_day (
  day date not null,
  department_id bigint not null default 0,
  -- Names of the counts: see conversations/measuring/interval-days.ts.
  counts jsonb not null,
  -- Per clock the first answers: buckets of two per cent wide, and how many lie in each.
  hours_buckets integer[] not null,
  hours_numbers integer[] not null,
  clock_buckets integer[] not null,
  clock_numbers integer[] not null,
  primary key (day, department_id)
);
create table depth_day (
  day date primary key,
  replied integer not null,
  deep integer not null
);
create table speech_day (
  day date not null,
  account_id bigint not null references channel_account (id),
  -- The number of a colleague, else the name that the channel gave, else the account itself.
  who text not null,
  employee_id bigint references employee (id),
  department_id bigint not null default 0,
  replies integer not null,
  posts integer not null,
  public_replies integer not null,
  public_posts integer not null,
  notes integer not null,
  registered integer not null,
  judged integer not null,
  maverick integer not null,
  empowered integer not null,
  primary key (day, account_id, who, department_id)
);
create table contact_day (
  day date not null,
  one_id bigint not null references employee (id),
  other_id bigint not null references employee (id),
  contacts integer not null,
  primary key (day, one_id, other_id),
  check (one_id < other_id)
);
create table heard_day (
  day date not null,
  account_id bigint not null references channel_account (id),
  heard integer not null,
  classified integer not null,
  recorded integer not null,
  known integer not null,
  primary key (day, account_id)
);
-- States that cannot be counted again afterwards: as they were at the end of a day.
create table state_day (
  day date not null,
  code text not null,
  k bigint not null,
  n bigint not null,
  primary key (code, day)
);
create table rolled_day (
  day date primary key,
  rolled_at timestamptz not null
);
create table roll_watch (
  one boolean primary key default true check (one),
  -- The newest message at the last run and at the one before: what was still being written then is looked at twice.
  seen_id bigint not null default 0,
  former_id bigint not null default 0,
  -- The oldest day that changed since the last evaluation of weeks.
  changed_from date
);
insert into roll_watch default values;
grant select, insert, update, delete on interval_day, depth_day, speech_day, contact_day, heard_day, state_day, rolled_day
  to :"app";
grant select, update on roll_watch to :"app";
create index assignment_conversation on assignment (conversation_id, assigned_at);
create index conversation_item_note on conversation_item (sent_at) where kind = 'note';

-- One row per colleague and day on which a figure, a list of them or the board's letter was opened.
create table insight_use (
  employee_id bigint not null references employee (id),
  day date not null,
  kind text not null,
  first_at timestamptz not null,
  primary key (employee_id, day, kind)
);
grant select, insert on insight_use to :"app";

-- What is aimed at: with an owner, a figure and a target.
create table plan_line (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  year integer not null check (year between 2000 and 2200),
  name text not null,
  unit text not null,
  owner_id bigint references employee (id),
  made_at timestamptz not null,
  made_by bigint references employee (id),
  ended_at timestamptz
);
create table plan_period (
  id bigint generated always as identity primary key,
  plan_line_id bigint not null references plan_line (id),
  -- First day of the month it is about.
  period date not null,
  forecast double precision,
  actual double precision,
  said_at timestamptz not null,
  said_by bigint references employee (id)
);
create index plan_period_line on plan_period (plan_line_id, period, id);
create table goal (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  name text not null,
  why text not null,
  c text not null check (c in ('experience', 'conversation', 'content', 'collaboration')),
  department_id bigint references department (id),
  owner_id bigint references employee (id),
  kpi text,
  unit text,
  result_type text not null check (result_type in ('satisfaction', 'revenue', 'efficiency', 'nps', 'brand', 'channel')),
  direction text not null check (direction in ('higher', 'lower')),
  baseline double precision,
  target double precision,
  due_on date,
  plan_line_id bigint references plan_line (id),
  made_at timestamptz not null,
  made_by bigint references employee (id),
  ended_at timestamptz,
  ended_by bigint references employee (id),
  ended_why text
);
create table goal_value (
  id bigint generated always as identity primary key,
  goal_id bigint not null references goal (id),
  on_day date not null,
  value double precision not null,
  -- The 90 % interval, when it is an estimate.
  low double precision,
  high double precision,
  said_at timestamptz not null,
  said_by bigint references employee (id)
);
create index goal_value_goal on goal_value (goal_id, on_day, id);
grant select, insert, update on plan_line, goal to :"app";
grant select, insert on plan_period, goal_value to :"app";

-- A criterion as this organisation judges by it, when it chose otherwise than what Polder brings. Older ones stay.
create table criterion_version (
  criterion text not null,
  version integer not null,
  parts jsonb not null,
  why text not null,
  basis_ref text not null,
  made_at timestamptz not null,
  made_by bigint references employee (id),
  -- Whether the past was judged by it too, on request.
  history_at timestamptz,
  primary key (criterion, version)
);
grant select, insert, update on criterion_version to :"app";

-- Every weekly evaluation. Department 0 is the whole organisation.
create table journey_week (
  department_id bigint not null default 0,
  as_of timestamptz not null,
  evaluated_at timestamptz not null,
  proven smallint not null,
  possible smallint not null,
  phase smallint not null,
  coverage real not null,
  certainty real not null,
  freshness real not null,
  class text not null check (class in ('high', 'medium', 'low')),
  frozen text check (frozen in ('declared', 'source')),
  primary key (department_id, as_of)
);
create table journey_judgement (
  department_id bigint not null default 0,
  criterion text not null,
  version integer not null,
  as_of timestamptz not null,
  state text not null check (state in ('met', 'not_met', 'unknown')),
  reading text not null check (reading in ('up', 'down', 'between', 'unknown', 'frozen')),
  up smallint not null,
  down smallint not null,
  unknown smallint not null,
  seen smallint not null,
  round text,
  why text not null,
  indicator text,
  value double precision,
  n bigint,
  low double precision,
  high double precision,
  primary key (department_id, criterion, version, as_of)
);
create index journey_judgement_week on journey_judgement (department_id, as_of);
create table journey_event (
  id bigint generated always as identity primary key,
  department_id bigint not null default 0,
  as_of timestamptz not null,
  kind text not null check (kind in ('stage_gained', 'stage_lost', 'wavering', 'steady', 'source_lost', 'source_back')),
  data jsonb not null,
  told_at timestamptz,
  unique (department_id, as_of, kind)
);
create table journey_freeze (
  id bigint generated always as identity primary key,
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  why text not null,
  made_at timestamptz not null,
  made_by bigint references employee (id),
  ended_at timestamptz,
  ended_by bigint references employee (id)
);
grant select, insert, update, delete on journey_week, journey_judgement, journey_event to :"app";
grant select, insert, update on journey_freeze to :"app";

create table process_area (
  key text primary key,
  owner_id bigint references employee (id),
  tool text,
  rule_id bigint references rule_document (id),
  goal_id bigint references goal (id),
  out_of_scope_why text,
  tests jsonb not null default '[]',
  changed_at timestamptz not null,
  changed_by bigint references employee (id)
);
grant select, insert, update on process_area to :"app";

create table ambition (
  id bigint generated always as identity primary key,
  model text not null check (model in ('journey', 'roadmap')),
  level smallint not null check (level between 1 and 5),
  by_on date not null,
  mode text not null check (mode in ('grow', 'hold')),
  why text not null,
  decided_by bigint references employee (id),
  decided_at timestamptz not null,
  review_on date not null,
  per_c jsonb not null default '{}',
  per_department jsonb not null default '{}',
  ended_at timestamptz
);
create unique index ambition_running on ambition ((true)) where ended_at is null;
grant select, insert, update on ambition to :"app";

create table team_member (
  id bigint generated always as identity primary key,
  employee_id bigint not null references employee (id),
  from_on date not null,
  until_on date,
  made_by bigint references employee (id)
);
create table team_decision (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  decided_on date not null,
  decision text not null,
  why text not null,
  made_at timestamptz not null,
  made_by bigint references employee (id)
);
grant select, insert, update on team_member to :"app";
grant select, insert on team_decision to :"app";

create table assessment_round (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  opened_at timestamptz not null,
  opened_by bigint references employee (id),
  closes_on date not null,
  closed_at timestamptz,
  closed_by bigint references employee (id)
);
-- Who was asked and whether they answered; never what.
create table assessment_invitation (
  id bigint generated always as identity primary key,
  round_id bigint not null references assessment_round (id),
  employee_id bigint not null references employee (id),
  role text not null check (role in ('director', 'manager', 'frontline', 'support')),
  token_hash text not null unique,
  invited_at timestamptz not null,
  answered_on date,
  unique (round_id, employee_id)
);
-- What was answered; never by whom. The number of a sheet says nothing about who filled it in.
create table assessment_sheet (
  id uuid primary key,
  round_id bigint not null references assessment_round (id),
  role text not null check (role in ('director', 'manager', 'frontline', 'support')),
  answers jsonb not null
);
create index assessment_sheet_round on assessment_sheet (round_id);
grant select, insert, update on assessment_round, assessment_invitation to :"app";
grant select, insert on assessment_sheet to :"app";

-- Small evidence of change work, each a dated note of its own kind.
create table journey_note (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  kind text not null check (kind in ('intake', 'obstacle', 'opportunity', 'interview', 'checklist', 'introduction',
    'site', 'outside')),
  about text not null,
  said jsonb not null,
  made_at timestamptz not null,
  made_by bigint references employee (id),
  ended_at timestamptz
);
create index journey_note_kind on journey_note (kind, about) where ended_at is null;
grant select, insert, update on journey_note to :"app";

comment on table speech_day is 'personal: colleagues';
comment on table contact_day is 'personal: colleagues';
comment on table insight_use is 'personal: colleagues';
comment on table team_member is 'personal: colleagues';
comment on table assessment_invitation is 'personal: colleagues';
