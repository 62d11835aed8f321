// calls.test.mjs — each kind of deadline in the catalogue's words, what changes in a call, and who came too late for what.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Applicant, newOrganisation } from '../lib/applicant.mjs';
import { announced, both, callDocument, callOf, day, PERIOD, tool, YEAR } from '../lib/call_document.mjs';
import { sql, Visitor, words } from '../lib/visitor.mjs';

const guest = new Visitor();
const page = async (id) => words((await guest.get(`/ordninger/${id}`)).body);
const start = async (id) => words((await person.get(`/ordninger/${id}/start`)).body);
const card = async (id) => {
	const { body } = await guest.get('/ordninger');
	return words(body.split('<li class="card scheme-card">').find((one) => one.includes(`/ordninger/${id}"`)));
};
const weekday = '(man|tirs|ons|tors|fre|lør|søn)dag';
const long = '\\d+\\. [a-z]+ \\d{4} kl\\. \\d\\d\\.\\d\\d';
const fixed = (more = '', inside = '') => `<call year="${YEAR}" kind="fixed" opens="${day(-20)}" closes="${day(20)}" ${more}>
	<frame nok="500000"/><answer by="${day(80)}"/>${inside}</call>`;
const flowing = (kind, more = '', inside = '') => `<call year="${YEAR}" kind="${kind}" opens="${day(-20)}" closes="${day(90)}" ${more}>
	<frame nok="500000"/><answer ${/main/.test(kind) ? `by="${day(60)}" ` : ''}weeks="6"/>${inside}</call>`;
const person = await Applicant.new();
newOrganisation(person.email);

test('a fixed deadline has its weekday and its minute; a day alone lasts until 23.59', async () => {
	const id = announced('u-fast', fixed());
	assert.match(await card(id), new RegExp(`Frist ${long} om 20 dager`));
	assert.match(await page(id), new RegExp(`Åpen for søknader Fristen er ${weekday} \\d+\\. [a-z]+ \\d{4} kl\\. 23\\.59\\. om 20 dager`));
	assert.match(await page(id), /Til fordeling 500 000 kr/);
	assert.match(await start(id), new RegExp(`Fristen er ${long} \\(om 20 dager\\)\\.`));
});

test('several deadlines are told each with the activities it is for', async () => {
	const id = announced('u-flere', `${fixed('', `<covers from="${day(30)}" to="${day(200)}"/>`)}
		<call year="${YEAR}" round="2" kind="fixed" opens="${day(40)}" closes="${day(60)}"><covers from="${day(201)}" to="${day(380)}"/><answer by="${day(90)}"/></call>`);
	const said = await page(id);
	assert.match(said, /Alle frister .*åpen nå\. For tiltak \d\d\.\d\d\.\d{4} – \d\d\.\d\d\.\d{4} .*åpner \d+\. [a-z]+ \d{4}\. For tiltak/);
});

test('not open yet says when it opens, and nobody can begin', async () => {
	const id = announced('u-kommer', `<call year="${YEAR}" kind="fixed" opens="${day(5, '12:00')}" closes="${day(40)}"><answer by="${day(80)}"/></call>`);
	assert.match(await card(id), /Åpner \d+\. [a-z]+ \d{4} kl\. 12\.00/);
	assert.match(await page(id), new RegExp(`Åpner snart Dere kan søke fra \\d+\\. [a-z]+ \\d{4} kl\\. 12\\.00\\. Fristen er ${weekday}`));
	assert.match(await start(id), /Dere kan ikke søke ennå\. Ordningen åpner/);
});

test('continuous is open until the money is gone, and then it is closed', async () => {
	const id = announced('u-lopende', flowing('continuous'));
	assert.match(await card(id), /Løpende, til pengene er brukt/);
	assert.match(await page(id), /Løpende: Søk når som helst til pengene er brukt, og ikke senere enn/);
	assert.match(await page(id), /Dere får svar innen 6 uker\./);
	assert.match(await start(id), /Søk før pengene er brukt opp, og ikke senere enn/);
	const call = callOf(id);
	sql("begin; set local session_replication_role = replica; insert into ledger_entry (call_id, kind, reason) values (:v1, 'award', 'prøve'); insert into ledger_posting select max(entry_id), 'frame', -50000000 from ledger_entry; insert into ledger_posting select max(entry_id), 'awarded', 50000000 from ledger_entry; commit", call);
	assert.match(await card(id), /Pengene er brukt opp/);
	assert.match(await page(id), /Pengene er brukt opp Hele rammen er delt ut\./);
	assert.match(await start(id), /Dere kan ikke søke nå\. Pengene er brukt opp\./);
});

test('a main round comes first, and what is left of it after', async () => {
	const id = announced('u-hoved', flowing('main-then-continuous', `main-closes="${day(10)}"`));
	assert.match(await card(id), new RegExp(`Frist ${long}, deretter løpende om 10 dager`));
	assert.match(await page(id), /Er det penger igjen etterpå, kan dere søke løpende til de er brukt\./);
	sql("update call set main_closes_at = now() - interval '1 minute' where call_id = :v1", callOf(id));
	assert.match(await card(id), /Løpende, til pengene er brukt/);
});

test('a relative deadline is counted from the activity: told, warned about, and late by it', async () => {
	const id = announced('u-relativ', flowing('relative', '', '<before-start count="1" unit="months"/>'), { fields: PERIOD });
	assert.match(await card(id), /Søk senest 1 måned før aktiviteten starter/);
	assert.match(await page(id), /Frist 1 måned før aktiviteten starter/);
	const late = await draft(id, 10);
	const check = words((await late.someone.get(`/soknader/${late.application}/kontroller`)).body);
	assert.match(check, /Utkast, ikke sendt\. Fristen gikk ut/);
	assert.match(check, /Søknaden skulle kommet senest 1 måned før aktiviteten starter, altså \d+\. [a-z]+ \d{4}\..*registrert som for sen/);
	assert.equal((await late.someone.send(late.application)).status, 303, 'no machine refuses it');
	assert.deepEqual(sql('select late, due_at < submitted_at from application where application_id = :v1', late.application), [['t', 't']]);
	assert.match(words((await late.someone.get(`/soknader/${late.application}`)).body), /dager etter fristen/);

	const early = await draft(id, 60);
	assert.match(words((await early.someone.get(`/soknader/${early.application}`)).body), /Fristen er .*, 1 måned før aktiviteten starter\./);
	assert.equal((await early.someone.send(early.application)).status, 303);
	assert.deepEqual(sql('select late from application where application_id = :v1', early.application), [['f']]);
	assert.match(words((await early.someone.get(`/soknader/${early.application}`)).body), /Dere får svar innen/);
});

// A whole draft for an activity that starts so many days from now.
async function draft(scheme, from) {
	const someone = await Applicant.new();
	const application = await someone.start(scheme, newOrganisation(someone.email), { call: callOf(scheme) });
	const answer = await someone.fill(`/soknader/${application}/del/tiltaket`, { tittel: 'Prøve', sum: '10000', 'periode.start': day(from), 'periode.end': day(from + 5) });
	assert.equal(answer.status, 303, words(answer.body).slice(0, 800));
	return { someone, application };
}

// The page that checks the answers offers no button, and a request all the same is refused in the same words.
async function refused(someone, application) {
	const check = await someone.get(`/soknader/${application}/kontroller`);
	assert.ok(!check.body.includes(`action="/soknader/${application}/send"`));
	const [[version]] = sql('select version from application where application_id = :v1', application);
	const answer = await someone.post(`/soknader/${application}/send`, { version });
	assert.equal(answer.status, 422);
	return words(answer.body);
}

test('what is written may be sent when the money is gone, and is late', async () => {
	const id = announced('u-tomt', flowing('continuous'));
	const someone = await Applicant.new();
	const application = await someone.start(id, newOrganisation(someone.email), { call: callOf(id) });
	await someone.fill(`/soknader/${application}/del/tiltaket`, { tittel: 'Prøve', sum: '10000' });
	const said = callDocument(id, flowing('continuous', '', `<used-up on="${day(-1)}">${both('Alt er gitt.')}</used-up>`));
	assert.equal(said.status, 0, said.stderr);
	assert.match(await page(id), /Pengene er brukt opp Hele rammen er delt ut\. Alt er gitt\./);
	assert.match(words((await someone.get(`/soknader/${application}/kontroller`)).body), /Pengene er brukt opp\. Dere kan sende søknaden likevel\./);
	assert.equal((await someone.send(application)).status, 303);
	assert.deepEqual(sql('select late from application where application_id = :v1', application), [['t']]);
});

test('on hold and cancelled say why; a draft is kept and not sent', async () => {
	const id = announced('u-vent', fixed());
	const someone = await Applicant.new();
	const application = await someone.start(id, newOrganisation(someone.email), { call: callOf(id) });
	await someone.fill(`/soknader/${application}/del/tiltaket`, { tittel: 'Prøve', sum: '10000' });
	assert.equal(callDocument(id, fixed('', `<on-hold on="${day(0)}">${both('Fylkestinget vedtar budsjettet i desember.')}</on-hold>`)).status, 0);
	assert.match(await card(id), /Utlysningen er satt på vent/);
	assert.match(await page(id), /Utlysningen er satt på vent Etter planen .*Fylkestinget vedtar budsjettet i desember\./);
	assert.match(words((await someone.get(`/soknader/${application}`)).body), /Utkast, ikke sendt\. Utlysningen er satt på vent\./);
	const held = await refused(someone, application);
	assert.match(held, /satt på vent, så søknaden kan ikke sendes nå/);

	assert.equal(callDocument(id, fixed('', `<cancelled on="${day(0)}">${both('Det ble ingen penger.')}</cancelled>`)).status, 0);
	assert.match(await card(id), /Utlysningen er avlyst/);
	assert.match(await page(id), /Utlysningen er avlyst Det ble ingen penger\./);
	assert.match(await start(id), /Dere kan ikke søke nå\. Utlysningen er avlyst\. Det ble ingen penger\./);
	assert.match(await refused(someone, application), /er avlyst, så søknaden kan ikke sendes/);
	assert.equal((await person.post(`/ordninger/${id}/start`, { call: callOf(id), organisation: '1', lang: 'nb' })).status, 409);

	assert.equal(callDocument(id, fixed()).status, 0);
	assert.equal((await someone.send(application)).status, 303, 'once it is open again');
	assert.deepEqual(sql('select kind, was, became from call_change where call_id = :v1 order by change_id', callOf(id)),
		[['announced', '', ''], ['on-hold', 'announced', 'on-hold'], ['cancelled', 'on-hold', 'cancelled'], ['resumed', 'cancelled', 'announced']]);
});

test('an extended deadline is struck and reasoned; who came late before it is left as they were', async () => {
	const id = announced('u-utsatt', fixed());
	const extended = fixed('', `<extended from="${day(20)}" on="${day(0)}">${both('Skjemaet var nede.')}</extended>`).replace(`closes="${day(20)}"`, `closes="${day(30)}"`);
	const said = callDocument(id, extended, { options: ['--by', 'leder@demo.test'] });
	assert.equal(said.status, 0, said.stderr);
	assert.match(said.stdout, /u-utsatt: 0 lyst ut, 1 endret, 0 som før/);
	const html = (await guest.get(`/ordninger/${id}`)).body;
	assert.match(html, new RegExp(`Fristen er utsatt\\. Den var <s>\\d+\\. [a-z]+ \\d{4} kl\\. 23\\.59</s>\\. Skjemaet var nede\\.`));
	assert.match(words(html), /om 30 dager/);
	const [[kind, was, became, why, name]] = sql(
		`select x.kind, x.was, x.became, x.why_nb, x.changed_by_name from call_change x join app_user u on u.user_id = x.changed_by
		  where x.call_id = :v1 and u.email = 'leder@demo.test'`, callOf(id));
	assert.equal(kind, 'extended');
	assert.match(`${was} ${became}`, new RegExp(`^${long} ${long}$`));
	assert.equal(why, 'Skjemaet var nede.');
	assert.ok(name.length > 3);
	assert.match(callDocument(id, extended).stdout, /0 lyst ut, 0 endret, 1 som før/, 'the same again changes nothing');
	const nynorsk = new Visitor();
	await nynorsk.get('/sprak?til=nn&tilbake=/');
	assert.match(words((await nynorsk.get(`/ordninger/${id}`)).body), /Fristen er utsett\. Han var .*Skjemaet var nede\. \(nn\)/);
});

test('a deadline is not moved forward while people rely on it, and nothing of the document is taken', async () => {
	const id = announced('u-fram', fixed());
	const before = sql('select closes_at, frame_ore from call where call_id = :v1', callOf(id));
	for (const [changed, told] of [
		[fixed().replace(`closes="${day(20)}"`, `closes="${day(10)}"`), /u-fram\.xml:\d+: utlysningen har åpnet med frist .* kan ikke flyttes fram/],
		[fixed().replace(`closes="${day(20)}"`, `closes="${day(25)}"`), /legg til <extended> med den gamle fristen og grunnen/],
		[fixed().replace(`opens="${day(-20)}"`, `opens="${day(-10)}"`), /det kan ikke endres nå; sett opens tilbake/],
		[fixed('', `<covers from="${day(30)}" to="${day(40)}"/>`).replace('500000', '600000'), /<covers> kan ikke dekke mindre enn før/],
		[flowing('continuous').replace(day(90), day(20)), /har åpnet som fixed og kan ikke bli continuous/],
	]) {
		const said = callDocument(id, changed);
		assert.equal(said.status, 1, changed);
		assert.match(said.stderr, told);
		assert.deepEqual(sql('select closes_at, frame_ore from call where call_id = :v1', callOf(id)), before);
	}
	const english = callDocument(id, fixed().replace(`closes="${day(20)}"`, `closes="${day(10)}"`), { options: ['--lang', 'en'] });
	assert.match(english.stderr, /people rely on it; it can't be moved forward/);
});

test('a frame is raised in the ledger and never lowered below what is awarded', () => {
	const id = announced('u-ramme', fixed());
	const free = () => sql("select api.ledger_balance(:v1, 'frame')", callOf(id))[0][0];
	assert.equal(free(), '50000000');
	assert.equal(callDocument(id, fixed().replace('500000', '700000')).status, 0);
	assert.equal(free(), '70000000');
	assert.equal(callDocument(id, fixed().replace('500000', '300000')).status, 0);
	assert.equal(free(), '30000000');
	sql("begin; set local session_replication_role = replica; insert into ledger_entry (call_id, kind, reason) values (:v1, 'award', 'prøve'); insert into ledger_posting select max(entry_id), 'frame', -20000000 from ledger_entry; insert into ledger_posting select max(entry_id), 'awarded', 20000000 from ledger_entry; commit", callOf(id));
	const said = callDocument(id, fixed().replace('500000', '150000'));
	assert.equal(said.status, 1);
	assert.match(said.stderr, /er alt tildelt, så rammen kan ikke bli lavere enn det/);
	assert.equal(free(), '10000000');
});

test('what is usual, every third year, upstream, another date than usual and the own message are told', async () => {
	const over = `<call year="${YEAR}" kind="fixed" opens="${day(-90)}" closes="${day(-20)}"><answer by="${day(80)}"/></call>`;
	const contact = '<contact name="Kari Prøve" phone="12 00 00 98" email="kari@fylke.test"/>';
	const cycle = announced('u-syklus', `<cycle years="3"/>${contact}${over}`);
	assert.match(await page(cycle), new RegExp(`Ordningen lyses ut hvert 3\\. år\\. Neste gang er i ${YEAR + 3}\\.`));
	const usual = announced('u-vanlig', `<usual closes="${day(-20).slice(5)}"/>${contact}${over}`);
	assert.match(await page(usual), /Neste utlysning er ikke satt ennå\. Fristen er vanligvis \d+\. [a-z]+\./);
	const other = announced('u-annen', fixed('', `<message>${both('Barn går foran i år.')}</message>
		<upstream body="municipality" closes="${day(10)}">${both('Spør kommunen.')}</upstream>
		<changed usual="01-15">${both('Møtet er senere.')}</changed>`).replace('<frame nok="500000"/>', '<frame nok="500000" conditional="yes"/>'));
	const said = await page(other);
	assert.match(said, /Fristen er en annen enn den vanlige, som er 15\. januar\. Møtet er senere\./);
	assert.match(said, /Kommunens frist: \d+\. [a-z]+ \d{4}\. Spør kommunen\./);
	assert.match(said, /Barn går foran i år\./);
	assert.match(said, /500 000 kr, med forbehold om bevilgning/);
	assert.match(await start(other), /Barn går foran i år\./);
});

test('the command line lists calls with what has happened to them, and says what is wrong with files', () => {
	const id = announced('u-liste', fixed('extra="yes"'));
	const [row] = JSON.parse(tool('call', 'list', '--json', id).stdout);
	assert.deepEqual([row.scheme, row.year, row.round, row.kind, row.extra, row.phase, row.frame_nok], [id, YEAR, 1, 'fixed', true, 'open', 500000]);
	assert.equal(row.changes[0].what, 'announced');
	assert.ok(row.changes[0].by.length > 0);
	assert.match(tool('call', 'list', id).stdout, new RegExp(`u-liste +${YEAR}/1 +open`));
	assert.match(tool('call', '--help').stdout, /call import \[--by EMAIL\]/);
	assert.equal(callDocument(id, fixed(), { verb: 'check' }).status, 0);
	const wrong = callDocument(id, fixed().replace('kind="fixed"', 'kind="fast"'), { verb: 'check' });
	assert.equal(wrong.status, 1);
	assert.match(wrong.stderr, /u-liste\.xml:4: kind="fast" på <call> går ikke; skriv ett av ordene/);
	assert.match(callDocument('u-ukjent', fixed()).stderr, /ordningen er ikke publisert; kjør «tilskudd scheme import»/);
	assert.match(callDocument(id, fixed(), { options: ['--by', 'ingen@demo.test'] }).stderr, /er ingen saksbehandler, leder eller administrator/);
	assert.match(callDocument(id, flowing('relative', '', '<before-start count="2" unit="weeks"/>'), { verb: 'check' }).stderr, /skjemaet til ordningen har ingen <period>/);
	assert.equal(tool('call', 'check').status, 2);
	assert.equal(tool('call', 'announce').status, 2);
	assert.match(tool('call', 'check', '/finnes/ikke.xml').stderr, /ikke.xml: det er ingen fil med det navnet; rett navnet/);
});
