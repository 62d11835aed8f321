-- 0010_later_files.sql: files that may follow after the application was sent, until the county has decided.

alter table attachment add column later boolean not null default false;
comment on column attachment.later is 'Came after the application was sent; not among what its frozen document lists.';

-- Nothing is added to what was sent, but beside it: until there is a decision, and marked as later.
create policy own_sent_add on attachment for insert to tilskudd_app
	with check ((select api.role()) = 'applicant' and uploaded_by = (select api.user_id()) and later
	    and exists (select from application a where a.application_id = attachment.application_id
	        and a.state in ('submitted', 'formal_check', 'assessing', 'assessed', 'recommended')));
alter policy own_drafts_add on attachment
	with check ((select api.role()) = 'applicant' and uploaded_by = (select api.user_id()) and not later
	    and exists (select from application a where a.application_id = attachment.application_id and a.state = 'draft'));
