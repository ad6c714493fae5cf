-- "You said, we did": what people told us and what came of it, in the words of colleagues. For everybody to read.
create table heard (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  words jsonb not null,
  done_on date not null,
  made_at timestamptz not null,
  made_by bigint not null references employee (id),
  hidden_at timestamptz,
  hidden_by bigint references employee (id)
);
create index heard_shown on heard (done_on desc, id desc) where hidden_at is null;
grant select, insert, update on heard to :"app";

-- Where it was said. Numbers only.
create table heard_source (
  heard_id bigint not null references heard (id),
  conversation_id bigint not null references conversation (id),
  primary key (heard_id, conversation_id)
);
create index heard_source_conversation on heard_source (conversation_id);
grant select, insert, delete on heard_source to :"app";

-- How many people's data were used for a purpose in a month, counted each night for the public page; never fewer than
-- ten are named there.
create table use_count (
  month date not null,
  purpose text not null,
  people integer not null,
  primary key (month, purpose)
);
grant select, insert, update on use_count to :"app";
