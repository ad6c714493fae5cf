-- Written for psql and for Polder's own runner: :"app" is the weak login, :"owner" the role that migrates.

grant usage on schema public to :"app";

-- One append-only table of all that happened. A reader goes by (xid, seq) and stops below the oldest running
-- transaction: a sequence number alone may commit late and would be passed over.
create table event (
  seq bigint generated always as identity,
  at timestamptz not null,
  xid xid8 not null default pg_current_xact_id(),
  verb text not null,
  actor_kind text not null check (actor_kind in ('employee', 'system', 'key')),
  actor_id text,
  subject_kind text not null,
  subject_id bigint,
  data jsonb not null default '{}',
  caused_by bigint,
  primary key (seq, at)
) partition by range (at);
create index event_order on event (xid, seq);
create index event_subject on event (subject_kind, subject_id, seq);
grant select, insert on event to :"app";

-- How far each reaction has read. The row is locked while it works, so two workers never do the same event.
create table event_cursor (
  reaction text primary key,
  xid xid8 not null default '0',
  seq bigint not null default 0,
  moved_at timestamptz not null default now()
);
grant select, insert, update on event_cursor to :"app";

-- An event that a reaction could not handle after several tries: kept, visible, and out of the way of the rest.
create table event_failure (
  id bigint generated always as identity primary key,
  reaction text not null,
  event_seq bigint not null,
  error text not null,
  failed_at timestamptz not null,
  settled_at timestamptz,
  unique (reaction, event_seq)
);
grant select, insert, update on event_failure to :"app";

create table idempotency (
  actor text not null,
  key text not null,
  request_hash text not null,
  status smallint,
  response jsonb,
  created_at timestamptz not null,
  primary key (actor, key)
);
create index idempotency_age on idempotency (created_at);
grant select, insert, update, delete on idempotency to :"app";

-- Makes the monthly partitions of every table that is divided by month, from the month of `first` on.
-- The weak role may not create tables; it may call this.
create function make_partitions(first date, months integer) returns integer
language plpgsql security definer set search_path = public, pg_temp set timezone = 'UTC' as $$
declare
  parent text;
  month date;
  made integer := 0;
  child text;
begin
  for parent in
    select c.relname from pg_partitioned_table p join pg_class c on c.oid = p.partrelid
    where c.relnamespace = 'public'::regnamespace order by c.relname
  loop
    for i in 0 .. months - 1 loop
      month := (date_trunc('month', first) + make_interval(months => i))::date;
      child := format('%s_%s', parent, to_char(month, 'YYYY_MM'));
      if to_regclass('public.' || quote_ident(child)) is null then
        execute format('create table %I partition of %I for values from (%L) to (%L)',
          child, parent, month, (month + interval '1 month')::date);
        made := made + 1;
      end if;
    end loop;
  end loop;
  return made;
end $$;
revoke all on function make_partitions(date, integer) from public;
grant execute on function make_partitions(date, integer) to :"app";
