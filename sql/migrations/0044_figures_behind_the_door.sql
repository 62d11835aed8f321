-- 0044_figures_behind_the_door.sql: a conflict cuts off from the figures that rules found in a case, as from all else (fvl. § 6, R24).

alter policy visible_case on application_figure
	using (application_id <> all ((select api.my_conflicts())::bigint[])
	    and exists (select from application a where a.application_id = application_figure.application_id));
