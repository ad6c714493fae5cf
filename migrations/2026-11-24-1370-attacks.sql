-- Numbers at other systems of customers who were erased, hashed with a secret that is not in the database. Only to
-- refuse them when a file or another system brings them in again.
create table erased_record (
  hash text primary key,
  erased_at timestamptz not null,
  -- The last time that it was brought in again; when nobody brings it any more, the row goes.
  seen_at timestamptz not null
);
grant select, insert, update, delete on erased_record to :"app";
