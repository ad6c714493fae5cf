-- What other systems know: orders, invoices, deliveries. One row per system and its number, so that telling the same
-- thing twice changes nothing. customer_key: the number of the customer over there; person_id follows from it and is
-- empty until that customer is known. Money is whole numbers of the smallest unit (cents) with its currency.
create table customer_order (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  source text not null,
  external_id text not null,
  person_id bigint references person (id),
  customer_key text,
  number text not null,
  state text not null check (state in ('placed', 'confirmed', 'shipped', 'delivered', 'cancelled', 'returned')),
  ordered_at timestamptz not null,
  total_minor bigint,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  refreshed_at timestamptz not null,
  unique (source, external_id)
);
create index customer_order_person on customer_order (person_id, ordered_at desc, id desc);
create index customer_order_number on customer_order (upper(number));
create index customer_order_waiting on customer_order (source, customer_key) where person_id is null;
grant select, insert, update, delete on customer_order to :"app";

create table order_line (
  order_id bigint not null references customer_order (id) on delete cascade,
  position integer not null,
  what text not null,
  quantity numeric not null,
  total_minor bigint,
  primary key (order_id, position)
);
grant select, insert, update, delete on order_line to :"app";

create table invoice (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  source text not null,
  external_id text not null,
  person_id bigint references person (id),
  customer_key text,
  order_key text,
  number text not null,
  state text not null check (state in ('open', 'paid', 'credited', 'cancelled')),
  issued_on date not null,
  due_on date,
  paid_on date,
  total_minor bigint not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  refreshed_at timestamptz not null,
  unique (source, external_id)
);
create index invoice_person on invoice (person_id, issued_on desc, id desc);
create index invoice_number on invoice (upper(number));
create index invoice_waiting on invoice (source, customer_key) where person_id is null;
grant select, insert, update, delete on invoice to :"app";

create table delivery (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  source text not null,
  external_id text not null,
  person_id bigint references person (id),
  customer_key text,
  order_key text,
  number text not null,
  carrier text,
  state text not null check (state in ('planned', 'underway', 'delivered', 'failed', 'returned')),
  promised_on date,
  delivered_at timestamptz,
  told_at timestamptz not null,
  refreshed_at timestamptz not null,
  unique (source, external_id)
);
create index delivery_person on delivery (person_id, told_at desc, id desc);
create index delivery_number on delivery (upper(number));
create index delivery_waiting on delivery (source, customer_key) where person_id is null;
grant select, insert, update, delete on delivery to :"app";

-- What a colleague promised a customer. message: the public id of the message in which it was said.
create table promise (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  person_id bigint not null references person (id),
  what text not null check (length(what) between 1 and 1000),
  due_on date not null,
  amount_minor bigint check (amount_minor >= 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  message text,
  made_at timestamptz not null,
  made_by bigint references employee (id),
  outcome text check (outcome in ('kept', 'broken')),
  settled_at timestamptz,
  settled_by bigint references employee (id),
  evidence text,
  check ((amount_minor is null) = (currency is null)),
  check ((outcome is null) = (settled_at is null))
);
create index promise_person on promise (person_id, made_at desc, id desc);
create index promise_open on promise (due_on, id) where outcome is null;
grant select, insert, update, delete on promise to :"app";

alter table customer_order enable row level security;
alter table customer_order force row level security;
create policy owner_reads_all on customer_order to :"owner" using (true) with check (true);
create policy purpose_declared on customer_order to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

alter table order_line enable row level security;
alter table order_line force row level security;
create policy owner_reads_all on order_line to :"owner" using (true) with check (true);
create policy purpose_declared on order_line to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

alter table invoice enable row level security;
alter table invoice force row level security;
create policy owner_reads_all on invoice to :"owner" using (true) with check (true);
create policy purpose_declared on invoice to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

alter table delivery enable row level security;
alter table delivery force row level security;
create policy owner_reads_all on delivery to :"owner" using (true) with check (true);
create policy purpose_declared on delivery to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');

alter table promise enable row level security;
alter table promise force row level security;
create policy owner_reads_all on promise to :"owner" using (true) with check (true);
create policy purpose_declared on promise to :"app"
  using ((select coalesce(current_setting('polder.purpose', true), '')) <> '')
  with check ((select coalesce(current_setting('polder.purpose', true), '')) <> '');
