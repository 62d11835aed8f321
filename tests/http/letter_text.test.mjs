// letter_text.test.mjs — the standing texts of letters: written by officers, checked by the line, in force from their day.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { decided, declareAll, LEADER, lockedCall, OFFICER, reader, removeCalls, statementsOf, tamper } from '../lib/decision_call.mjs';
import { sql, unescape, words } from '../lib/visitor.mjs';

const why = `Prøve ${Date.now()}`;
after(() => {
	tamper(`delete from letter_text where why like '${why}%'`);
	removeCalls();
});

const [[today, tomorrow, yesterday]] = sql(`select to_char(d, 'DD.MM.YYYY'), to_char(d + 1, 'DD.MM.YYYY'), to_char(d - 1, 'DD.MM.YYYY')
	from (select (now() at time zone 'Europe/Oslo')::date d) x`);
const inForce = (block) => sql(`select nb, nn, en from api.letter_texts_on((now() at time zone 'Europe/Oslo')::date) where block = :'v1'`, block)[0];
const form = (changes = {}) => {
	const [nb, nn, en] = inForce('access');
	return { nb, nn, en, fra: today, til: '', hvorfor: why, vis: 'nb', sak: '', steg: 'lagre', ...changes };
};
const page = '/brevtekster/access';
const write = async (person, changes, path = page) => {
	await person.get(path);
	return person.post(path, form(changes));
};
const saved = () => Number(sql(`select count(*) from letter_text where why like '${why}%'`)[0][0]);

test('every text is listed with when it was last changed, and opened with its history', async () => {
	const officer = await reader(OFFICER);
	const list = await officer.get('/brevtekster');
	assert.equal(list.status, 200);
	assert.ok(statementsOf('GET', '/brevtekster') <= 5);
	for (const text of ['Vedtaksbrev', 'Mangelbrev', 'Foreløpig svar', 'Klagesak', 'Utsatt iverksetting', 'fulgte med systemet']) {
		assert.ok(words(list.body).includes(text), text);
	}
	const codes = [...list.body.matchAll(/href="\/brevtekster\/([a-z_]+)"/g)].map(([, code]) => code);
	assert.deepEqual(codes.toSorted(), sql('select distinct block from letter_text order by 1').flat());
	const one = await officer.get('/brevtekster/appeal');
	assert.ok(statementsOf('GET', '/brevtekster/:block') <= 5);
	for (const text of ['{klageorgan} (må være med)', 'Gjelder i dag', 'Fra 1. januar 2020', 'Fulgte med systemet.']) {
		assert.ok(words(one.body).includes(text), text);
	}
	assert.equal((await officer.get('/brevtekster/finnes-ikke')).status, 404);
});

test('what is wrong in a text is told with its line, and nothing is saved', async () => {
	const officer = await reader(OFFICER);
	const wrong = [
		[{ nb: 'Hei.\n\nSe {numer}.' }, 'Linje 3: {numer} er ikke et felt her. Mente du {nummer}?'],
		[{ nn: 'Sjå {nummer' }, 'Linje 1: En klamme er åpnet, men ikke lukket.'],
		[{ en: ' ' }, 'Skriv teksten. Brev kan ikke sendes uten den.'],
		[{ fra: yesterday }, 'Datoen har vært.'],
		[{ fra: 'i går' }, 'Skriv datoen som dag, måned og år'],
		[{ til: '31.02.2027' }, 'Skriv datoen som dag, måned og år'],
		[{ fra: tomorrow, til: today }, 'Siste dag er før første.'],
		[{ hvorfor: ' ' }, 'Skriv hvorfor teksten endres.'],
	];
	for (const [changes, told] of wrong) {
		const answer = await write(officer, changes);
		assert.equal(answer.status, 422, told);
		assert.ok(words(answer.body).includes(told), `${told}\n${words(answer.body).slice(0, 900)}`);
	}
	const appeal = '/brevtekster/appeal';
	await officer.get(appeal);
	const answer = await officer.post(appeal, form({ nb: 'Klag innen to uker til {klageadresse}. {klageorgan} avgjør.' }));
	assert.ok(words(answer.body).includes('Teksten må si «tre uker». Det er fristen i loven.'));
	assert.equal(saved(), 0);
});

test('the letter is seen as page and PDF before the text is saved', async () => {
	const officer = await reader(OFFICER);
	const shown = await write(officer, { steg: 'se', nb: 'Be om {nummer} i resepsjonen.', hvorfor: '', fra: '' });
	assert.equal(shown.status, 200);
	const paper = words(/<article class="paper[^]*<\/article>/.exec(shown.body)[0]);
	assert.ok(paper.includes('Be om 2027-00123 i resepsjonen.'), paper);
	assert.ok(paper.includes('Dere får tilskudd') && paper.includes('Dalen kulturlag'));
	const section = shown.body.slice(shown.body.indexOf('preview-title'));
	const kept = [...section.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)]
		.filter(([, name]) => !['csrf', 'form_key'].includes(name)).map(([, name, value]) => [name, unescape(value)]);
	const pdf = await officer.post(`${page}/brev.pdf`, kept);
	assert.equal(pdf.status, 200);
	assert.ok(pdf.body.startsWith('%PDF-'));
	const nynorsk = await write(officer, { steg: 'se', vis: 'nn', nn: 'Spør om {nummer}.' });
	assert.match(nynorsk.body, /<article class="paper doc" lang="nn"/);
	const english = await write(officer, { steg: 'se', vis: 'en', en: 'Ask for {nummer}.' });
	assert.match(english.body, /<article class="paper doc" lang="en"/);
	assert.ok(words(english.body).includes('Ask for 2027-00123.') && words(english.body).includes('The letter in short'));
	assert.equal(saved(), 0);
	for (const block of sql('select distinct block from letter_text').flat()) {
		const made = await officer.get(`/brevtekster/${block}/brev.pdf?dag=2026-01-01`);
		assert.ok(made.status === 200 && made.body.startsWith('%PDF-'), block);
	}
});

test('a character no font has is told in the preview', async () => {
	const officer = await reader(OFFICER);
	const shown = await write(officer, { steg: 'se', nb: 'Se saken \u{13000}.' });
	assert.ok(words(shown.body).includes('Noen tegn i brevet finnes ikke i skriftene våre: \u{13000} (U+13000).'));
});

// A decided case of the unit, in which the leader is declared.
async function decidedCase() {
	const made = lockedCall([{ applied: 50000, proposed: 50000, outcome: 'grant', reason: 'Godt.' }]);
	const leader = await reader(LEADER);
	const at = `${made.path}/vedtak`;
	await declareAll(leader, at);
	await leader.get(at);
	await leader.post(at, [['steg', 'vedta'], ...decided(made.ids[0], { sum: 50000, reason: 'Godt.' })]);
	return { made, leader };
}

test('a chosen case is shown to whoever may read its letter, and to nobody else', async () => {
	const { made, leader } = await decidedCase();
	const shown = await write(leader, { steg: 'se', nb: 'Be om {nummer}.', sak: made.numbers[0] });
	assert.equal(shown.status, 200);
	assert.ok(words(shown.body).includes(`Be om ${made.numbers[0]}.`) && words(shown.body).includes('Vi gir 50 000 kr'));
	const officer = await reader(OFFICER);
	for (const [person, number] of [[officer, made.numbers[0]], [await reader('leder@demo.test'), made.numbers[0]], [leader, 'T-0-0']]) {
		const answer = await write(person, { steg: 'se', sak: number });
		assert.equal(answer.status, 422);
		assert.ok(words(answer.body).includes('Vi fant ikke et slikt brev.'));
		assert.doesNotMatch(answer.body, /50 000 kr/);
	}
});

test('a change holds from its day; letters take it then, and what is sent stays', async () => {
	const { made, leader } = await decidedCase();
	const letter = `/saker/${made.ids[0]}/brev`;
	const [nb] = inForce('access');
	assert.equal((await write(leader, { nb: 'Fra i morgen: se {nummer}.', fra: tomorrow })).status, 303);
	assert.equal(inForce('access')[0], nb, 'tomorrow is not today');
	assert.ok(words((await leader.get('/brevtekster')).body).includes('Ny tekst gjelder fra'));

	assert.equal((await write(leader, { nb: 'Nye ord om innsyn i {nummer}.' })).status, 303);
	const preview = await leader.get(letter);
	assert.ok(words(preview.body).includes(`Nye ord om innsyn i ${made.numbers[0]}.`));
	assert.equal((await leader.post(letter, {})).status, 303);

	// Two changes on one day: the last holds.
	assert.equal((await write(leader, { nb: 'Enda nyere ord.' })).status, 303);
	assert.ok(words((await leader.get(letter)).body).includes(`Nye ord om innsyn i ${made.numbers[0]}.`), 'frozen');
	const history = words((await leader.get(page)).body);
	assert.ok(history.includes(why) && history.includes('Håvard Tjomsrud'), 'who and why');
	assert.deepEqual(sql(`select nb from letter_text where why like '${why}%' order by letter_text_id`).flat(), [
		'Fra i morgen: se {nummer}.', 'Nye ord om innsyn i {nummer}.', 'Enda nyere ord.']);
	tamper(`delete from letter_text where why like '${why}%'`);
});

test('a text with a last day gives way to the one before it', () => {
	const on = (day) => sql(`select nb from api.letter_texts_on(:'v1') where block = 'again'`, day)[0][0];
	const [before] = on('2030-01-01') ? [on('2030-01-01')] : [];
	sql(`insert into letter_text (block, valid_from, valid_until, nb, nn, why) values ('again', '2030-02-01', '2030-02-28', 'Bare i februar.', 'Berre.', '${why}')`);
	assert.equal(on('2030-02-01'), 'Bare i februar.');
	assert.equal(on('2030-02-28'), 'Bare i februar.');
	assert.equal(on('2030-03-01'), before);
});

test('a text can neither be changed nor taken away in the database', () => {
	assert.throws(() => sql("update letter_text set nb = 'x'"), /append-only/);
	assert.throws(() => sql('delete from letter_text'), /append-only/);
});
