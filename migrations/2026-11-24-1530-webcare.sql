-- A rule can tell a colleague that they should look: a notification like any other. rule: which one, by its key.
alter table notification drop constraint notification_kind_check;
alter table notification add constraint notification_kind_check check (kind in ('assigned', 'mentioned', 'replied',
  'approval_asked', 'approval_decided', 'handed_over', 'hand_over_answered', 'due_soon', 'overdue', 'ruled'));
alter table notification add column rule text;

-- A question to the inbox under a name: one's own, of the department, or of everybody. It may name a customer.
create table saved_search (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  name text not null,
  audience text not null check (audience in ('own', 'team', 'all')),
  employee_id bigint not null references employee (id),
  department_id bigint references department (id),
  question jsonb not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  ended_by bigint references employee (id),
  check ((audience = 'team') = (department_id is not null))
);
create index saved_search_employee on saved_search (employee_id) where ended_at is null;
create index saved_search_shared on saved_search (audience, department_id) where ended_at is null and audience <> 'own';
grant select, insert, update, delete on saved_search to :"app";
comment on table saved_search is 'personal: colleagues';

-- By which way a question after closing was asked: a mail with a link, or on the page where the customer reads the
-- conversation (the chat and the form of our own site).
alter table question add column way text not null default 'mail' check (way in ('mail', 'page'));
