// decision_call.mjs — a call of its own with a locked list, so that a test can decide without touching the demo's calls.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { sql, visitor } from './visitor.mjs';

export const LEADER = 'leder.samfunn@demo.test';
export const OFFICER = 'saksbehandler.samfunn@demo.test';
export const SCHEME = 'in-inkludering-integrering'; // up to 100 000 kr the leader's, above that hovedutvalg-kultur's
export const BODY = 'hovedutvalg-kultur';
export const APPLICANT = 'soker@demo.test';

const quote = (text) => `'${String(text).replaceAll("'", "''")}'`;
const user = (email) => `(select user_id from app_user where email = ${quote(email)})`;

const calls = [];

// Takes everything the calls of this file left: other tests count what the demo has. For after().
export function removeCalls() {
	const cases = `(select application_id from application where call_id in (${calls.join(', ')}))`;
	const lists = `(select list_id from recommendation_list where call_id in (${calls.join(', ')}))`;
	if (calls.length === 0) {
		return;
	}
	tamper(`
		delete from mail where subject ~ 'T-(${calls.join('|')})-';
		delete from event_payload where payload_id in (select payload_id from case_event where application_id in ${cases});
		delete from case_event where application_id in ${cases};
		delete from decision_change where application_id in ${cases};
		delete from appeal_paper where appeal_id in (select appeal_id from appeal where application_id in ${cases});
		delete from appeal where application_id in ${cases};
		delete from case_letter where application_id in ${cases};
		delete from letter where application_id in ${cases};
		delete from decision where application_id in ${cases};
		delete from body_decision where list_id in ${lists};
		delete from recommendation_body where list_id in ${lists};
		delete from recommendation where list_id in ${lists};
		delete from recommendation_list where call_id in (${calls.join(', ')});
		delete from impartiality where application_id in ${cases};
		delete from ledger_posting where entry_id in (select entry_id from ledger_entry where call_id in (${calls.join(', ')}));
		delete from ledger_entry where call_id in (${calls.join(', ')});
		delete from application where call_id in (${calls.join(', ')});
		delete from call where call_id in (${calls.join(', ')})`);
}

/*
 * cases: [{ applied, proposed, outcome ('grant', 'partial', 'reject', 'dismiss'), lang, reason, title, proposedBy, orgnr }] in
 * kroner; the applications are the demo applicant's unless orgnr says otherwise. Gives { call, ids, numbers, path }.
 */
export function lockedCall(cases, { frame = 1000000, scheme = SCHEME } = {}) {
	const round = 1000 + Math.floor(Math.random() * 1000000000);
	// Rows are set in place as a finished recommendation leaves them; what the tests do after it meets every guard.
	const [[call]] = sql(`
		set session_replication_role = replica;
		insert into call (scheme_id, version_hash, year, round, kind, opens_at, closes_at, frame_ore, answer_by, contact_name,
		    contact_phone, contact_email)
		select scheme_id, version_hash, 2026, ${round}, 'fixed', now() - interval '90 days', now() - interval '30 days', ${frame * 100},
		       (now() + interval '30 days')::date, 'Kari Kontakt', '12 00 00 77', 'kari.kontakt@demo.test'
		  from scheme_in_force where scheme_id = ${quote(scheme)}
		returning call_id;`);
	calls.push(call);
	sql(`select api.ledger_enter(${call}, 'budget', null, ${frame * 100}, 'utlysning');`);
	const [[list]] = sql(`
		set session_replication_role = replica;
		insert into recommendation_list (call_id, unit_id, state, locked_by, locked_at)
		select ${call}, s.unit_id, 'locked', ${user(OFFICER)}, now() from scheme s where s.scheme_id = ${quote(scheme)}
		returning list_id;`);
	const made = cases.map((one, i) => sql(`
		set session_replication_role = replica;
		with added as (
			insert into application (number, call_id, version_hash, unit_id, organisation_id, created_by, state, lang, title, submitted_at,
			    submitted_by, document, document_hash, applied_ore, costs_ore, on_list_id)
			select 'T-${call}-${i + 1}', ${call}, c.version_hash, s.unit_id,
			       coalesce((select organisation_id from organisation where orgnr = ${quote(one.orgnr ?? '')}),
			           (select min(organisation_id) from membership where user_id = ${user(APPLICANT)})),
			       ${user(APPLICANT)}, 'recommended', ${quote(one.lang ?? 'nb')}, ${quote(one.title ?? `Tiltak ${i + 1}`)},
			       now() - interval '40 days', ${user(APPLICANT)}, d.document, d.document_hash, ${one.applied * 100}, ${one.applied * 200}, ${list}
			  from call c join scheme s using (scheme_id),
			       (select document, document_hash from application where document is not null order by application_id limit 1) d
			 where c.call_id = ${call}
			returning application_id, number
		), put as (
			insert into recommendation (list_id, application_id, rank, outcome, proposed_ore, reason, proposed_by)
			select ${list}, application_id, ${i + 1}, ${quote(one.outcome)}, ${one.proposed * 100},
			       ${quote(one.reason ?? 'Tiltaket treffer målgruppen godt.')}, ${user(one.proposedBy ?? OFFICER)} from added
		)
		select application_id, number from added;`)[0]);
	return { call, ids: made.map(([id]) => id), numbers: made.map(([, number]) => number), path: `/utlysninger/${call}` };
}

// Somebody who reads bokmål, whatever the account says.
export async function reader(email, lang = 'nb') {
	const person = await visitor(email);
	await person.get(`/sprak?til=${lang}&tilbake=/konto`);
	return person;
}

// Declares in every case of the list that asks, on the page that asks.
export async function declareAll(person, page, { conflicts = [] } = {}) {
	const { body } = await person.get(page);
	const fields = [['steg', 'habilitet']];
	for (const [, id] of body.matchAll(/name="svar-(\d+)" value="habil"/g)) {
		fields.push([`svar-${id}`, conflicts.includes(id) ? 'inhabil' : 'habil']);
		fields.push([`habil-grunn-${id}`, conflicts.includes(id) ? 'Søsteren min leder laget.' : '']);
	}
	const path = page.replace(/\?.*/, '');
	const organ = /[?&]organ=([^&]*)/.exec(page)?.[1];
	return person.post(path, organ ? [['organ', organ], ...fields] : fields);
}

// Changes what no page lets anybody change, to see what the next page says of it.
export const tamper = (statement) => sql(`set session_replication_role = replica; ${statement};`);

// How many statements the last request to an address pattern made, as the server's log has it.
export function statementsOf(method, pattern) {
	const lines = readFileSync(`${process.env.TILSKUDD_DATA}/log/kore.log`, 'latin1').split('\n');
	const line = lines.reverse().find((one) => one.includes(` ${method} ${pattern} `));
	return Number(/ (\d+) statements/.exec(line)[1]);
}

// The fields of a case on a decision page.
export const decided = (id, { sum, reason = '', departure = '' }) => [
	['valg', id],
	[`sum-${id}`, String(sum)],
	[`grunn-${id}`, reason],
	[`avvik-${id}`, departure],
];

// A decision that the applicant was told so many days ago.
export async function told({ ago = 0, lang = 'nb' } = {}) {
	const made = lockedCall([{ applied: 90000, proposed: 60000, outcome: 'partial', reason: 'Rammen rekker ikke.', lang }]);
	const leader = await reader(LEADER);
	const page = `${made.path}/vedtak`;
	await declareAll(leader, page);
	await leader.get(page);
	await leader.post(page, [['steg', 'vedta'], ...decided(made.ids[0], { sum: 60000, reason: 'Rammen rekker ikke.' })]);
	const letter = `/saker/${made.ids[0]}/brev`;
	await leader.get(letter);
	assert.equal((await leader.post(letter)).status, 303);
	if (ago > 0) {
		tamper(`update decision set notified_at = notified_at - interval '${ago} days' where application_id = ${made.ids[0]}`);
	}
	return { id: made.ids[0], number: made.numbers[0], leader, page: `/saker/${made.ids[0]}/klage` };
}
