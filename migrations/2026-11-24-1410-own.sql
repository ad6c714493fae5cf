-- The way back in of a colleague who forgot the password: a link that works once, for half an hour. Only its hash is kept,
-- and who made it.
create table password_link (
  token_hash text primary key,
  employee_id bigint not null references employee (id),
  asked_by text not null check (asked_by in ('self', 'administrator', 'server')),
  made_at timestamptz not null,
  made_by bigint references employee (id),
  expires_at timestamptz not null,
  used_at timestamptz,
  ended_at timestamptz
);
create index password_link_employee on password_link (employee_id, made_at desc);
grant select, insert, update, delete on password_link to :"app";
comment on table password_link is 'personal: colleagues';

-- Somebody typed an address and asks for such a link. Known or not, the answer is the same and costs the same; a job finds
-- out, mails, and takes the row away.
create table password_request (
  id bigint generated always as identity primary key,
  email text not null check (length(email) <= 254),
  locale text not null check (locale in ('nl', 'en')),
  made_at timestamptz not null
);
grant select, insert, delete on password_request to :"app";
comment on table password_request is 'personal: colleagues';

-- Why somebody looked at a customer without a conversation that asks for it: asked once a day for each customer. person_id
-- null: a file with many of them, whose kind stands in what.
create table customer_look (
  id bigint generated always as identity primary key,
  person_id bigint references person (id),
  what text,
  employee_id bigint references employee (id),
  department_id bigint references department (id),
  key_id bigint references api_key (id),
  day date not null,
  reason text not null,
  words text check (length(words) <= 1000),
  at timestamptz not null,
  check ((person_id is null) = (what is not null))
);
create unique index customer_look_once on customer_look
  (coalesce(person_id, 0), coalesce(what, ''), coalesce(employee_id, 0), coalesce(key_id, 0), day);
create index customer_look_day on customer_look (day desc, id desc);
create index customer_look_person on customer_look (person_id, day desc) where person_id is not null;
grant select, insert, update, delete on customer_look to :"app";

alter table customer_look enable row level security;
alter table customer_look force row level security;
create policy owner_reads_all on customer_look to :"owner" using (true) with check (true);
create policy purpose_declared on customer_look to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

-- A week of looks that the data manager went through.
create table look_review (
  week date primary key,
  looks integer not null,
  remark text not null check (length(remark) <= 2000),
  reviewed_at timestamptz not null,
  reviewed_by bigint references employee (id)
);
grant select, insert, update on look_review to :"app";

-- The day on which somebody who is treated as a minor comes of age, where that was shown: then it ends by itself.
alter table person_flag add column of_age_on date;
create index person_flag_of_age on person_flag (of_age_on) where of_age_on is not null;
