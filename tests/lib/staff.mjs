// staff.mjs — officers and leaders of a test's own, and the road of a case through their pages: declared, checked, assessed,
// proposed and locked.
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { Applicant, newOrganisation, readScheme, validAnswers } from './applicant.mjs';
import { sql, unescape, Visitor, words } from './visitor.mjs';

const made = [];
let serial = 0;

// After the applicants' own tidying up: what was done in cases that are gone, and those who did it.
after(() => {
	const people = `array[${made.join(',')}]::bigint[]`;
	sql(`begin;
		set local session_replication_role = replica;
		delete from decision_change x where not exists (select from application a where a.application_id = x.application_id);
		delete from appeal_paper p where not exists (select from appeal x join application a using (application_id) where x.appeal_id = p.appeal_id);
		delete from appeal x where not exists (select from application a where a.application_id = x.application_id);
		delete from case_letter x where not exists (select from application a where a.application_id = x.application_id);
		delete from letter x where not exists (select from application a where a.application_id = x.application_id);
		delete from decision x where not exists (select from application a where a.application_id = x.application_id);
		delete from body_decision x where not exists (select from recommendation_list l join call c using (call_id) where l.list_id = x.list_id);
		delete from recommendation x where not exists (select from application a where a.application_id = x.application_id);
		delete from recommendation_body x where not exists (select from recommendation_list l join call c using (call_id) where l.list_id = x.list_id);
		delete from recommendation_list x where not exists (select from call c where c.call_id = x.call_id);
		delete from ledger_posting p using ledger_entry x where p.entry_id = x.entry_id and not exists (select from call c where c.call_id = x.call_id);
		delete from ledger_entry x where not exists (select from call c where c.call_id = x.call_id);
		delete from assessment_mark m using assessment x where m.assessment_id = x.assessment_id
			and not exists (select from application a where a.application_id = x.application_id);
		delete from assessment x where not exists (select from application a where a.application_id = x.application_id);
		delete from formal_check_item x where not exists (select from application a where a.application_id = x.application_id);
		delete from formal_check x where not exists (select from application a where a.application_id = x.application_id);
		delete from impartiality x where not exists (select from application a where a.application_id = x.application_id);
		delete from session where user_id = any (${people});
		delete from app_user where user_id = any (${people});
		commit;`);
});

export class Staff extends Visitor {
	static async new({ role = 'officer', unit = 'samfunnsutvikling', body = null } = {}) {
		const someone = new Staff();
		someone.email = `ansatt${process.pid}${(serial += 1)}@demo.test`;
		const [[id]] = sql(`insert into app_user (email, name, phone, role, unit_id, body_id, lang, password_hash, demo)
			select :'v1', 'Prøve Ansatt ' || :v5, '12 00 00 96', :'v2', (select unit_id from unit where code = nullif(:'v3', '')),
				(select body_id from body where code = nullif(:'v4', '')), 'nb', password_hash, true
			from app_user where email = 'saksbehandler@demo.test' returning user_id`,
			someone.email, role, ['officer', 'leader'].includes(role) ? unit : '', body ?? '', serial);
		made.push(id);
		someone.id = id;
		assert.equal((await someone.login(someone.email)).status, 303);
		return someone;
	}

	// Takes a form and what is put in it to the address it goes to.
	async submit(path, fields, message = path) {
		const answer = await this.post(path, fields);
		assert.equal(answer.status, 303, `${message}: ${answer.status} ${words(answer.body).slice(0, 1500)}`);
		return answer;
	}

	async declare(id, { ground } = {}) {
		await this.get(`/saker/${id}`);
		return this.submit(`/saker/${id}/habilitet`, ground === undefined ? { svar: 'habil' } : { svar: 'inhabil', grunn: ground });
	}

	// Every rule met; reason says why it should be dismissed.
	async check(id, { reason, late = '' } = {}) {
		const path = `/saker/${id}/formalkontroll`;
		const page = await this.get(path);
		assert.equal(page.status, 200);
		const rules = [...page.body.matchAll(/name="(regel-[^"]*)" value="ja"/g)].map(([, name]) => [name, 'ja']);
		return this.submit(path, [...rules, ['sen', late], ['resultat', reason === undefined ? 'complete' : 'dismiss'], ['begrunnelse', reason ?? '']]);
	}

	async assess(id, { mark = '3', reason = 'Et godt tiltak som svarer på ordningens formål.', button = 'ferdig' } = {}) {
		const path = `/saker/${id}/vurdering`;
		const page = await this.get(path);
		assert.equal(page.status, 200);
		const names = (pattern) => [...new Set([...page.body.matchAll(pattern)].map(([, name]) => unescape(name)))];
		// Requirements and wishes are met, and the first step of a ladder chosen, where the mark is none of the answers.
		const offered = (name, value) => page.body.includes(`name="${name}" value="${value}"`);
		const marks = names(/name="(k-[^"]*)"/g).map((name) => [name, offered(name, mark) ? mark : '1']);
		const reasons = names(/name="(g-[^"]*)"/g).map((name) => [name, reason]);
		return this.submit(path, [...marks, ...reasons, ['samlet', reason], ['handling', button]]);
	}

	// proposals: [[application, sum in kroner]], the best first; call: its number, or with its list behind: 17-2.
	async propose(call, proposals) {
		const path = `/utlysninger/${call}/innstilling`;
		const page = await this.get(path);
		const version = /name="version" value="(\d+)"/.exec(page.body)?.[1] ?? '';
		const applied = new Map(sql('select application_id, applied_ore / 100 from application where call_id = :v1 and applied_ore is not null', String(call).split('-')[0]));
		const outcome = (id, sum) => (sum === 0 ? 'reject' : sum < Number(applied.get(String(id))) ? 'partial' : 'grant');
		const fields = proposals.flatMap(([id, sum], i) => [
			[`plass-${id}`, String(i + 1)], [`utfall-${id}`, outcome(id, sum)], [`sum-${id}`, String(sum)], [`grunn-${id}`, 'Som vurdert.']]);
		return this.post(path, [['version', version], ...fields, ['spredning', 'Listen når hele fylket.']]);
	}

	async lock(call) {
		const path = `/utlysninger/${call}/las`;
		const page = await this.get(path);
		const version = /name="version" value="(\d+)"/.exec(page.body)?.[1];
		assert.ok(version, words(page.body).slice(0, 1500));
		return this.post(path, { version });
	}
}

export const setFrame = (call, kroner) =>
	sql(`begin; update call set frame_ore = :v2 * 100 where call_id = :v1;
		select api.ledger_enter(:v1, 'budget', null, :v2 * 100, 'ramme'); commit;`, call, kroner);

// An application that has been sent, by somebody new.
export async function sentApplication(schemeId, call, changes = {}, { lang = 'nb' } = {}) {
	const scheme = readScheme(schemeId);
	const person = await Applicant.new();
	const organisation = newOrganisation(person.email, { kind: scheme.kind });
	const id = await person.start(schemeId, organisation, { call, lang });
	await person.fillAll(id, scheme, { ...validAnswers(scheme), ...changes });
	const sent = await person.send(id);
	assert.equal(sent.status, 303, words(sent.body).slice(0, 1500));
	return { person, organisation, id, scheme };
}
