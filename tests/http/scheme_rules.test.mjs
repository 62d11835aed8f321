// scheme_rules.test.mjs — rules of schemes are chosen from lists in the browser, written when lists can't say them, and stay to the
// letter when nobody chooses anything else.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Staff } from '../lib/staff.mjs';
import { fieldsOf, put } from '../lib/editor.mjs';
import { sql, unescape, visitor, words } from '../lib/visitor.mjs';

const SCHEME = 'in-kulturaktivitet-barn-ungdom';
const made = [];
after(() => {
	const ids = `array[${made.join(',')}]::bigint[]`;
	sql(`begin; set local session_replication_role = replica;
		delete from scheme_draft_step where draft_id = any (${ids}); delete from scheme_draft where draft_id = any (${ids}); commit;`);
});

const documentOf = (draft) =>
	Buffer.from(sql("select translate(encode(convert_to(document, 'UTF8'), 'base64'), E'\\n', '') from scheme_draft where draft_id = :v1", draft)[0][0], 'base64').toString();

async function change(person, scheme) {
	await person.get('/ordningsarbeid');
	const { location } = await person.post('/ordningsarbeid/rediger', { ordning: scheme });
	made.push(/(\d+)$/.exec(location)[1]);
	return location;
}
const id = (draft) => draft.split('/').pop();

async function save(person, page, changes) {
	const path = page.split('?')[0];
	await person.get(page);
	assert.equal((await person.post(path, [...put(fieldsOf(person, path), changes), ['go', 'stay']])).status, 303, `${page} ${JSON.stringify(changes)}`);
	return documentOf(/ordningsarbeid\/(\d+)/.exec(page)[1]);
}

test('a rule is chosen from lists, with one more, and chosen away', async () => {
	const officer = await Staff.new({ unit: 'kultur' });
	const draft = await change(officer, SCHEME);
	const page = `${draft}/element?sti=form/section:deltakere/long-text:hvordan-unge`;
	const name = 'form/section:deltakere/long-text:hvordan-unge@relevant';
	const rule = (document) => /<long-text id="hvordan-unge"[^>]*?relevant="([^"]*)"/.exec(document)?.[1];
	assert.equal(rule(await save(officer, page, { [`${name}#0.hva`]: 'applied ?', [`${name}#0.er`]: 'minst', [`${name}#0.tall`]: '50 000 kr' })), 'applied >= 50000');
	const two = { [`${name}#1.hva`]: "unge-planlegger = 'yes'", [`${name}#1.er`]: 'ikke', [`${name}#med`]: 'or' };
	assert.equal(rule(await save(officer, page, two)), "applied >= 50000 or unge-planlegger != 'yes'");
	assert.equal(rule(await save(officer, page, { [`${name}#2.hva`]: "t:selected(kunstart, 'musikk')" })), "applied >= 50000 or unge-planlegger != 'yes' or t:selected(kunstart, 'musikk')");
	const before = documentOf(id(draft));
	assert.equal(await save(officer, page, {}), before, 'read and sent, it stays');
	assert.equal(rule(await save(officer, page, { [`${name}#0.hva`]: '', [`${name}#1.hva`]: '' })), "t:selected(kunstart, 'musikk')");
	assert.equal(rule(await save(officer, page, { [`${name}#0.hva`]: '' })), undefined);
});

test('what lists can’t say is written, and stands when nothing else is chosen', async () => {
	const officer = await Staff.new({ unit: 'kultur' });
	const draft = await change(officer, SCHEME);
	const page = `${draft}/del/belop`;
	const name = 'amount/max.1@when';
	const rule = (document) => /<max\b[^>]*when="([^"]*)"/.exec(document)?.[1];
	const written = "(applied > 10000 or call-extra) and applicant-type = 'voluntary'";
	assert.equal(rule(await save(officer, page, { [name]: written })), written);
	assert.match(words(officer.page), /Beløp/);
	await officer.get(page);
	assert.match(officer.page, /<option value="">Regelen er skrevet nedenfor/);
	assert.equal(rule(await save(officer, page, {})), written);
	assert.equal(rule(await save(officer, page, { [`${name}#0.hva`]: "applicant-type = 'voluntary'" })), "applicant-type = 'voluntary'");
});

test('a number that is missing is told at its field, and what was written is kept', async () => {
	const officer = await Staff.new({ unit: 'kultur' });
	const page = `${await change(officer, SCHEME)}/del/belop`;
	const name = 'amount/max.1@when';
	for (const typed of ['', 'femti tusen']) {
		await save(officer, page, { [`${name}#0.hva`]: 'applied ?', [`${name}#0.er`]: 'over', [`${name}#0.tall`]: typed });
		await officer.get(page);
		assert.match(words(officer.page), /Skriv et tall, for eksempel 50 000\./);
		assert.deepEqual(fieldsOf(officer, page).find(([field]) => field === `${name}#0.tall`), [`${name}#0.tall`, typed]);
		assert.match(words(officer.page), /må rettes på denne siden/);
	}
});

test('read and sent, the rules of every kind of scheme stay byte for byte', async () => {
	const admin = await visitor('admin@demo.test');
	const most = sql(`select scheme_id from scheme_in_force join scheme_version using (version_hash, scheme_id)
		order by (select count(*) from regexp_matches(document, '(?:when|test|relevant)="', 'g')) desc limit 8`);
	for (const [scheme] of most) {
		const draft = await change(admin, scheme);
		const before = documentOf(id(draft));
		for (const part of ['sokere', 'belop', 'kriterier', 'skjema', 'utbetaling']) {
			assert.equal(await save(admin, `${draft}/del/${part}`, {}), before, `${scheme} ${part}`);
		}
		for (const [, type, question] of before.matchAll(/<([a-z-]+) id="([a-z-]+)"[^>]*relevant="/g)) {
			const section = before.slice(0, before.indexOf(`id="${question}"`)).match(/<section id="([a-z-]+)"/g)?.pop().match(/"(.*)"/)[1];
			if (section !== undefined && type !== 'section') {
				assert.equal(await save(admin, `${draft}/element?sti=form/section:${section}/${type}:${question}`, {}), before, `${scheme} ${question}`);
			}
		}
	}
});

test('what is wrong leads to the place on the page where it is put right', async () => {
	const officer = await Staff.new({ unit: 'kultur' });
	const draft = await change(officer, SCHEME);
	const right = documentOf(id(draft));
	const changes = [
		[[/share="75"/, 'share="175"'], [/(<multi-choice id="kunstart"[^]*?code=")[^"]*/, '$1to ord'], [/(<purpose>\s*<nb>)[^<]*/, '$1']],
		[[/weight="40"/, 'weight="50"'], [/test="applied &gt;= 10000"/, 'test="aplied &gt;= 10000"'], [/use="criterion:[a-z-]+/, 'use="criterion:ingen']],
	];
	for (const wrong of changes) {
		const document = wrong.reduce((text, [find, replace]) => text.replace(find, replace), right);
		await officer.get(`${draft}/xml`);
		assert.equal((await officer.post(`${draft}/xml`, [...put(fieldsOf(officer, `${draft}/xml`), { kilde: document }), ['go', 'lagre']])).status, 303);
		await officer.get(draft);
		const links = [...officer.page.matchAll(/<li><a class="ds-link" href="(\/ordningsarbeid\/[^"]*)"/g)].map(([, link]) => unescape(link));
		assert.ok(links.length >= wrong.length, links.join('\n'));
		for (const link of links) {
			const [page, anchor] = link.split('#');
			assert.equal((await officer.get(page)).status, 200, link);
			const ids = [...officer.page.matchAll(/\bid="([^"]*)"/g)].map(([, name]) => unescape(name));
			assert.ok(ids.includes(decodeURIComponent(anchor)), `${link} is on its page`);
			assert.match(words(officer.page), /må rettes på denne siden/, link);
		}
	}
});
