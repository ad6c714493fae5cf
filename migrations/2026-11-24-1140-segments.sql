-- A target group: what its members have in common, kept as a question that is asked anew each time. rule: as
-- customers/segments/rule.ts writes it. purpose: what the group may be used for; who does not allow it is not in it.
create table segment (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  name text not null check (length(name) between 1 and 80),
  purpose text not null,
  made_at timestamptz not null,
  made_by bigint references employee (id),
  retired_at timestamptz,
  retired_by bigint references employee (id)
);
create unique index segment_name on segment (lower(name)) where retired_at is null;
grant select, insert, update on segment to :"app";

-- Every rule that a segment had. Append-only; the newest counts. size: how many persons it held when it was last
-- counted, never shown below ten; it tells which groups nearly coincide, so that nobody reads one person off the
-- difference of two.
create table segment_rule (
  id bigint generated always as identity primary key,
  segment_id bigint not null references segment (id),
  rule jsonb not null,
  made_at timestamptz not null,
  made_by bigint references employee (id),
  size integer,
  counted_at timestamptz
);
create index segment_rule_segment on segment_rule (segment_id, id desc);
create index segment_rule_size on segment_rule (size) where size is not null;
grant select, insert, update on segment_rule to :"app";
