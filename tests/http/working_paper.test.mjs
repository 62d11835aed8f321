// working_paper.test.mjs — a list's working paper: every application, assessment and proposal in one document, for those who may.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { lockedCall, OFFICER, reader, removeCalls, statementsOf, tamper } from '../lib/decision_call.mjs';
import { sql } from '../lib/visitor.mjs';

after(removeCalls);

const flat = (text) => text.replace(/[\s\u00a0]+/g, ' ');
const run = (program, ...args) => execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
const keep = (bytes, name) => {
	const path = `${process.env.TILSKUDD_DATA}/${name}.pdf`;
	writeFileSync(path, bytes);
	return path;
};
const pagesOf = (pdf) => Number(run('qpdf', '--show-npages', pdf));

test('it holds every case of a list with answers, marks, reasons and what is proposed, and leads to each', async () => {
	const [[call, unit]] = sql(`select l.call_id, l.unit_id from recommendation_list l join app_user u using (unit_id) join call c using (call_id)
		where u.email = 'saksbehandler@demo.test' and l.state = 'locked' and not exists (
		    select from application a where a.call_id = l.call_id and a.state <> 'draft' and not exists (
		        select from impartiality i where i.application_id = a.application_id and i.user_id = u.user_id and i.declared = 'impartial'))
		  and exists (select from assessment s join application a using (application_id) where a.call_id = l.call_id)
		order by 1 limit 1`);
	const officer = await reader('saksbehandler@demo.test');
	const paper = await officer.get(`/utlysninger/${call}/arbeidspapir.pdf`);
	assert.equal(paper.status, 200);
	const pdf = keep(paper.bytes, 'working');
	run('qpdf', '--check', pdf);
	const told = flat(run('pdftotext', pdf, '-')), pages = run('pdftotext', '-layout', pdf, '-').split('\f');
	const cases = sql(`select a.number, o.name, a.title, r.reason from application a join organisation o using (organisation_id)
		join recommendation r using (application_id) join recommendation_list l using (list_id)
		where a.call_id = ${call} and l.unit_id = ${unit} order by r.rank`);
	assert.ok(cases.length > 3);
	for (const [number, organisation, title, reason] of cases) {
		for (const one of [number, organisation, title, reason]) {
			assert.ok(told.includes(flat(one)), `"${one}" of ${number}`);
		}
		const line = pages[0].split('\n').find((one) => flat(one).includes(`${organisation}: ${title}`.slice(0, 40)));
		const page = Number(/(\d+)\s*$/.exec(line)[1]);
		assert.ok(flat(pages[page - 1]).includes(number), `${number} stands on page ${page}`);
	}
	for (const [reason] of sql(`select distinct m.reason from assessment_mark m join assessment s using (assessment_id)
		join application a using (application_id) where a.call_id = ${call} and s.state = 'done' and m.reason <> '' limit 10`)) {
		assert.ok(told.includes(flat(reason)), reason);
	}
	for (const [sum] of sql(`select distinct awarded_ore / 100 from decision join application using (application_id) where call_id = ${call} and awarded_ore > 0 limit 3`)) {
		assert.ok(told.includes(Number(sum).toLocaleString('nb').replace(/[\s\u00a0]/g, ' ')), sum);
	}
	assert.match((await officer.get(`/utlysninger/${call}/innstilling`)).body, /arbeidspapir\.pdf/);
	assert.equal((await (await reader('soker@demo.test')).get(`/utlysninger/${call}/arbeidspapir.pdf`)).status, 404);
});

test('hundreds of cases are one document, asked for in as few statements', async () => {
	const many = 300;
	const { call, ids } = lockedCall([{ applied: 90000, proposed: 50000, outcome: 'grant' }]);
	tamper(`
		insert into application (number, call_id, version_hash, unit_id, organisation_id, created_by, state, lang, title, submitted_at,
		    submitted_by, document, document_hash, applied_ore, costs_ore, on_list_id)
		select 'T-${call}-' || n, call_id, version_hash, unit_id, organisation_id, created_by, state, lang, 'Tiltak ' || n, submitted_at,
		       submitted_by, document, document_hash, applied_ore, costs_ore, on_list_id
		  from application, generate_series(2, ${many}) n where application_id = ${ids[0]};
		insert into recommendation (list_id, application_id, rank, outcome, proposed_ore, reason, proposed_by)
		select r.list_id, a.application_id, split_part(a.number, '-', 3)::int, r.outcome, 100000, 'Grunn ' || a.number, r.proposed_by
		  from recommendation r, application a where r.application_id = ${ids[0]} and a.call_id = ${call} and a.application_id <> ${ids[0]};
		insert into impartiality (application_id, user_id, declared, ground)
		select application_id, (select user_id from app_user where email = '${OFFICER}'), 'impartial', '' from application where call_id = ${call}`);
	const officer = await reader(OFFICER);
	const begun = Date.now();
	const paper = await officer.get(`/utlysninger/${call}/arbeidspapir.pdf`);
	assert.equal(paper.status, 200);
	assert.ok(Date.now() - begun < 20000, `${Date.now() - begun} ms`);
	assert.ok(statementsOf('GET', '/utlysninger/:id/arbeidspapir.pdf') <= 12);
	const pdf = keep(paper.bytes, 'many');
	run('qpdf', '--check', pdf);
	assert.ok(pagesOf(pdf) > 2 * many, `${pagesOf(pdf)} pages`);
	const told = flat(run('pdftotext', pdf, '-'));
	for (let n = 2; n <= many; n++) {
		assert.ok(told.includes(`Grunn T-${call}-${n} `), `case ${n}`);
	}
});
