-- 0017_draft_change_rights.sql: the command line may note what an applicant has confirmed, as it may everything else in a case.

grant update (confirmed_by, confirmed_at) on draft_change to tilskudd_jobs;
