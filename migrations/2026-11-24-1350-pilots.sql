-- A pilot with a plan. `state` follows `pilot_step`, which one act writes; what a pilot went through is never edited.
create table pilot (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  template text,
  area text not null check (area in ('experience', 'conversation', 'content', 'collaboration')),
  title text not null,
  goal text not null,
  state text not null check (state in ('idea', 'fitted', 'planned', 'running', 'deciding', 'kept', 'stopped', 'dropped')),
  phase smallint not null default 0 check (phase between 0 and 3),
  owner_id bigint references employee (id),
  sponsor_id bigint references employee (id),
  department_id bigint references department (id),
  capabilities text[] not null,
  fit jsonb,
  plan jsonb,
  scope jsonb,
  phase_started_at timestamptz,
  ends_on date,
  extended boolean not null default false,
  created_at timestamptz not null,
  created_by bigint references employee (id),
  check ((state in ('running', 'deciding', 'kept')) <= (phase > 0 and scope is not null and plan is not null))
);
grant select, insert, update on pilot to :"app";

create table pilot_step (
  id bigint generated always as identity primary key,
  pilot_id bigint not null references pilot (id),
  seq integer not null,
  act text not null,
  from_state text,
  to_state text not null,
  phase smallint not null,
  at timestamptz not null,
  by bigint references employee (id),
  why text,
  facts jsonb not null default '{}',
  unique (pilot_id, seq)
);
create index pilot_step_widening on pilot_step (at) where act in ('start', 'scale');
grant select, insert on pilot_step to :"app";

-- One week of one figure: of the pilot itself, of what lies beside it and did not change, or of a group held apart by lot.
create table pilot_figure (
  pilot_id bigint not null references pilot (id),
  metric text not null,
  side text not null check (side in ('pilot', 'beside', 'holdout')),
  week date not null,
  n double precision not null check (n >= 0),
  value double precision not null,
  spread double precision,
  entered boolean not null default false,
  noted_at timestamptz not null,
  noted_by bigint references employee (id),
  primary key (pilot_id, metric, side, week)
);
grant select, insert, update on pilot_figure to :"app";

create table pilot_cost (
  id bigint generated always as identity primary key,
  pilot_id bigint not null references pilot (id),
  kind text not null check (kind in ('hours', 'tools', 'media', 'incentives', 'platform')),
  euros numeric(12, 2) not null check (euros >= 0),
  spent_on date not null,
  what text not null,
  noted_at timestamptz not null,
  noted_by bigint references employee (id)
);
create index pilot_cost_of on pilot_cost (pilot_id);
grant select, insert on pilot_cost to :"app";

create table pilot_lesson (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  pilot_id bigint not null references pilot (id),
  learned text not null,
  otherwise text not null,
  noted_at timestamptz not null,
  noted_by bigint references employee (id)
);
create index pilot_lesson_of on pilot_lesson (pilot_id);
grant select, insert on pilot_lesson to :"app";

-- The organisation's own templates, beside the twenty of the library.
create table pilot_template (
  id bigint generated always as identity primary key,
  key text not null unique,
  body jsonb not null,
  from_pilot bigint references pilot (id),
  made_at timestamptz not null,
  made_by bigint references employee (id),
  retired_at timestamptz,
  retired_by bigint references employee (id)
);
grant select, insert, update on pilot_template to :"app";

-- Questions about the culture. Who answered is kept apart from what was answered, and answers are only counted.
create table culture_round (
  id bigint generated always as identity primary key,
  opened_at timestamptz not null,
  opened_by bigint references employee (id),
  closes_at timestamptz not null
);
grant select, insert, update on culture_round to :"app";
create table culture_answered (
  round_id bigint not null references culture_round (id),
  employee_id bigint not null references employee (id),
  primary key (round_id, employee_id)
);
grant select, insert on culture_answered to :"app";
create table culture_count (
  round_id bigint not null references culture_round (id),
  department_id bigint references department (id),
  item text not null,
  value smallint not null check (value between 1 and 5),
  answers integer not null check (answers > 0),
  unique nulls not distinct (round_id, department_id, item, value)
);
grant select, insert, update on culture_count to :"app";

alter table capability_grant add column pilot_id bigint references pilot (id);
alter table capability_grant add column ended_why text;
create index capability_grant_now on capability_grant (id) where ended_at is null;

-- Answering was on at all hours, whatever the grant said: from now on a scope is kept, so it says what was so.
update capability_grant set scope = '{}'
where key = 'answering' and basis = 'no_pilot_yet' and ended_at is null;
