// draft.mjs — a scheme being written, its calls, and one that is proposed, as SQL for tests that need something to look at.
import { readFileSync } from 'node:fs';

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

// A draft of saksbehandler@demo.test of a scheme's calls as their file says them; its number.
export const callsDraftQuery = (id) => `with made as (insert into scheme_draft (kind, scheme_id, unit_id, document, title_nb, title_nn, created_by, changed_by)
	select 'calls', s.scheme_id, s.unit_id, $file$${readFileSync(`${process.env.TILSKUDD_HOME}/conf/calls/${id}.xml`, 'utf8')}$file$, v.title_nb, v.title_nn, w.user_id, w.user_id
	from scheme s join scheme_in_force f using (scheme_id) join scheme_version v using (version_hash) cross join app_user w
	where s.scheme_id = '${id}' and w.email = 'saksbehandler@demo.test' returning *), step as (
	insert into scheme_draft_step select draft_id, 1, document, 'begun', created_by, now() from made)
	select draft_id from made`;
