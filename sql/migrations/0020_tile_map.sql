-- 0020_tile_map.sql: where each municipality stands on the county's map of squares.

alter table municipality
	add column across smallint check (across between 0 and 99),
	add column down smallint check (down between 0 and 99),
	add check ((across is null) = (down is null));
comment on column municipality.across is 'Its square on the map, from the west, from 0; null when it is on no map.';
comment on column municipality.down is 'Its square on the map, from the north, from 0.';
