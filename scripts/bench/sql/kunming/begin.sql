-- The table that takes the results: the columns of the program's own, new in this transaction as a run's partition is.
create table bench.judged (like results including defaults including constraints);
