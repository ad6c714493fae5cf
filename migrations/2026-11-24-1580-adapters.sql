-- What an account spent on a network that counts its calls, in the network's unit, per day or month there.
create table channel_spending (
  connection_id bigint not null references channel_connection (id),
  period text not null,
  spent bigint not null,
  primary key (connection_id, period)
);
grant select, insert, update on channel_spending to :"app";
