// applicant.mjs — somebody who applies: an account and organisations of their own, and forms filled in as a browser would.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sql, unescape, Visitor, words } from './visitor.mjs';

const home = join(dirname(fileURLToPath(import.meta.url)), '../..');

export const schemeIds = readdirSync(join(home, 'conf/schemes')).filter((name) => name.endsWith('.xml')).map((name) => name.replace(/\.xml$/, ''));

// --- schemes, as far as a form shows them

const attr = (tag, name) => unescape(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
const kinds = 'text|long-text|integer|money|date|period|yes-no|choice|multi-choice|municipalities|email|phone|account|statement|applied-sum|goal-table|cost-table|financing-table|attachment|birth-date|organisation-number|address|person|group|partners|work-packages|third-party-statement';

// With what it shares with others merged in.
const merged = (id) =>
	execFileSync(join(home, 'build/tilskudd'), ['scheme', 'show', '--merged', join(home, 'conf/schemes', `${id}.xml`)], { encoding: 'utf8' });

// The fields of a section; those of a group's rows are the group's own.
function readFields(inside) {
	const fields = [];
	let past = 0;
	for (const match of inside.matchAll(new RegExp(`<(${kinds})\\b((?:[^>"]|"[^"]*")*?)(/?)>`, 'g'))) {
		const [whole, type, head] = match;
		const rest = inside.slice(match.index);
		const body = rest.slice(whole.length, rest.indexOf(`</${type}>`));
		if (match.index < past) {
			continue;
		}
		if (type === 'group') {
			past = match.index + whole.length + body.length;
		}
		fields.push({
			id: attr(head, 'id'),
			type,
			max: Number(attr(head, 'max')) || 0,
			min: Number(attr(head, 'min')) || 0,
			minRows: Number(attr(head, 'min-rows') || 1),
			role: attr(head, 'role'),
			required: attr(head, 'required'),
			relevant: attr(head, 'relevant'),
			options: [...body.matchAll(/<option code="([^"]*)"/g)].map(([, code]) => code),
			fields: type === 'group' ? readFields(body) : [],
		});
	}
	return fields;
}

export function readScheme(id) {
	const xml = merged(id);
	const form = /<form>([^]*?)<\/form>/.exec(xml)[1];
	const sections = [...form.matchAll(/<section\b([^>]*)>([^]*?)<\/section>/g)].map(([, tag, inside]) => ({ id: attr(tag, 'id'), fields: readFields(inside) }));
	const kase = /<case\b[^>]*?eligible="yes"[^>]*?\/?>(?:[^]*?<\/case>)?/.exec(/<tests\b[^]*/.exec(xml)[0])[0];
	return {
		id,
		sections,
		fields: sections.flatMap((s) => s.fields),
		goals: [...xml.matchAll(/<goal id="([^"]*)"/g)].map(([, goal]) => goal),
		kind: attr(/<applicant\b[^>]*>/.exec(xml)[0], 'type'),
		applied: Number(attr(kase, 'applied')),
		costs: Number(attr(kase, 'costs')),
		from: attr(kase, 'start'),
		to: attr(kase, 'end'),
		municipalities: Number(attr(kase, 'municipalities')) || 2,
		given: Object.fromEntries([...kase.matchAll(/<answer name="([^"]*)" value="([^"]*)"/g)].map(([, k, v]) => [k, v])),
	};
}

const inDays = (n) => {
	const day = new Date(Date.now() + n * 86400000);
	return `${day.getDate()}.${day.getMonth() + 1}.${day.getFullYear()}`;
};
const typedDay = (iso) => iso.split('-').reverse().join('.');
const someMunicipalities = ['3403', '3411', '3405', '3407', '3420', '3436'];

// What somebody who is allowed to apply would answer to one question; path is the field's id, or its place in a row.
function answerTo(answers, scheme, field, path, { from, to }) {
	const { type, max, min, options, minRows, role } = field;
	const id = path;
	const text = `Svar på ${field.id}: vi lager noe sammen.`;
	const part = (name, value) => {
		answers[`${path}.${name}`] = value;
	};
	switch (type) {
		case 'text': answers[id] = text.slice(0, max || 200); break;
		case 'long-text': answers[id] = `${text}\n\nDe fleste er med frivillig.`; break;
		case 'integer': answers[id] = String(Math.max(min, Math.min(20, max || 20))); break;
		case 'money': answers[id] = '10 000'; break;
		case 'date': answers[id] = inDays(from); break;
		case 'period':
			answers[`${id}.start`] = scheme.from ? typedDay(scheme.from) : inDays(from);
			answers[`${id}.end`] = scheme.to ? typedDay(scheme.to) : inDays(to);
			break;
		case 'yes-no': answers[id] = 'yes'; break;
		case 'choice': answers[id] = options[0]; break;
		case 'multi-choice': answers[id] = options.slice(0, 2); break;
		case 'municipalities': answers[id] = someMunicipalities.slice(0, scheme.municipalities); break;
		case 'email': answers[id] = 'kontakt@lag.test'; break;
		case 'phone': answers[id] = '+47 12 00 00 99'; break;
		case 'account': answers[id] = '9999 00 10001'; break;
		case 'statement': answers[id] = 'yes'; break;
		case 'applied-sum': answers[id] = String(scheme.applied); break;
		case 'goal-table':
			for (const goal of scheme.goals) {
				answers[`${id}.${goal}.number`] = '12';
				answers[`${id}.${goal}.how`] = 'Vi teller dem som kommer.';
			}
			break;
		case 'cost-table':
			answers[`${id}.0.item`] = 'Honorar';
			answers[`${id}.0.cash`] = String(scheme.costs - 10000);
			answers[`${id}.1.item`] = 'Leie av lokale';
			answers[`${id}.1.cash`] = '10 000,-';
			break;
		case 'financing-table':
			if (scheme.costs > scheme.applied) {
				answers[`${id}.0.source`] = 'Egne penger';
				answers[`${id}.0.cash`] = String(scheme.costs - scheme.applied);
			}
			break;
		case 'birth-date': answers[id] = '17.5.1998'; break;
		case 'organisation-number': answers[id] = '974 760 673'; break;
		case 'address':
			Object.entries({ street: 'Storgata 1', postcode: '2317', place: 'Hamar', municipality: '3403' }).forEach(([k, v]) => part(k, v));
			break;
		case 'person':
			Object.entries({ name: 'Kari Prøve', position: 'Leder', email: 'kari@lag.test', phone: '12 00 00 96', ...(role === 'signatory' && { basis: 'register' }) })
				.forEach(([k, v]) => part(k, v));
			break;
		case 'group':
			for (let row = 1; row <= Math.max(minRows, 1); row += 1) {
				field.fields.filter(({ relevant }) => relevant === '').forEach((inner) => answerTo(answers, scheme, inner, `${path}.${row}.${inner.id}`, { from, to }));
			}
			break;
		case 'partners':
			Object.entries({ name: 'Frivilligsentralen', number: '974 760 673', role: 'Lokaler', cash: '5 000', hours: '20', confirmed: 'yes' })
				.forEach(([k, v]) => part(`1.${k}`, v));
			break;
		case 'work-packages': {
			const quarter = (n) => {
				const day = new Date(Date.now() + n * 86400000);
				return `${day.getFullYear()}-${String(Math.floor(day.getMonth() / 3) * 3 + 1).padStart(2, '0')}`;
			};
			Object.entries({ name: 'Oppstart', goal: 'Komme i gang', responsible: 'Kari', cost: '10 000', '1.name': 'Kick off', '1.from': quarter(from), '1.to': quarter(to), '1.milestone': 'I gang' })
				.forEach(([k, v]) => part(`1.${k}`, v));
			break;
		}
		default:
	}
}

// Everything a scheme asks; sums from its own first example that may have a grant.
export function validAnswers(scheme, { from = 70, to = 200 } = {}) {
	const answers = {};
	for (const field of scheme.fields) {
		answerTo(answers, scheme, field, field.id, { from, to });
	}
	for (const [id, value] of Object.entries(scheme.given)) {
		if (id in answers) {
			answers[id] = Array.isArray(answers[id]) ? value.split(' ') : value;
		}
	}
	return answers;
}

export const pdf = () => new Blob(['%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'], { type: 'application/pdf' });

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
		${['case_event', 'draft_answer', 'attachment', 'budget_line', 'application_municipality', 'application_goal', 'application']
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

// A number with the right check digit that no real organisation has.
export function orgnr() {
	const weights = [3, 2, 7, 6, 5, 4, 3, 2];
	for (;;) {
		const digits = `39${String(Math.floor(Math.random() * 1e6)).padStart(6, '0')}`;
		const rest = 11 - ([...digits].reduce((sum, d, i) => sum + Number(d) * weights[i], 0) % 11);
		if (rest !== 10) {
			return digits + (rest === 11 ? 0 : rest);
		}
	}
}

export function newOrganisation(email, { kind = 'voluntary', sign = true, name = `Prøvelaget ${unique()}` } = {}) {
	const [[id]] = sql(
		`insert into organisation (orgnr, name, form, kind, municipality_code, address, lang, in_voluntary_register, demo)
			values (:'v1', :'v2', 'FLI', :'v3', '3403', 'Prøvegata 1, 2317 Hamar', 'nb', true, true) returning organisation_id`,
		orgnr(), name, kind,
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
			for (const field of section.fields.filter(({ type, required }) => type === 'attachment' && required !== '')) {
				assert.equal((await this.upload(path, field.id, pdf(), 'vedlegg.pdf')).status, 303);
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
