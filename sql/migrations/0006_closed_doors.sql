-- 0006_closed_doors.sql: rules that held in the program and now hold in the database too, found by trying the doors.

-- Impartiality comes before anything in the case (fvl. §§ 6-8, R24): an officer who has not declared it opens no file.
alter policy visible_case on attachment
	using (((select api.role()) = 'applicant' or api.is_impartial(application_id))
	    and exists (select from application a where a.application_id = attachment.application_id));

-- A conflict cuts off from what the answers were made into as well.
alter policy visible_case on budget_line
	using (application_id <> all ((select api.my_conflicts())::bigint[])
	    and exists (select from application a where a.application_id = budget_line.application_id));
alter policy visible_case on application_municipality
	using (application_id <> all ((select api.my_conflicts())::bigint[])
	    and exists (select from application a where a.application_id = application_municipality.application_id));
alter policy visible_case on application_goal
	using (application_id <> all ((select api.my_conflicts())::bigint[])
	    and exists (select from application a where a.application_id = application_goal.application_id));

-- The grounds of others are the leader's who finds a substitute, not of one who has a conflict in the same case.
alter policy leader_reads on impartiality
	using ((select api.role()) = 'leader' and application_id <> all ((select api.my_conflicts())::bigint[])
	    and exists (select from application a where a.application_id = impartiality.application_id));

-- Projections belong to the moment of sending; nothing is added to what was sent.
alter policy own_case on budget_line
	with check ((select api.role()) = 'applicant' and exists (select from application a
	    where a.application_id = budget_line.application_id and a.submitted_by = (select api.user_id()) and a.state = 'submitted'));
alter policy own_case on application_municipality
	with check ((select api.role()) = 'applicant' and exists (select from application a
	    where a.application_id = application_municipality.application_id and a.submitted_by = (select api.user_id())
	        and a.state = 'submitted'));
alter policy own_case on application_goal
	with check ((select api.role()) = 'applicant' and exists (select from application a
	    where a.application_id = application_goal.application_id and a.submitted_by = (select api.user_id())
	        and a.state = 'submitted'));

-- A list holds its own call's cases and no others.
alter policy unit_work on recommendation
	with check ((select api.role()) in ('officer', 'leader') and api.is_impartial(application_id)
	    and exists (select from application a join recommendation_list l using (call_id)
	        where a.application_id = recommendation.application_id and l.list_id = recommendation.list_id));

-- A body decides on the list it had before it, so a case on another list is not among its decisions (R34, R96).
create function api.decision_is_the_bodys() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
	if not exists (select from recommendation r join body_decision b using (list_id)
	    where r.application_id = new.application_id and b.body_decision_id = new.body_decision_id) then
		raise exception 'the case was not on the list the body decided' using errcode = 'TS002';
	end if;
	return new;
end $$;
comment on function api.decision_is_the_bodys() is 'A body''s decision is on a case of the list that its meeting had.';
create trigger decision_is_the_bodys before insert on decision
	for each row when (new.body_decision_id is not null) execute function api.decision_is_the_bodys();

-- What was sent: its unit, receipt and language too.
create function api.sent_guard() returns trigger language plpgsql
set search_path = public, pg_temp as $$
begin
	if (new.receipt_pdf, new.integration, new.lang) is distinct from (old.receipt_pdf, old.integration, old.lang)
	    or (new.unit_id <> old.unit_id and current_user <> 'tilskudd_jobs') then
		raise exception 'what was sent cannot be changed' using errcode = 'TS001';
	end if;
	return new;
end $$;
comment on function api.sent_guard() is 'Keeps receipt, language and unit of what was sent; only the county itself moves cases between units.';
create trigger sent_guard before update on application
	for each row when (old.state <> 'draft') execute function api.sent_guard();

-- Asking for a new password leaves a row whether the address has an account or not: both answers then cost one commit,
-- and the time they take does not tell who has an account.
create or replace function api.password_reset_make(p_email text, p_token_hash text, p_lifetime interval, p_most integer)
returns table (name text, lang text)
language plpgsql security definer rows 1 set search_path = public, pg_temp as $$
declare
	account record;
begin
	insert into login_attempt (account_hash, at, succeeded)
	values (encode(sha256(convert_to('reset ' || p_email, 'UTF8')), 'hex'), now(), true);
	select u.user_id, u.name, u.lang into account from app_user u where u.email = p_email and u.active for update;
	if not found or (select count(*) from password_reset r
	    where r.user_id = account.user_id and r.created_at > now() - interval '1 hour') >= p_most then
		return;
	end if;
	update password_reset r set used_at = now() where r.user_id = account.user_id and r.used_at is null;
	insert into password_reset (token_hash, user_id, expires_at) values (p_token_hash, account.user_id, now() + p_lifetime);
	return query select account.name, account.lang;
end $$;

-- The forms' tokens are made from the cookie itself; the secret beside it was read and never used.
alter table session drop column csrf_secret;
