-- How often something was done under a grant with a cap, per local day. Written by the acts that are counted.
create table capability_use (
  grant_key text not null,
  day date not null,
  uses integer not null check (uses > 0),
  primary key (grant_key, day)
);
grant select, insert, update on capability_use to :"app";

-- What somebody says is wrong about a text of the house: its owner hears of it, mends it or not, and thanks.
create table remark (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  kind text not null check (kind in ('criterion', 'template', 'rule', 'course', 'lesson')),
  about text not null,
  said text not null,
  made_at timestamptz not null,
  made_by bigint not null references employee (id),
  decided_at timestamptz,
  decided_by bigint references employee (id),
  mended boolean,
  answer text,
  check ((decided_at is null) = (mended is null))
);
create index remark_open on remark (id) where decided_at is null;
create index remark_about on remark (kind, about);
grant select, insert, update on remark to :"app";
comment on table remark is 'personal: colleagues';

-- What is counted per day counts two things more (asked of us, and answered): every kept day is counted again.
delete from rolled_day;
delete from interval_day;
