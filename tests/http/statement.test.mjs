// statement.test.mjs — statements of others: asked for by e-mail, given without login, once, and read by those who may.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Applicant, newOrganisation, pdf, stateOf } from '../lib/applicant.mjs';
import { forgetFields, publishFields, rowsDraft } from '../lib/field_scheme.mjs';
import { Staff } from '../lib/staff.mjs';
import { sql, Visitor, words } from '../lib/visitor.mjs';

publishFields();
forgetFields();

const restartJobs = () => process.kill(Number(readFileSync(`${process.env.RUN}/jobs.service`, 'utf8')), 'SIGKILL');

let serial = 0;
const newAddress = () => `uttaler${process.pid}${(serial += 1)}@kommune.test`;
const asked = (field = 'uttalelse', more = {}) => ({ navn: 'Hamar kommune', epost: newAddress(), sprak: 'nb', melding: 'Kan dere hjelpe oss?', spor: 'ja', ...more, field });

async function ask(person, id, given) {
	const { field, ...fields } = given;
	const path = `/soknader/${id}/uttalelse/${field}`;
	assert.equal((await person.get(path)).status, 200);
	return person.post(path, Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])));
}

const requests = (id) => sql('select request_id, field, name, answered_at is not null, revoked_at is not null from statement_request where application_id = :v1 order by 1', id);
const letterTo = (email) => sql("select replace(body, chr(10), ' ') from mail where to_address = :'v1' order by mail_id desc limit 1", email)[0]?.[0];
const linkTo = (email) => /\/uttalelse\/[A-Za-z0-9_-]{43}/.exec(letterTo(email))[0];

async function give(link, fields, file, guest = new Visitor()) {
	await guest.get(link);
	const body = new FormData();
	for (const [name, value] of [...guest.tokens(link), ...Object.entries(fields)]) {
		body.append(name, value);
	}
	if (file !== undefined) {
		body.append('fil', file, 'uttalelse.pdf');
	}
	return { guest, answer: await guest.request(link, { method: 'POST', body }) };
}

test('an applicant asks, the one who is asked answers without login, and both see it', async () => {
	const { person, id } = await rowsDraft();
	const given = asked('uttalelse', { vis: 'antall' });
	await person.fill(`/soknader/${id}/del/tiltaket`, { tittel: 'Kornes <dag>', antall: '4', kunstart: 'film' }, { go: 'list' });
	assert.equal((await ask(person, id, given)).status, 303);
	const letter = letterTo(given.epost);
	assert.match(letter, /Hei Hamar kommune.*Uttalelse fra kommunen.*Prøvelaget.*Kornes <dag>.*Prøve Person/);
	assert.doesNotMatch(letter, /Kan dere hjelpe oss/, 'what the applicant writes is on the page alone');
	const link = linkTo(given.epost);
	assert.equal(sql("select count(*) from statement_link where token_hash = :'v1'", link.split('/')[2])[0][0], '0', 'the token itself is nowhere');
	assert.equal(sql("select count(*) from statement_link where token_hash = :'v1'", createHash('sha256').update(link.split('/')[2]).digest('hex'))[0][0], '1');

	const guest = new Visitor();
	const page = await guest.get(link);
	assert.equal(page.status, 200);
	assert.match(words(page.body), /Prøve Person søker om tilskudd for Prøvelaget.*ber om en uttalelse fra deg, Hamar kommune.*Kornes <dag>.*Antall 4.*Kan dere hjelpe oss\?.*Skriv hva kommunen mener/);
	assert.doesNotMatch(page.body, /Film|\/soknader\//, 'what was not ticked is not shown, and no way leads to the case');
	assert.equal(page.headers.get('cache-control'), 'no-store');
	assert.match(page.headers.get('x-robots-tag'), /noindex/);
	assert.equal(page.headers.get('referrer-policy'), 'no-referrer');

	const nothing = (await give(link, {})).answer;
	assert.equal(nothing.status, 422);
	assert.match(words(nothing.body), /Skriv uttalelsen, eller legg den ved som en fil.*Kryss av for at uttalelsen er din/);
	const wrong = (await give(link, { tekst: 'Godt.', min: 'yes' }, new Blob(['MZ program']))).answer;
	assert.equal(wrong.status, 422);
	assert.match(words(wrong.body), /Denne typen fil kan vi ikke ta imot her.*Godt\./, 'and what was written is kept');
	const { answer } = await give(link, { tekst: 'Kommunen støtter <tiltaket>.', min: 'yes' }, pdf());
	assert.equal(answer.status, 303, words(answer.body));
	assert.match(words((await guest.get(link)).body), /Takk, uttalelsen er sendt/);
	assert.doesNotMatch(guest.page, /støtter/, 'what was sent is not shown again');
	assert.equal((await give(link, { tekst: 'En gang til.', min: 'yes' })).answer.status, 303, 'a second time gives nothing');
	assert.deepEqual(sql('select file_name, media_type, secret from attachment where application_id = :v1 order by attachment_id', id), [
		['Uttalelse fra Hamar kommune.txt', 'text/plain; charset=utf-8', 'f'], ['uttalelse.pdf', 'application/pdf', 'f']]);
	assert.match(letterTo(person.email), /Uttalelsen fra Hamar kommune til søknaden deres er kommet/);

	await person.get(`/soknader/${id}/uttalelse/uttalelse`);
	assert.match(words(person.page), /Hamar kommune.*Kommet.*Kommunen støtter <tiltaket>\..*uttalelse\.pdf/);
	assert.match(words((await person.get(`/soknader/${id}/del/mer`)).body), /Uttalelse fra Hamar kommune\.txt/);
});

test('a link is one person\'s, runs out, is taken back and sent again', async () => {
	const { person, id } = await rowsDraft();
	const first = asked();
	assert.equal((await ask(person, id, first)).status, 303);
	const link = linkTo(first.epost);
	const path = `/soknader/${id}/uttalelse/uttalelse`;
	await person.get(path);
	const [[request]] = requests(id);
	assert.equal((await person.post(path, { igjen: request })).status, 303);
	const newer = linkTo(first.epost);
	assert.notEqual(newer, link);
	assert.equal((await new Visitor().get(link)).status, 404, 'the first link works no more');
	assert.equal((await new Visitor().get(newer)).status, 200);

	sql("update statement_request set asked_at = now() - interval '40 days', expires_at = now() - interval '1 second' where request_id = :v1", request);
	const late = await new Visitor().get(newer);
	assert.equal(late.status, 404);
	assert.match(words(late.body), /Lenken virker ikke lenger/);
	assert.doesNotMatch(words(late.body), /Prøvelaget|Hamar/, 'a dead link tells nothing');
	await person.get(path);
	assert.match(words(person.page), /Lenken er utløpt/);
	assert.equal((await person.post(path, { igjen: request })).status, 303);
	const third = linkTo(first.epost);
	await person.get(path);
	assert.equal((await person.post(path, { trekk: request })).status, 303);
	assert.equal((await new Visitor().get(third)).status, 404);
	const holder = new Visitor();
	await holder.get('/glemt-passord');
	assert.equal((await holder.post(third, { tekst: 'Sent.', min: 'yes' })).status, 404);
	assert.deepEqual(requests(id)[0].slice(3), ['f', 't']);
	await person.get(path);
	assert.match(words(person.page), /Trukket tilbake/);
	assert.equal((await person.post(path, { igjen: request })).status, 409);
	assert.equal((await new Visitor().get('/uttalelse/finnes-ikke')).status, 404);
});

test('nobody is sent many, and wrong addresses are told of', async () => {
	const { person, id } = await rowsDraft();
	for (const epost of ['', 'kari', 'kari@lag', 'kåre@lag.no', 'en@lag.no to@lag.no', `${'a'.repeat(250)}@lag.no`]) {
		const answer = await ask(person, id, asked('uttalelse', { epost }));
		assert.equal(answer.status, 422, epost);
		assert.match(words(answer.body), /Skriv en e-postadresse/);
	}
	assert.equal((await ask(person, id, asked('uttalelse', { navn: ' ' }))).status, 422);
	assert.equal((await ask(person, id, asked('uttalelse', { melding: 'a'.repeat(1001) }))).status, 422);
	assert.equal((await person.get(`/soknader/${id}/uttalelse/tittel`)).status, 404);
	const path = `/soknader/${id}/uttalelse/uttalelse`;
	assert.equal((await ask(person, id, asked())).status, 303);
	const [[request]] = requests(id);
	for (let i = 0; i < 2; i++) {
		await person.get(path);
		assert.equal((await person.post(path, { igjen: request })).status, 303);
	}
	await person.get(path);
	const many = await person.post(path, { igjen: request });
	assert.equal(many.status, 422);
	assert.match(words(many.body), /for mange slike e-poster/);
	assert.equal((await ask(person, id, asked())).status, 303);
	await person.get(path);
	assert.match(words(person.page), /Dere har spurt så mange som det er plass til/);
	const third = await person.post(path, { navn: 'Tre', epost: newAddress(), sprak: 'nb', spor: 'ja' }, { tokens: person.tokens(path) });
	assert.equal(third.status, 422);
	assert.equal(requests(id).length, 2);
});

test('a statement the applicant does not read comes to the county alone, and stops nobody from sending', async () => {
	const { person, id } = await rowsDraft();
	const secret = asked('anbefaling', { navn: 'Rektor Ås' });
	assert.equal((await ask(person, id, secret)).status, 303);
	const link = linkTo(secret.epost);
	assert.match(words((await new Visitor().get(link)).body), /leser ikke uttalelsen her.*be om innsyn/);
	assert.equal((await give(link, { tekst: 'Hemmelig ros.', min: 'yes' })).answer.status, 303);
	const [[file]] = sql('select attachment_id from attachment where application_id = :v1', id);
	for (const path of [`/soknader/${id}/uttalelse/anbefaling`, `/soknader/${id}/del/mer`, `/soknader/${id}/kontroller`]) {
		await person.get(path);
		assert.match(words(person.page), /Rektor Ås/, path);
		assert.doesNotMatch(person.page, /Hemmelig ros/, path);
	}
	assert.match(words(person.page), /Bare fylkeskommunen leser den/);
	assert.equal((await person.get(`/soknader/${id}/vedlegg/${file}`)).status, 404);

	// Sent the short way: what else the scheme asks for is other tests'.
	const waiting = asked();
	assert.equal((await ask(person, id, waiting)).status, 303);
	sql(`begin; set local session_replication_role = replica;
		update application set state = 'submitted', submitted_at = now(), submitted_by = created_by, number = '2026-' || application_id,
			document = '<application xmlns="urn:tilskudd:application:1"/>', document_hash = repeat('0', 64), title = 'Kornes dag' where application_id = :v1;
		delete from draft_answer where application_id = :v1; commit`, id);
	assert.equal(stateOf(id), 'submitted');
	const officer = await Staff.new({ unit: 'kultur' });
	assert.equal((await officer.get(`/soknader/${id}/vedlegg/${file}`)).status, 404, 'not before she has declared');
	await officer.declare(id);
	const before = await officer.get(`/saker/${id}`);
	assert.match(words(before.body), /Uttalelser søkeren har bedt om.*Rektor Ås.*Kommet.*Hemmelig ros.*Hamar kommune.*Venter på svar/);
	assert.equal((await officer.get(`/soknader/${id}/vedlegg/${file}`)).body, 'Hemmelig ros.');
	assert.equal((await give(linkTo(waiting.epost), { min: 'yes' }, pdf())).answer.status, 303);
	const after = await officer.get(`/saker/${id}`);
	assert.match(words(after.body), /Hamar kommune.*Kommet.*uttalelse\.pdf.*En uttalelse kom/);
	assert.equal(sql('select api.event_verify(:v1) is null', id)[0][0], 't');
	assert.equal((await person.get(`/soknader/${id}`)).status, 200);
	assert.match(words(person.page), /Uttalelser dere har bedt om.*Rektor Ås/);
	assert.doesNotMatch(person.page, /Hemmelig ros/);

	const stranger = await Applicant.new();
	newOrganisation(stranger.email);
	assert.equal((await stranger.get(`/soknader/${id}/uttalelse/uttalelse`)).status, 404);
	assert.equal((await stranger.get(`/soknader/${id}/vedlegg/${file}`)).status, 404);
	sql("begin; set local session_replication_role = replica; update application set state = 'decided' where application_id = :v1; commit", id);
	await person.get(`/soknader/${id}/uttalelse/uttalelse`);
	assert.match(words(person.page), /Det kan ikke komme flere uttalelser/);
});

test('no is an answer too, and a form from elsewhere is none', async () => {
	const { person, id } = await rowsDraft();
	const given = asked('uttalelse', { sprak: 'nn' });
	assert.equal((await ask(person, id, given)).status, 303);
	assert.match(letterTo(given.epost), /Ein søkjar ber deg om ei fråsegn/, 'in the language the applicant chose');
	const link = linkTo(given.epost);
	const guest = new Visitor();
	assert.match((await guest.get(link)).body, /<html lang="nn"/);
	const foreign = await guest.post(link, { nei: 'ja' }, { headers: { origin: 'https://ond.test' } });
	assert.equal(foreign.status, 403);
	const without = await guest.post(link, { nei: 'ja' }, { tokens: [] });
	assert.equal(without.status, 303);
	assert.equal(sql('select declined_at is null from statement_request where application_id = :v1', id)[0][0], 't');
	await guest.get(link);
	assert.equal((await guest.post(link, { nei: 'ja' })).status, 303);
	assert.match(words((await guest.get(link)).body), /Du har sagt nei/);
	assert.match(letterTo(person.email), /Hamar kommune har svart at det ikke kommer noen uttalelse/);
	await person.get(`/soknader/${id}/uttalelse/uttalelse`);
	assert.match(words(person.page), /Har sagt nei/);
});

test('whoever has not answered is reminded once, a few days before the link runs out', async () => {
	const { person, id } = await rowsDraft();
	const given = asked();
	assert.equal((await ask(person, id, given)).status, 303);
	const first = linkTo(given.epost);
	sql(`update statement_request set asked_at = now() - interval '10 days', sent_at = now() - interval '10 days', expires_at = now() + interval '2 days'
		where application_id = :v1`, id);
	// Reminders go out once an hour, the first time when the job runner starts.
	restartJobs();
	for (let i = 0; i < 150 && !/Vi minner om/.test(letterTo(given.epost)); i++) {
		await sleep(100);
	}
	assert.match(letterTo(given.epost), /Hei Hamar kommune.*Vi minner om.*Uttalelse fra kommunen.*Prøvelaget/);
	const reminded = linkTo(given.epost);
	assert.notEqual(reminded, first);
	for (const link of [first, reminded]) {
		assert.equal((await new Visitor().get(link)).status, 200, 'both links lead to the same page');
	}
	restartJobs();
	await sleep(3000);
	assert.equal(sql("select count(*) from mail where to_address = :'v1' and body like '%Vi minner om%'", given.epost)[0][0], '1');
	assert.equal((await give(reminded, { tekst: 'Ja.', min: 'yes' })).answer.status, 303);
	assert.match(words((await new Visitor().get(first)).body), /Takk, uttalelsen er sendt/);
});
