-- An organisation's own names for how something stands, within the five states that Polder works by.
create table substate (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  state text not null check (state in ('new', 'open', 'waiting', 'snoozed', 'done')),
  name text not null check (length(name) between 1 and 60),
  made_at timestamptz not null,
  made_by bigint references employee (id),
  retired_at timestamptz,
  retired_by bigint references employee (id)
);
create unique index substate_name on substate (state, lower(name)) where retired_at is null;
grant select, insert, update on substate to :"app";

-- Labels that colleagues put on conversations, as a tree.
create table inbox_label (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  parent_id bigint references inbox_label (id),
  name text not null check (length(name) between 1 and 60),
  made_at timestamptz not null,
  made_by bigint references employee (id),
  retired_at timestamptz,
  retired_by bigint references employee (id)
);
create unique index inbox_label_name on inbox_label (coalesce(parent_id, 0), lower(name)) where retired_at is null;
grant select, insert, update on inbox_label to :"app";

create table conversation_label (
  id bigint generated always as identity primary key,
  conversation_id bigint not null references conversation (id),
  label_id bigint not null references inbox_label (id),
  put_at timestamptz not null,
  put_by bigint references employee (id),
  taken_at timestamptz,
  taken_by bigint references employee (id)
);
create unique index conversation_label_standing on conversation_label (conversation_id, label_id) where taken_at is null;
create index conversation_label_label on conversation_label (label_id, conversation_id) where taken_at is null;
grant select, insert, update on conversation_label to :"app";

-- merged_into_id: where its messages stand now. Who opens it is shown that one; nothing new is placed here.
alter table conversation add column merged_into_id bigint references conversation (id),
  add column substate_id bigint references substate (id);
create index conversation_merged on conversation (merged_into_id) where merged_into_id is not null;

-- snoozed_until: 'infinity' when no moment wakes it but something that happens. label_ids repeats conversation_label.
alter table conversation_open add column snoozed_until timestamptz,
  add column substate_id bigint,
  add column label_ids bigint[] not null default '{}';
drop index conversation_open_todo;
create index conversation_open_todo on conversation_open (queue_id, last_message_at desc, conversation_id desc)
  include (person_id) where state <> 'waiting' and fold_id is null and snoozed_until is null;
drop index conversation_open_unassigned;
create index conversation_open_unassigned on conversation_open (queue_id, last_message_at desc, conversation_id desc)
  include (person_id) where state <> 'waiting' and assignee_id is null and fold_id is null and snoozed_until is null;
drop index conversation_open_waiting;
create index conversation_open_waiting on conversation_open (queue_id, last_message_at desc, conversation_id desc)
  include (person_id) where state = 'waiting' and snoozed_until is null;
drop index conversation_open_mine;
create index conversation_open_mine on conversation_open (assignee_id, last_message_at desc, conversation_id desc)
  include (person_id, queue_id) where assignee_id is not null and snoozed_until is null;
create index conversation_open_snoozed on conversation_open (queue_id, last_message_at desc, conversation_id desc)
  include (person_id) where snoozed_until is not null;
create index conversation_open_labels on conversation_open using gin (label_ids) where label_ids <> '{}';

-- A conversation that is out of sight for a while. Every snooze ends when the customer writes; seq_then tells what
-- stood there when it began. piece: the order, invoice or delivery that is waited for, and how that stood then.
create table snooze (
  id bigint generated always as identity primary key,
  conversation_id bigint not null references conversation (id),
  snoozed_at timestamptz not null,
  snoozed_by bigint references employee (id),
  until_at timestamptz,
  piece text,
  piece_state text,
  seq_then integer not null,
  woken_at timestamptz,
  woken_by bigint references employee (id),
  woken_why text check (woken_why in ('time', 'reply', 'order', 'colleague', 'closed')),
  check ((piece is null) = (piece_state is null)),
  check ((woken_at is null) = (woken_why is null))
);
create unique index snooze_running on snooze (conversation_id) where woken_at is null;
create index snooze_due on snooze (until_at) where woken_at is null and until_at is not null;
create index snooze_piece on snooze (piece) where woken_at is null and piece is not null;
create index snooze_conversation on snooze (conversation_id, id);
grant select, insert, update on snooze to :"app";

-- What was done with one conversation or with many at once, so that it can be undone at once. before and after hold
-- numbers and states only. by is empty for programs.
create table conversation_act (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  kind text not null check (kind in ('merge', 'split', 'queue', 'snooze', 'wake', 'assign', 'close', 'label', 'unlabel', 'substate')),
  conversations integer not null,
  at timestamptz not null,
  by bigint references employee (id),
  undone_at timestamptz,
  undone_by bigint references employee (id),
  check (undone_by is null or undone_at is not null)
);
create index conversation_act_by on conversation_act (by, at desc);
grant select, insert, update on conversation_act to :"app";

-- other_id: of a merge where the messages went, of a split where they came from.
create table conversation_act_part (
  id bigint generated always as identity primary key,
  act_id bigint not null references conversation_act (id),
  conversation_id bigint not null references conversation (id),
  other_id bigint references conversation (id),
  before jsonb not null,
  after jsonb not null,
  undone boolean
);
create unique index conversation_act_part_act on conversation_act_part (act_id, conversation_id);
create index conversation_act_part_conversation on conversation_act_part (conversation_id, id);
create index conversation_act_part_other on conversation_act_part (other_id, id) where other_id is not null;
grant select, insert, update on conversation_act_part to :"app";

create table conversation_act_item (
  act_id bigint not null references conversation_act (id),
  message_id bigint not null,
  seq_before integer not null,
  primary key (act_id, message_id)
);
grant select, insert on conversation_act_item to :"app";

-- A public conversation that goes on in private. private_id: the conversation in which it does, once there is one.
create table private_move (
  id bigint generated always as identity primary key,
  public_id bigint not null references conversation (id),
  made_at timestamptz not null,
  made_by bigint references employee (id),
  private_id bigint references conversation (id),
  linked_at timestamptz,
  ended_at timestamptz
);
create unique index private_move_running on private_move (public_id) where ended_at is null;
create index private_move_private on private_move (private_id) where private_id is not null;
create index private_move_open on private_move (made_at) where private_id is null and ended_at is null;
grant select, insert, update on private_move to :"app";

-- A question to the inbox under a name: for one colleague, a department, or everybody.
create table saved_view (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  name text not null check (length(name) between 1 and 60),
  audience text not null check (audience in ('own', 'team', 'all')),
  employee_id bigint not null references employee (id),
  department_id bigint references department (id),
  filter jsonb not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  ended_by bigint references employee (id),
  check ((audience = 'team') = (department_id is not null))
);
create index saved_view_shown on saved_view (audience, department_id) where ended_at is null;
create index saved_view_employee on saved_view (employee_id) where ended_at is null;
grant select, insert, update on saved_view to :"app";
comment on table saved_view is 'personal: colleagues';
