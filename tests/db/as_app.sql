-- as_app.sql — for pgTAP: asks and acts as the web server does for a person, in a transaction that is rolled back.

-- Runs the statement with the person's rights. The answer: how many rows it gave or touched, or the SQLSTATE it failed with.
-- What it did is undone, unless p_keep.
create function as_app(p_user bigint, p_sql text, p_keep boolean default false, p_login text default 'tilskudd_app') returns text
language plpgsql as $$
declare
	person app_user;
	touched bigint;
begin
	select * into person from app_user where user_id = p_user;
	begin
		perform set_config('app.user_id', coalesce(p_user::text, ''), true),
		    set_config('app.role', coalesce(person.role, 'none'), true),
		    set_config('app.unit_id', coalesce(person.unit_id::text, ''), true);
		perform set_config('role', p_login, true);
		execute p_sql;
		get diagnostics touched = row_count;
		set constraints all immediate;
		set constraints all deferred;
		if not p_keep then
			raise exception '' using errcode = 'UNDO0';
		end if;
	exception
	when sqlstate 'UNDO0' then
		return touched::text;
	when others then
		return sqlstate;
	end;
	perform set_config('role', 'none', true);
	return touched::text;
end $$;
