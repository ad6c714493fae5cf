-- One organisation per installation.
create table organisation (
  id smallint primary key default 1 check (id = 1),
  name text not null,
  timezone text not null,
  locale text not null check (locale in ('nl', 'en')),
  created_at timestamptz not null,
  set_up_at timestamptz
);
grant select, insert, update on organisation to :"app";

create table department (
  id bigint generated always as identity primary key,
  key text not null unique,
  name text not null,
  created_at timestamptz not null
);
grant select, insert, update on department to :"app";

create table employee (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  user_id text unique references auth."user" ("id"),
  name text not null,
  email text not null,
  department_id bigint references department (id),
  locale text check (locale in ('nl', 'en')),
  created_at timestamptz not null,
  left_at timestamptz
);
create unique index employee_email on employee (lower(email));
grant select, insert, update on employee to :"app";

-- A role is granted within a scope: one department, or (null) the whole organisation.
create table role_grant (
  id bigint generated always as identity primary key,
  employee_id bigint not null references employee (id),
  role text not null check (role in ('administrator', 'colleague', 'director', 'community_manager', 'data_manager')),
  department_id bigint references department (id),
  granted_at timestamptz not null,
  granted_by bigint references employee (id),
  revoked_at timestamptz,
  revoked_by bigint references employee (id)
);
create index role_grant_employee on role_grant (employee_id) where revoked_at is null;
grant select, insert, update on role_grant to :"app";

create table calendar (
  id bigint generated always as identity primary key,
  key text not null unique,
  name text not null
);
-- Versions are never edited: a figure frozen under version 3 can always be explained.
create table calendar_version (
  id bigint generated always as identity primary key,
  calendar_id bigint not null references calendar (id),
  version integer not null,
  hours jsonb not null,
  valid_from timestamptz not null,
  created_by bigint references employee (id),
  unique (calendar_id, version)
);
grant select, insert, update on calendar to :"app";
grant select, insert on calendar_version to :"app";

-- A queue is who works a conversation; a channel account is where it came from. They are not the same.
create table queue (
  id bigint generated always as identity primary key,
  key text not null unique,
  name text not null,
  department_id bigint references department (id),
  calendar_id bigint not null references calendar (id)
);
grant select, insert, update on queue to :"app";

-- The first administrator comes in by a link that is printed once and works once.
create table setup_link (
  token_hash text primary key,
  made_at timestamptz not null,
  used_at timestamptz
);
grant select, insert, update on setup_link to :"app";

create table api_key (
  id bigint generated always as identity primary key,
  prefix text not null unique,
  secret_hash text not null,
  name text not null,
  scopes text[] not null,
  created_at timestamptz not null,
  created_by bigint references employee (id),
  expires_at timestamptz,
  revoked_at timestamptz,
  used_at timestamptz
);
grant select, insert, update on api_key to :"app";
