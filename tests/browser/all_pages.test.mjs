// all_pages.test.mjs — every address of the route table, as those who may see it: axe finds nothing, it fits, it has one
// main heading and it complains of nothing, on a phone and at a desk, in all three languages.
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { assertAccessible, assertFits, assertNoPushing, desk, logIn, newPerson, openBrowser, phone, sql } from './browser.mjs';
import { callsDraftQuery, draftQuery, proposalQuery } from '../lib/draft.mjs';

const one = (query) => sql(`${query} limit 1`);
const unitOf = (email) => `(select unit_id from app_user where email = '${email}@demo.test')`;
const ownOf = (email) => `(select organisation_id from membership m join app_user u using (user_id) where u.email = '${email}@demo.test')`;
// The newest application of a state that somebody may see, and the newest call that has one.
const application = (whose, state) => one(`select a.application_id from application a where ${whose} and a.state = '${state}' order by 1 desc`);
const own = (state) => application(`a.organisation_id in ${ownOf('soker')}`, state);
// Cases and calls that people judge; those that a key shares out, and ladders, have visits of their own.
const caseOf = (email, state) => application(`a.unit_id = ${unitOf(email)} and a.applied_ore is not null`, state);
const callOf = (email, state) => one(`select a.call_id from application a where a.unit_id = ${unitOf(email)} and a.applied_ore is not null and a.state = '${state}' order by 1 desc`);
const lastCall = (scheme) => one(`select call_id from call where scheme_id = '${scheme}' and exists (select from application a where a.call_id = call.call_id) order by 1 desc`);
const [formula, ladder, batches] = ['in-organisasjoner-nedsatt-funksjonsevne', 'in-spillemidler-idrettsanlegg', 'in-bedriftsintern-opplaering'].map(lastCall);
const onLadder = one(`select application_id from application where call_id = ${ladder} and state = 'assessed' order by 1`);
// A list in which somebody has declared to be impartial in every case, so that its paper opens.
const wholeList = (email) => one(`select l.call_id from recommendation_list l join call c using (call_id) where l.state = 'locked' and not exists (
	select from application a where a.call_id = l.call_id and a.state <> 'draft' and (a.unit_id <> ${unitOf(email)} or not exists (
		select from impartiality i join app_user u using (user_id) where i.application_id = a.application_id
			and u.email = '${email}@demo.test' and i.declared = 'impartial')))
	order by 1`);

const [scheme, year] = sql('select scheme_id, year from evaluation order by year desc, scheme_id limit 1').split('|');
// Whichever leader has one left: the tests of evaluations publish some.
const [unpublished, unpublishedYear, publisher] = sql(`select c.scheme_id, c.year, split_part(u.email, '@', 1)
	from application a join call c using (call_id) join app_user u on u.unit_id = a.unit_id and u.role = 'leader' and u.demo
	where a.state = 'notified' and not exists (select from evaluation e where e.scheme_id = c.scheme_id and e.year = c.year)
	order by u.email desc limit 1`).split('|');
const open = one('select scheme_id from call where now() between opens_at and closes_at order by closes_at');
const closed = one('select scheme_id from call c where not exists (select from call o where o.scheme_id = c.scheme_id and o.closes_at > now()) order by 1');
const draft = own('draft');

function sectionsOf(id) {
	return one(`select string_agg(section[1], ' ') from application a join scheme_version v using (version_hash),
		regexp_matches(v.document, '<section id="([^"]+)"', 'g') section where a.application_id = ${id}`).split(' ');
}

const token = randomBytes(32).toString('base64url');
sql(`insert into password_reset (token_hash, user_id, expires_at)
	select '${createHash('sha256').update(token).digest('hex')}', user_id, now() + interval '1 hour' from app_user where email = 'admin@demo.test'`);

// A demo's applicant has asked somebody for a statement: a key of ours to what that somebody sees.
const [asked, askedIn, askedField] = sql(`select request_id, application_id, field from statement_request r join application a using (application_id)
	where a.organisation_id in ${ownOf('soker')} and r.answered_at is null order by 1 desc limit 1`).split('|');
const statementKey = () => {
	const key = randomBytes(32).toString('base64url');
	sql(`insert into statement_link (token_hash, request_id, email, made_at) select '${createHash('sha256').update(key).digest('hex')}', request_id, email, now()
		from statement_request where request_id = ${asked}`);
	return key;
};

// A case with letters before its decision, and one whose decision is explained in English.
const [lettered, letter] = sql('select application_id, min(case_letter_id) from case_letter group by 1 order by 1 desc limit 1').split('|');
const english = one("select application_id from letter where english_html <> '' order by 1 desc");
const appealed = one('select application_id from appeal join appeal_paper using (appeal_id) order by 1');
const unchanged = one(`select p.application_id from appeal p join appeal_paper using (appeal_id) join application a using (application_id)
	where a.unit_id = ${unitOf('saksbehandler.idrett')} and not exists (select from decision_change d where d.application_id = p.application_id) order by 1`);
const changed = one('select application_id from decision_change order by 1');
const unappealed = one(`select application_id from application a join call c using (call_id) where a.state = 'notified' and c.scheme_id = 'in-kulturaktivitet-barn-ungdom'
	and not exists (select from appeal p where p.application_id = a.application_id) order by 1`);
const officer = 'saksbehandler';
const leader = 'leder';
// A draft with something of everything in it, and one that somebody has proposed.
const writing = sql(draftQuery('in-kulturaktivitet-barn-ungdom'));
const proposed = sql(draftQuery('in-forebyggende-trafikksikkerhet'));
const proposal = sql(proposalQuery(proposed));
const calls = sql(callsDraftQuery('mr-lokale-kulturarrangement'));
const element = (path) => `/ordningsarbeid/${writing}/element?sti=${path}`;
// For each address of the route table: who sees it, where, and the answer's number if it is not 200. "" is anybody.
const visits = {
	'/': [['', '/'], ['soker', '/'], [officer, '/'], ['politiker', '/']],
	'/ordninger': [['', '/ordninger'], ['', '/ordninger?felt=kultur&sok=barn'], ['', '/ordninger?sok=finnesikke'], [officer, '/ordninger']],
	'/ordninger/:scheme': [['', `/ordninger/${open}`], ['', `/ordninger/${closed}`], ['', '/ordninger/in-spillemidler-idrettsanlegg']],
	'/ordninger/:scheme/informasjonsark': [['', `/ordninger/${open}/informasjonsark`], ['', `/ordninger/${closed}/informasjonsark`]],
	'/ordninger/hefte': [['', '/ordninger/hefte']],
	'/tilgjengelighet': [['', '/tilgjengelighet']],
	'/personvern': [['', '/personvern']],
	'/kontakt': [['', '/kontakt']],
	'/tilbakemelding': [['', '/tilbakemelding?side=/ordninger']],
	'/logg-inn': [['', '/logg-inn']],
	'/glemt-passord': [['', '/glemt-passord']],
	'/nytt-passord/:token': [['', `/nytt-passord/${token}`], ['', '/nytt-passord/finnes-ikke', 404]],
	'/uttalelse/:token': [['', `/uttalelse/${statementKey()}`], ['', '/uttalelse/finnes-ikke', 404]],
	'/konto': ['soker', officer, leader, 'politiker', 'admin'].map((who) => [who, '/konto']),
	'/ordninger/:scheme/start': [['soker', `/ordninger/${open}/start`], ['soker', `/ordninger/${closed}/start`]],
	'/soknader': [['soker', '/soknader']],
	'/soknader/:id': [['soker', `/soknader/${draft}`], ['soker', `/soknader/${own('submitted')}`], ['soker', `/soknader/${own('notified')}`]],
	'/soknader/:id/del/:section': sectionsOf(draft).map((section) => ['soker', `/soknader/${draft}/del/${section}`]),
	'/soknader/:id/del/:section/pakke/:package': [['soker', `/soknader/${draft}/del/planen/pakke/1`], ['soker', `/soknader/${draft}/del/planen/pakke/1?fjern=ja`]],
	'/soknader/:id/alt': [['soker', `/soknader/${draft}/alt`]],
	'/soknader/:id/uttalelse/:field': [['soker', `/soknader/${askedIn}/uttalelse/${askedField}`]],
	'/soknader/:id/kontroller': [['soker', `/soknader/${draft}/kontroller`]],
	'/soknader/:id/slett': [['soker', `/soknader/${draft}/slett`]],
	'/soknader/:id/kvittering': [['soker', `/soknader/${own('submitted')}/kvittering`]],
	'/soknader/:id/soknad': [['soker', `/soknader/${draft}/soknad`], ['soker', `/soknader/${own('notified')}/soknad`], [officer, `/soknader/${caseOf(officer, 'assessed')}/soknad`]],
	'/soknader/:id/brev': [['soker', `/soknader/${own('notified')}/brev`], ['soker', `/soknader/${english}/brev`]],
	'/soknader/:id/sendt/:letter': [['soker', `/soknader/${lettered}/sendt/${letter}`]],
	'/saker/:id/nytt-brev/:kind': ['mangelbrev', 'forelopig-svar'].map((kind) => [officer, `/saker/${lettered}/nytt-brev/${kind}`]),
	'/saker/:id/sendt/:letter': [[officer, `/saker/${lettered}/sendt/${letter}`]],
	'/saker/:id/klage': [[officer, `/saker/${appealed}/klage`], [officer, `/saker/${unappealed}/klage`]],
	'/saker/:id/klage/vedtak': [[officer, `/saker/${changed}/klage/vedtak`], ['saksbehandler.idrett', `/saker/${unchanged}/klage/vedtak`]],
	'/soknader/:id/klage': [['soker', `/soknader/${appealed}/klage`]],
	'/saker': [[officer, '/saker'], [leader, '/saker']],
	'/saker/:id': [
		...['submitted', 'formal_check', 'assessing', 'assessed', 'recommended', 'decided', 'notified'].map((state) => [officer, `/saker/${caseOf(officer, state)}`]),
		[leader, `/saker/${caseOf(leader, 'assessed')}`], [leader, `/saker/${caseOf(leader, 'notified')}`],
	],
	'/saker/:id/formalkontroll': [[officer, `/saker/${caseOf(officer, 'formal_check')}/formalkontroll`]],
	'/saker/:id/vurdering': [...['assessing', 'assessed'].map((state) => [officer, `/saker/${caseOf(officer, state)}/vurdering`]), ['saksbehandler.idrett', `/saker/${onLadder}/vurdering`]],
	'/utlysninger/:id/innstilling': [
		...['assessed', 'recommended', 'notified'].map((state) => [officer, `/utlysninger/${callOf(officer, state)}/innstilling`]),
		['saksbehandler2', `/utlysninger/${formula}/innstilling`], ['saksbehandler.idrett', `/utlysninger/${ladder}/innstilling`],
		...[1, 2].map((batch) => ['saksbehandler.naering', `/utlysninger/${batches}-${batch}/innstilling`]),
	],
	'/saker/:id/uttalelse': [[officer, `/saker/${caseOf(officer, 'formal_check')}/uttalelse`], ['saksbehandler.idrett', `/saker/${onLadder}/uttalelse`]],
	'/utlysninger/:id/rad': [[officer, `/utlysninger/${callOf(officer, 'assessed')}/rad`]],
	'/utlysninger/:id/las': [[officer, `/utlysninger/${callOf(officer, 'assessed')}/las`]],
	'/vedtak': [[leader, '/vedtak'], ['leder.idrett', '/vedtak']],
	'/utlysninger/:id/vedtak': ['recommended', 'decided'].map((state) => [leader, `/utlysninger/${callOf(leader, state)}/vedtak`]),
	'/utlysninger/:id/utvalgsvedtak': ['recommended', 'decided'].map((state) => [leader, `/utlysninger/${callOf(leader, state)}/utvalgsvedtak`]),
	'/utlysninger/:id/brev': [[leader, `/utlysninger/${callOf(leader, 'decided')}/brev`], [officer, `/utlysninger/${callOf(officer, 'notified')}/brev`]],
	'/saker/:id/brev': ['decided', 'notified'].map((state) => [officer, `/saker/${caseOf(officer, state)}/brev`]),
	'/evaluering': [['', '/evaluering'], [leader, '/evaluering']],
	'/evaluering/:scheme/:year': [['', `/evaluering/${scheme}/${year}`]],
	'/evaluering/publiser': [[publisher, '/evaluering/publiser']],
	'/evaluering/publiser/:scheme/:year': [[publisher, `/evaluering/publiser/${unpublished}/${unpublishedYear}`]],
	'/brevtekster': [[officer, '/brevtekster'], ['admin', '/brevtekster']],
	'/brevtekster/:block': [[officer, '/brevtekster/appeal'], [leader, '/brevtekster/again']],
	'/ordningsarbeid': [[officer, '/ordningsarbeid'], ['admin', '/ordningsarbeid']],
	'/ordningsarbeid/ny': [[officer, '/ordningsarbeid/ny'], ['admin', '/ordningsarbeid/ny']],
	'/ordningsarbeid/:draft': [[officer, `/ordningsarbeid/${writing}`], [leader, `/ordningsarbeid/${proposed}`], [officer, `/ordningsarbeid/${calls}`]],
	'/ordningsarbeid/:draft/del/:part': ['tekster', 'sokere', 'belop', 'kriterier', 'mal', 'skjema', 'vedtak', 'utbetaling', 'prover', 'om']
		.map((part) => [officer, `/ordningsarbeid/${writing}/del/${part}`]).concat([[leader, `/ordningsarbeid/${proposed}/del/tekster`]], ['utlysninger', 'felles'].map((part) => [officer, `/ordningsarbeid/${calls}/del/${part}`])),
	'/ordningsarbeid/:draft/element': [[officer, element('form/section:tiltaket&ny=1')], [officer, element('tests/case.1')],
		...['call.1', 'call%2B1'].map((path) => [officer, `/ordningsarbeid/${calls}/element?sti=${path}`])],
	'/ordningsarbeid/:draft/xml': [[officer, `/ordningsarbeid/${writing}/xml`], [officer, `/ordningsarbeid/${calls}/xml`]],
	'/ordningsarbeid/:draft/forhandsvis': ['', '?som=saksbehandler'].map((as) => [officer, `/ordningsarbeid/${writing}/forhandsvis${as}`]).concat([[officer, `/ordningsarbeid/${calls}/forhandsvis`]]),
	'/ordningsarbeid/:draft/historikk': [[officer, `/ordningsarbeid/${writing}/historikk`]],
	'/ordningsarbeid/:draft/foresla': [[officer, `/ordningsarbeid/${writing}/foresla`], [officer, `/ordningsarbeid/${calls}/foresla`]],
	'/ordningsarbeid/:draft/forkast': [[officer, `/ordningsarbeid/${writing}/forkast`]],
	'/ordningsarbeid/ordning/:scheme': [[officer, '/ordningsarbeid/ordning/in-kulturaktivitet-barn-ungdom']],
	'/ordningsarbeid/forslag/:proposal': [[leader, `/ordningsarbeid/forslag/${proposal}`], [officer, `/ordningsarbeid/forslag/${proposal}`]],
	'/utvalg': [['politiker', '/utvalg'], ['politiker.samferdsel', '/utvalg']],
};
// These answer with something else than a page of HTML.
const papers = {
	'/ordninger/:scheme/skjema.pdf': ['soker', `/ordninger/${open}/skjema.pdf`],
	'/ordninger/:scheme/informasjonsark.pdf': ['', `/ordninger/${open}/informasjonsark.pdf`],
	'/ordninger/frister.ics': ['', '/ordninger/frister.ics'],
	'/ordninger/:scheme/frister.ics': ['', `/ordninger/${open}/frister.ics`],
	'/ordninger/hefte.pdf': ['', '/ordninger/hefte.pdf'],
	'/soknader/:id/kvittering.pdf': ['soker', `/soknader/${own('submitted')}/kvittering.pdf`],
	'/soknader/:id/soknad.pdf': [officer, `/soknader/${caseOf(officer, 'notified')}/soknad.pdf`],
	'/soknader/:id/brev.pdf': ['soker', `/soknader/${own('notified')}/brev.pdf`],
	'/soknader/:id/brev-engelsk.pdf': ['soker', `/soknader/${english}/brev-engelsk.pdf`],
	'/soknader/:id/sendt/:letter/brev.pdf': ['soker', `/soknader/${lettered}/sendt/${letter}/brev.pdf`],
	'/saker/:id/sendt/:letter/brev.pdf': [officer, `/saker/${lettered}/sendt/${letter}/brev.pdf`],
	'/saker/:id/klage/papirer.pdf': [officer, `/saker/${appealed}/klage/papirer.pdf`],
	'/saker/:id/klage/vedtak/brev.pdf': [officer, `/saker/${changed}/klage/vedtak/brev.pdf`],
	'/soknader/:id/klage/brev.pdf': ['soker', `/soknader/${changed}/klage/brev.pdf`],
	'/soknader/:id/klage/papirer.pdf': ['soker', `/soknader/${appealed}/klage/papirer.pdf`],
	'/saker/:id/brev.pdf': [officer, `/saker/${caseOf(officer, 'decided')}/brev.pdf`],
	'/brevtekster/:block/brev.pdf': [officer, '/brevtekster/appeal/brev.pdf'],
	'/utlysninger/:id/innstilling.pdf': [officer, `/utlysninger/${wholeList(officer)}/innstilling.pdf`],
	'/utlysninger/:id/arbeidspapir.pdf': [officer, `/utlysninger/${wholeList(officer)}/arbeidspapir.pdf`],
	'/utlysninger/:id/saksframlegg.pdf': [officer, `/utlysninger/${wholeList(officer)}/saksframlegg.pdf`],
	'/utlysninger/:id/saksframlegg.docx': [officer, `/utlysninger/${wholeList(officer)}/saksframlegg.docx`],
	'/utvalg/innstilling/:id': ['politiker', `/utvalg/innstilling/${callOf(officer, 'recommended')}`],
};
const others = ['/helse', '/sprak', '/soknader/:id/vedlegg/:attachment'];

let browser;
const people = new Map();
before(async () => {
	browser = await openBrowser();
});
after(() => browser?.close());

// One page for each person and language; opened once.
async function personOf(who, lang) {
	const key = `${who} ${lang}`;
	if (!people.has(key)) {
		const page = await newPerson(browser);
		if (who !== '') {
			await logIn(page, `${who}@demo.test`, '/konto');
		}
		await page.goto(`/sprak?til=${lang}&tilbake=/kontakt`);
		assert.equal(await page.locator('html').getAttribute('lang'), lang);
		people.set(key, page);
	}
	return people.get(key);
}

async function look(page, path, status, lang, what) {
	const answer = await page.goto(path);
	assert.equal(answer.status(), status, what);
	assert.equal(await page.locator('h1').count(), 1, `${what} has one main heading`);
	await assertFits(page, what);
	await assertAccessible(page, what, { colours: lang === 'nb' });
	if (page.viewportSize().width === phone.width) {
		await assertNoPushing(page, what);
	}
}

test('every address of the route table is seen here', () => {
	const routes = readFileSync(new URL('../../src/web/routes.c', import.meta.url), 'utf8');
	const known = new Set([...Object.keys(visits), ...Object.keys(papers), ...others]);
	const missing = [...routes.matchAll(/^PAGE\(GET,\s*"([^"]+)"/gm)].map(([, address]) => address).filter((address) => !known.has(address));
	assert.deepEqual(missing, []);
});

// On a phone in every language, and at a desk in one: the width of a page hangs on its words.
for (const [lang, viewport, screen] of [['nb', phone, 'a phone'], ['nb', desk, 'a desk'], ['nn', phone, 'a phone'], ['en', phone, 'a phone']]) {
	for (const [address, seen] of Object.entries(visits)) {
		test(`${address} in ${lang} on ${screen}`, async () => {
			for (const [who, path, status = 200] of seen) {
				const page = await personOf(who, lang);
				await page.setViewportSize(viewport);
				page.complaints.length = 0;
				await look(page, path, status, lang, `${path} as ${who || 'anybody'} in ${lang} on ${screen}`);
				assert.deepEqual(page.complaints.filter((line) => !line.includes(`status of ${status}`)), [], path);
			}
		});
	}
}

const paperKinds = {
	docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK\x03\x04'],
	ics: ['text/calendar; charset=utf-8', 'BEGIN:VCALENDAR'],
	pdf: ['application/pdf', '%PDF-'],
};
test('the papers are PDF, DOCX when asked for, and calendars', async () => {
	for (const [who, path] of Object.values(papers)) {
		const answer = await (await personOf(who, 'nb')).request.get(path);
		assert.equal(answer.status(), 200, path);
		const [type, start] = paperKinds[/\.(docx|ics)$/.exec(path)?.[1] ?? 'pdf'];
		assert.equal(answer.headers()['content-type'], type, path);
		assert.equal((await answer.body()).subarray(0, start.length).toString(), start, path);
	}
});
