// applicant.mjs — somebody who applies: an account and organisations of their own, and forms filled in as a browser would.
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { sql, unescape, Visitor, words } from './visitor.mjs';
import { schemeIds, readScheme, validAnswers, wantsFile } from './scheme.mjs';

export { schemeIds, readScheme, validAnswers };

const attr = (tag, name) => unescape(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');

export const pdf = () => new Blob(['%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'], { type: 'application/pdf' });

// The first of the kinds a question takes, under a name it takes.
export function fileFor({ kinds = 'pdf', 'file-name': pattern = '*.*' }) {
	const container = (type) => new Blob([`PK\x03\x04${'\0'.repeat(26)}mimetype${type}`], { type });
	const [file, ending] = {
		pdf: () => [pdf(), 'pdf'],
		image: () => [new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])], { type: 'image/png' }), 'png'],
		document: () => [container('application/vnd.oasis.opendocument.text'), 'odt'],
		spreadsheet: () => [container('application/vnd.oasis.opendocument.spreadsheet'), 'ods'],
	}[kinds.split(' ')[0]]();
	return [file, pattern.replace(/\*$/, ending).replace(/\*/g, 'vedlegg')];
}

// --- people, organisations and calls of a test's own

const made = { calls: [], organisations: [], people: [] };

// The other files' tests count what the demo made: nothing of ours is left. The log cannot be deleted from, but by the
// owner of the machine.
after(() => {
	const list = (ids) => `array[${ids.join(',')}]::bigint[]`;
	sql(`begin;
		set local session_replication_role = replica;
		create temporary table gone on commit drop as select application_id from application
			where organisation_id = any (${list(made.organisations)}) or call_id = any (${list(made.calls)});
		delete from event_payload p using case_event e join gone using (application_id) where p.payload_id = e.payload_id;
		delete from statement_link l using statement_request r join gone using (application_id) where l.request_id = r.request_id;
		${['case_event', 'draft_answer', 'attachment', 'statement_request', 'budget_line', 'application_municipality', 'application_goal', 'application_figure', 'application']
			.map((table) => `delete from ${table} t using gone where t.application_id = gone.application_id;`).join('\n')}
		delete from mail where to_address in (select email from app_user where user_id = any (${list(made.people)}));
		delete from session where user_id = any (${list(made.people)});
		delete from membership where user_id = any (${list(made.people)}) or organisation_id = any (${list(made.organisations)});
		delete from organisation where organisation_id = any (${list(made.organisations)});
		delete from call where call_id = any (${list(made.calls)});
		delete from app_user where user_id = any (${list(made.people)});
		commit;`);
});

let serial = 0;
const unique = () => `${process.pid}${(serial += 1)}`;

// A number with the right check digit that no real organisation has, and no other of ours.
let lastNumber = Math.floor(Math.random() * 1e6);
export function orgnr() {
	const weights = [3, 2, 7, 6, 5, 4, 3, 2];
	for (;;) {
		lastNumber = (lastNumber + 1) % 1e6;
		const digits = `39${String(lastNumber).padStart(6, '0')}`;
		const rest = 11 - ([...digits].reduce((sum, d, i) => sum + Number(d) * weights[i], 0) % 11);
		if (rest !== 10) {
			return digits + (rest === 11 ? 0 : rest);
		}
	}
}

export function newOrganisation(email, {
	kind = 'voluntary', sign = true, name = `Prøvelaget ${unique()}`, form = 'FLI', municipality = '3403', registered = true,
} = {}) {
	const [[id]] = sql(
		`insert into organisation (orgnr, name, form, kind, municipality_code, address, lang, in_voluntary_register, demo)
			values (:'v1', :'v2', :'v4', :'v3', :'v5', 'Prøvegata 1, 2317 Hamar', 'nb', :'v6', true) returning organisation_id`,
		orgnr(), name, kind, form, municipality, String(registered),
	);
	made.organisations.push(id);
	sql(`insert into membership (organisation_id, user_id, may_sign) select :v1, user_id, :v2 from app_user where email = :'v3'`,
		id, sign, email);
	return { id, name };
}

export function newMember(organisation, email, sign) {
	sql(`insert into membership (organisation_id, user_id, may_sign) select :v1, user_id, :v2 from app_user where email = :'v3'`,
		organisation.id, sign, email);
}

// An open call of the scheme's version in force. opens and closes: SQL, so that the test may be exact.
export function newCall(scheme, { opens = "now() - interval '1 day'", closes = "now() + interval '30 days'" } = {}) {
	const [[id]] = sql(
		`insert into call (scheme_id, version_hash, year, round, kind, opens_at, closes_at, frame_ore, answer_by, contact_name, contact_phone, contact_email)
			select v.scheme_id, v.version_hash, 2026, (select coalesce(max(round), 0) + 1 from call where scheme_id = :'v1' and year = 2026), 'fixed',
				${opens}, ${closes}, 100000000, (now() + interval '120 days')::date, 'Kari Prøve', '12 00 00 98', 'kari@fylke.test'
			from scheme_in_force v where v.scheme_id = :'v1' returning call_id`,
		scheme,
	);
	made.calls.push(id);
	return id;
}

// One call a scheme for the tests that ask for nothing special.
const calls = new Map();
const anyCall = (scheme) => calls.get(scheme) ?? calls.set(scheme, newCall(scheme)).get(scheme);

export class Applicant extends Visitor {
	static async new({ name = 'Prøve Person' } = {}) {
		const someone = new Applicant();
		someone.email = `prove${unique()}@demo.test`;
		const [[id]] = sql(`insert into app_user (email, name, phone, role, lang, password_hash, demo)
			select :'v1', :'v2', '12 00 00 97', 'applicant', 'nb', password_hash, true from app_user where email = 'soker@demo.test'
			returning user_id`,
			someone.email, name);
		made.people.push(id);
		assert.equal((await someone.login(someone.email)).status, 303);
		return someone;
	}

	// Opens a draft through the start page.
	async start(scheme, organisation, { call = anyCall(scheme), lang = 'nb' } = {}) {
		const path = `/ordninger/${scheme}/start`;
		const page = await this.get(path);
		assert.equal(page.status, 200, words(page.body));
		const answer = await this.post(path, { call, organisation: organisation.id, lang });
		assert.equal(answer.status, 303, words(answer.body));
		return /^\/soknader\/(\d+)$/.exec(answer.location)[1];
	}

	// The fields of the form that goes to path, as a browser would send them.
	formFields(path, html = this.page) {
		const form = [...html.replace(/<template\b[^]*?<\/template>/g, '').matchAll(/<form\b([^>]*)>([^]*?)<\/form>/g)].find(([, tag]) => attr(tag, 'action') === path);
		assert.ok(form, `a form that goes to ${path}`);
		const fields = [];
		for (const [tag, name] of form[2].matchAll(/<(input|textarea|select)\b[^>]*>/g)) {
			const key = attr(tag, 'name');
			const type = attr(tag, 'type');
			const at = form[2].indexOf(tag);
			if (key === '' || type === 'file' || (/radio|checkbox/.test(type) && !/\schecked\b/.test(tag))) {
				continue;
			}
			if (name === 'textarea') {
				fields.push([key, unescape(form[2].slice(at + tag.length, form[2].indexOf('</textarea>', at))).replace(/^\n/, '')]);
			} else if (name === 'select') {
				const options = form[2].slice(at, form[2].indexOf('</select>', at));
				fields.push([key, attr(/<option\b[^>]*\sselected\b[^>]*>/.exec(options)?.[0] ?? '', 'value')]);
			} else {
				fields.push([key, attr(tag, 'value')]);
			}
		}
		return fields;
	}

	// The same with answers put in: {name: value or values}; a name the form does not have is left out, unless all.
	filled(path, answers, { all = false } = {}) {
		const has = new Set([...this.page.matchAll(/\sname="([^"]*)"/g)].map(([, name]) => unescape(name)));
		const groups = [...this.page.matchAll(/id="f-([^"]*)"[^>]*\sdata-rows/g)].map(([, id]) => id);
		const rowOf = (name) => {
			const group = groups.find((one) => name.startsWith(`${one}.`) && /^[a-z0-9]+\.[a-z]/.test(name.slice(one.length + 1)));
			return group && `${group}.${name.slice(group.length + 1).split('.')[0]}`;
		};
		const wanted = Object.entries(answers).filter(([name]) => all || has.has(name) || rowOf(name));
		const kept = this.formFields(path).filter(([name]) => !wanted.some(([other]) => other === name));
		const fields = kept.find(([name]) => name === 'fields');
		// Rows of our own, as a script makes them.
		if (fields) {
			fields[1] = [...new Set([...fields[1].split(' '), ...wanted.map(([name]) => rowOf(name)).filter(Boolean)])].join(' ');
		}
		return [...kept, ...wanted.flatMap(([name, value]) => [value].flat().map((one) => [name, one]))];
	}

	// Reads a page and sends its form with these answers; go is the button.
	async fill(path, answers, { go = 'next', all, extra = [] } = {}) {
		const page = await this.get(path);
		assert.equal(page.status, 200, `${path}: ${words(page.body).slice(0, 300)}`);
		const action = path.split('?')[0];
		return this.post(action, [...this.filled(action, answers, { all }), ['go', go], ...extra], { tokens: [] });
	}

	async upload(path, field, file, name, { button = 'upload', answers = {} } = {}) {
		await this.get(path);
		const body = new FormData();
		for (const [key, value] of this.filled(path, answers)) {
			body.append(key, value);
		}
		body.append(field, file, name);
		body.append(button, field);
		return this.request(path, { method: 'POST', body });
	}

	// Everything that a scheme asks for, section by section, with attachments where they are required.
	async fillAll(id, scheme, answers = validAnswers(scheme)) {
		for (const section of scheme.sections) {
			const path = `/soknader/${id}/del/${section.id}`;
			let answer = await this.fill(path, answers);
			// A question that an answer brought up is asked on the same page again.
			for (let i = 0; i < 3 && answer.location?.startsWith(`${path}?`); i++) {
				answer = await this.fill(path, answers);
			}
			assert.equal(answer.status, 303, `${path}: ${words(answer.body)}`);
			for (const { id: plan } of section.fields.filter(({ type }) => type === 'work-packages')) {
				if ((await this.get(path)).body.includes(`id="f-${plan}"`)) {
					await this.fillPackages(`${path}/pakke`, plan, answers);
				}
			}
			for (const field of section.fields.filter(wantsFile)) {
				assert.equal((await this.upload(path, field.id, ...fileFor(field))).status, 303);
			}
		}
	}

	// Every package of a plan, each on its own page.
	async fillPackages(path, plan, answers) {
		const keys = new Set(Object.keys(answers).filter((name) => name.startsWith(`${plan}.`)).map((name) => name.split('.')[1]));
		for (const key of keys) {
			const answer = await this.fill(`${path}/${key}`, answers);
			assert.equal(answer.status, 303, `${path}/${key}: ${words(answer.body)}`);
		}
	}

	// Presses "Send søknaden" on the page that checks the answers.
	async send(id) {
		const page = await this.get(`/soknader/${id}/kontroller`);
		assert.equal(page.status, 200);
		const path = `/soknader/${id}/send`;
		return this.post(path, this.formFields(path), { tokens: [] });
	}
}

// A draft with everything answered, ready to be sent.
export async function readyDraft(schemeId = 'in-inkludering-integrering', { call } = {}) {
	const scheme = readScheme(schemeId);
	const person = await Applicant.new();
	const organisation = newOrganisation(person.email, { kind: scheme.kind });
	const id = await person.start(schemeId, organisation, call === undefined ? {} : { call });
	await person.fillAll(id, scheme);
	return { person, organisation, id, scheme };
}

export const stateOf = (id) => sql('select state from application where application_id = :v1', id)[0]?.[0];
export const stored = (id, path) => sql("select value from draft_answer where application_id = :v1 and path = :'v2'", id, path)[0]?.[0];
