-- How long things took is kept as bytes, four for each bucket: eleven bits say which, twenty-one how many. A report over
-- a year reads millions of buckets, and to take those apart in the database took ten times as long as to read them.
alter table report_wait add column spread bytea;
update report_wait set spread = coalesce((select string_agg(int4send((bucket << 21) | n), ''::bytea order by bucket)
  from unnest(buckets, numbers) as b (bucket, n)), ''::bytea);
alter table report_wait alter column spread set not null, drop column buckets, drop column numbers;
alter table report_colleague add column spread bytea;
update report_colleague set spread = coalesce((select string_agg(int4send((bucket << 21) | n), ''::bytea order by bucket)
  from unnest(buckets, numbers) as b (bucket, n)), ''::bytea);
alter table report_colleague alter column spread set not null, drop column buckets, drop column numbers;

-- The hours of a day together: what the figures of a long period are added up from.
create table report_count (
  day date not null,
  queue_id bigint not null references queue (id),
  account_id bigint not null references channel_account (id),
  asked integer not null,
  excluded integer not null,
  answered integer not null,
  addressed integer not null,
  addressed_answered integer not null,
  in_hours integer not null,
  within_hour integer not null,
  outside integer not null,
  outside_answered integer not null,
  outside_soon integer not null,
  norm_kept integer not null,
  norm_late integer not null,
  messages integer not null,
  answers integer not null,
  started integer not null,
  closed integer not null,
  primary key (day, queue_id, account_id)
);
insert into report_count
select (h.hour at time zone o.timezone)::date, h.queue_id, h.account_id, sum(asked), sum(excluded), sum(answered),
  sum(addressed), sum(addressed_answered), sum(in_hours), sum(within_hour), sum(outside), sum(outside_answered),
  sum(outside_soon), sum(norm_kept), sum(norm_late), sum(messages), sum(answers), sum(started), sum(closed)
from report_hour h cross join organisation o group by 1, 2, 3;
grant select, insert, update, delete on report_count to :"app";

-- Months that have passed and of which every day was counted, added up. When a day of such a month is counted anew the
-- month goes, with all of it, until it is added up again; meanwhile its days are read.
create table report_month (
  month date primary key check (extract(day from month) = 1)
);
create table report_month_wait (
  month date not null references report_month (month) on delete cascade,
  queue_id bigint not null references queue (id),
  account_id bigint not null references channel_account (id),
  kind text not null,
  spread bytea not null,
  primary key (month, queue_id, account_id, kind)
);
create table report_month_reason (
  month date not null references report_month (month) on delete cascade,
  queue_id bigint not null references queue (id),
  account_id bigint not null references channel_account (id),
  kind text not null,
  key text not null,
  n integer not null,
  primary key (month, queue_id, account_id, kind, key)
);
create table report_month_colleague (
  month date not null references report_month (month) on delete cascade,
  employee_id bigint not null references employee (id),
  queue_id bigint not null references queue (id),
  account_id bigint not null references channel_account (id),
  answers integer not null,
  spread bytea not null,
  primary key (month, employee_id, queue_id, account_id)
);
create index report_month_colleague_employee on report_month_colleague (employee_id, month);
comment on table report_month_colleague is 'personal: colleagues';
-- Monday's first hour is 0.
create table report_month_hour (
  month date not null references report_month (month) on delete cascade,
  queue_id bigint not null references queue (id),
  account_id bigint not null references channel_account (id),
  hour_of_week smallint not null,
  asked integer not null,
  answered integer not null,
  outside integer not null,
  outside_answered integer not null,
  outside_soon integer not null,
  primary key (month, queue_id, account_id, hour_of_week)
);
grant select, insert, update, delete on report_month, report_month_wait, report_month_reason, report_month_colleague,
  report_month_hour to :"app";
