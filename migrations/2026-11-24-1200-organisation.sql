-- Departments come aboard and end; they are never deleted, because figures of the past name them.
alter table department add column boarded_on date;
alter table department add column ended_at timestamptz;
-- ended_by names no foreign key: employees belong to departments, and tables must not refer to each other in a circle,
-- or a backup could not be put back.
alter table department add column ended_by bigint;

-- Every name a department had leads to it: a file that still says the old one makes no second department.
create table department_alias (
  key text primary key,
  department_id bigint not null references department (id)
);
create index department_alias_department on department_alias (department_id);
grant select, insert on department_alias to :"app";

-- What somebody speaks and knows: for finding the right colleague.
alter table employee add column languages text[] not null default '{}';
alter table employee add column skills text[] not null default '{}';

-- A colleague comes in by a link that works once, for a week. Only its hash is kept.
create table invitation (
  token_hash text primary key,
  employee_id bigint not null references employee (id),
  made_at timestamptz not null,
  made_by bigint references employee (id),
  expires_at timestamptz not null,
  used_at timestamptz,
  ended_at timestamptz
);
create index invitation_employee on invitation (employee_id);
grant select, insert, update on invitation to :"app";

-- Who may do what on which channel about which topic; null is every one. Ended, not deleted: an answer of last year
-- must be explained by what held then.
create table mandate (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  employee_id bigint not null references employee (id),
  channel text,
  topic text,
  "right" text not null check ("right" in ('read', 'draft', 'send', 'approve')),
  from_on date not null,
  until_on date check (until_on >= from_on),
  granted_at timestamptz not null,
  granted_by bigint references employee (id),
  ended_at timestamptz,
  ended_by bigint references employee (id),
  -- Put back under the roles: this row says nothing about the colleague any more.
  released_at timestamptz,
  released_by bigint references employee (id)
);
create index mandate_employee on mandate (employee_id) where released_at is null;
grant select, insert, update on mandate to :"app";

-- House rules: documents with versions that are never edited.
create table rule_document (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  made_at timestamptz not null,
  made_by bigint references employee (id),
  ended_at timestamptz,
  ended_by bigint references employee (id)
);
grant select, insert, update on rule_document to :"app";
create table rule_version (
  id bigint generated always as identity primary key,
  document_id bigint not null references rule_document (id),
  version integer not null,
  words jsonb not null,
  holds_from date not null,
  review_on date not null,
  published_at timestamptz not null,
  published_by bigint references employee (id),
  unique (document_id, version)
);
grant select, insert on rule_version to :"app";
-- Said once, never taken back: a new version asks anew.
create table rule_acknowledgement (
  version_id bigint not null references rule_version (id),
  employee_id bigint not null references employee (id),
  acknowledged_at timestamptz not null,
  locale text not null check (locale in ('nl', 'en')),
  primary key (version_id, employee_id)
);
create index rule_acknowledgement_employee on rule_acknowledgement (employee_id);
grant select, insert on rule_acknowledgement to :"app";

-- "Answer or not", as data. The newest one that is not withdrawn stands beside the composer.
create table decision_tree (
  id bigint generated always as identity primary key,
  version integer not null unique,
  nodes jsonb not null,
  published_at timestamptz not null,
  published_by bigint references employee (id),
  withdrawn_at timestamptz,
  withdrawn_by bigint references employee (id)
);
grant select, insert, update on decision_tree to :"app";

create table course (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  made_at timestamptz not null,
  made_by bigint references employee (id),
  ended_at timestamptz,
  ended_by bigint references employee (id)
);
grant select, insert, update on course to :"app";
create table course_version (
  id bigint generated always as identity primary key,
  course_id bigint not null references course (id),
  version integer not null,
  words jsonb not null,
  questions jsonb not null,
  pass_share real not null check (pass_share > 0 and pass_share <= 1),
  valid_months integer not null check (valid_months between 1 and 60),
  -- Whoever answers customers needs it.
  needed boolean not null,
  published_at timestamptz not null,
  published_by bigint references employee (id),
  unique (course_id, version)
);
grant select, insert on course_version to :"app";
-- Whether a test was passed and no more: which answers were wrong is between the colleague and the page.
create table course_attempt (
  id bigint generated always as identity primary key,
  version_id bigint not null references course_version (id),
  employee_id bigint not null references employee (id),
  taken_at timestamptz not null,
  passed boolean not null
);
create index course_attempt_employee on course_attempt (employee_id, version_id);
grant select, insert on course_attempt to :"app";
create table certificate (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  course_id bigint not null references course (id),
  version_id bigint not null references course_version (id),
  employee_id bigint not null references employee (id),
  gained_at timestamptz not null,
  expires_at timestamptz not null
);
create index certificate_employee on certificate (employee_id, course_id, expires_at desc);
grant select, insert on certificate to :"app";

-- What is about a colleague is personal too; the module says in places.ts what becomes of it.
comment on table invitation is 'personal: colleagues';
comment on table mandate is 'personal: colleagues';
comment on table rule_acknowledgement is 'personal: colleagues';
comment on table course_attempt is 'personal: colleagues';
comment on table certificate is 'personal: colleagues';
