select make_partitions((current_date - interval '1 month')::date, 14);
