// committee.test.mjs — a politician sees what waits for her own body, its new evaluations and its decisions, and no other's papers.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql, visitor, Visitor, words } from '../lib/visitor.mjs';

const plain = (text) => text.replace(/[\u00a0\u202f]/g, ' ');
const papers = (html) => [...html.matchAll(/href="\/utvalg\/innstilling\/(\d+)"/g)].map(([, call]) => call);
const part = (html, title) => new RegExp(`<section aria-labelledby="${title}">([^]*?)</section>`).exec(html)[1];

// Calls whose locked list has a case that belongs to the body, read from the schemes' own delegation when it was decided.
const callsOf = (body) =>
	sql(`select l.call_id from body_decision d join body b using (body_id) join recommendation_list l using (list_id)
		where b.code = :'v1' group by l.call_id order by 1`, body).map(([call]) => call);

test('what the body has decided is listed, with meeting, case, votes and sum', async () => {
	const politician = await visitor('politiker@demo.test');
	const { status, body } = await politician.get('/utvalg');
	assert.equal(status, 200);
	assert.match(words(body), /Hovedutvalg for kultur/);
	const decided = part(body, 'decided-title');
	assert.deepEqual([...new Set(papers(decided))].sort(), callsOf('hovedutvalg-kultur').sort());
	for (const [meeting, votes, against, sum] of sql(`select m.meeting_case, m.votes_for, m.votes_against,
			(select (sum(awarded_ore) / 100)::bigint from decision x where x.body_decision_id = m.body_decision_id)
		from body_decision m join body b using (body_id) where b.code = 'hovedutvalg-kultur'`)) {
		const text = plain(words(decided));
		assert.ok(text.includes(meeting), meeting);
		assert.ok(text.includes(`${sum.replace(/\B(?=(\d{3})+$)/g, ' ')} kr ${votes} mot ${against}`), `${meeting}: ${text}`);
	}
});

test('a locked list waits on the page of the body that decides it, with its sums, and opens as PDF', async () => {
	const politician = await visitor('politiker.samferdsel@demo.test');
	const waiting = part((await politician.get('/utvalg')).body, 'waiting-title');
	const [call] = papers(waiting);
	assert.ok(call, 'a list waits');
	assert.equal(sql(`select count(*) from application where call_id = ${call} and state = 'recommended'`)[0][0] > 0, true);
	const [[n, proposed]] = sql(`select count(*), (sum(r.proposed_ore) / 100)::bigint from recommendation r join recommendation_list l using (list_id)
		where l.call_id = ${call}`);
	assert.match(plain(words(waiting)), new RegExp(`${n} sak`));
	assert.ok(plain(words(waiting)).includes(`${proposed.replace(/\B(?=(\d{3})+$)/g, ' ')} kr`));
	const pdf = await politician.get(`/utvalg/innstilling/${call}`);
	assert.equal(pdf.status, 200);
	assert.equal(pdf.headers.get('content-type'), 'application/pdf');
	assert.match(pdf.body, /^%PDF/);
});

test('the newest evaluation of the body\'s schemes comes first; others\' are a click away', async () => {
	const politician = await visitor('politiker@demo.test');
	const fresh = part((await politician.get('/utvalg')).body, 'new-title');
	const listed = [...fresh.matchAll(/href="\/evaluering\/([^/"]+)\/(\d{4})"/g)].map(([, scheme, year]) => `${scheme} ${year}`);
	const wanted = sql(`select e.scheme_id || ' ' || e.year from evaluation e where e.scheme_id in (select c.scheme_id from body_decision d
		join body b using (body_id) join recommendation_list l using (list_id) join call c using (call_id)
		where b.code = 'hovedutvalg-kultur') order by e.published_at desc`).map(([one]) => one);
	assert.equal(listed[0], wanted[0]);
	assert.deepEqual([...listed].sort(), [...wanted].sort());
	assert.match(fresh, /href="\/evaluering"/);
});

test('no politician opens the papers of another body, and nobody else opens any here', async () => {
	const culture = await visitor('politiker@demo.test');
	const others = sql(`select l.call_id from recommendation_list l where l.state = 'locked' and not exists (select from recommendation_body r
		join body b using (body_id) where r.list_id = l.list_id and b.code = 'hovedutvalg-kultur')`).map(([call]) => call);
	assert.ok(others.length > 0);
	for (const call of [...others, '999999', 'x']) {
		assert.equal((await culture.get(`/utvalg/innstilling/${call}`)).status, 404, call);
	}
	const [call] = callsOf('hovedutvalg-kultur');
	for (const email of ['soker@demo.test', 'saksbehandler@demo.test', 'leder@demo.test', 'admin@demo.test']) {
		const person = await visitor(email);
		assert.equal((await person.get(`/utvalg/innstilling/${call}`)).status, 404, email);
		assert.equal((await person.get('/utvalg')).status, 404, email);
	}
	assert.match((await new Visitor().get(`/utvalg/innstilling/${call}`)).location, /^\/logg-inn/);
});

test('which body decides each case is kept when the list is locked', () => {
	const [[wrong]] = sql(`select count(*) from decision d join body_decision m using (body_decision_id)
		left join recommendation_body r using (application_id) join recommendation p on p.application_id = d.application_id
		where r.body_id is distinct from m.body_id and d.awarded_ore <= p.proposed_ore`);
	assert.equal(wrong, '0');
	const [[leaders]] = sql(`select count(*) from decision d join recommendation_body r using (application_id) where d.decided_by is not null`);
	assert.equal(leaders, '0', 'what the leader decided belonged to no body');
});

test('a politician without a body is told what to do', async () => {
	const [[id]] = sql("select body_id from app_user where email = 'politiker@demo.test'");
	sql("update app_user set body_id = null where email = 'politiker@demo.test'");
	try {
		const politician = await visitor('politiker@demo.test');
		assert.match(words((await politician.get('/utvalg')).body), /Du er ikke knyttet til et utvalg/);
		const [call] = callsOf('hovedutvalg-kultur');
		assert.equal((await politician.get(`/utvalg/innstilling/${call}`)).status, 404);
	} finally {
		sql(`update app_user set body_id = ${id} where email = 'politiker@demo.test'`);
	}
});
