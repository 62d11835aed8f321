// draft.mjs — a scheme being written and one that is proposed, as SQL for tests that need something to look at.

// A draft of saksbehandler@demo.test with everything of a published scheme in it, under an id of its own; its number.
export const draftQuery = (id) => `with made as (insert into scheme_draft (scheme_id, unit_id, base_hash, document, title_nb, title_nn, created_by, changed_by)
	select 'utkast-${id}', u.unit_id, null, replace(v.document, 'id="${id}"', 'id="utkast-${id}"'), v.title_nb, v.title_nn, w.user_id, w.user_id
	from scheme_in_force f join scheme_version v using (version_hash) cross join unit u cross join app_user w
	where f.scheme_id = '${id}' and u.code = 'kultur' and w.email = 'saksbehandler@demo.test' returning *), step as (
	insert into scheme_draft_step select draft_id, 1, document, 'begun', created_by, now() from made)
	select draft_id from made`;

// The draft is proposed; the proposal's number.
export const proposalQuery = (draft) => `with made as (insert into scheme_proposal (scheme_id, unit_id, draft_id, document, version_hash, why, proposed_by, proposed_at)
	select scheme_id, unit_id, draft_id, document, repeat('a', 64), 'Ny ordning etter vedtak i fylkestinget.', created_by, now()
	from scheme_draft where draft_id = ${draft} returning proposal_id), state as (
	update scheme_draft set state = 'proposed' where draft_id = ${draft}) select proposal_id from made`;

// A draft of saksbehandler@demo.test of the calls of a scheme of hers that a document says; its number.
export const callsDraftQuery = () => `with made as (insert into scheme_draft (kind, scheme_id, unit_id, document, title_nb, title_nn, created_by, changed_by)
	select 'calls', d.scheme_id, s.unit_id, d.document, v.title_nb, v.title_nn, w.user_id, w.user_id
	from call_document d join scheme s using (scheme_id) join unit u using (unit_id) join scheme_in_force f using (scheme_id)
		join scheme_version v using (version_hash) cross join app_user w
	where u.code = 'kultur' and w.email = 'saksbehandler@demo.test'
		and (select count(*) from call c where c.scheme_id = d.scheme_id) > 1
		and not exists (select from scheme_draft x where x.scheme_id = d.scheme_id and x.kind = 'calls' and x.state in ('open', 'proposed'))
	order by d.scheme_id limit 1 returning *), step as (
	insert into scheme_draft_step select draft_id, 1, document, 'begun', created_by, now() from made)
	select draft_id from made`;
