// documents.test.mjs — every kind of document: listed, with sample data, made from it in every language, and from the database.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { sql } from '../lib/visitor.mjs';
import { bytes, check, command, fixture, flowing, info, samples, structure, types, work } from './document.mjs';

const root = new URL('../..', import.meta.url).pathname;
const out = (name) => join(work, name);
// Papers follow appeals only.
const [[appealed]] = sql('select max(number) from application join appeal using (application_id) join appeal_paper using (appeal_id)');
const [[lettered]] = sql(`select max(number) from application where application_id in
	(select application_id from case_letter where kind = 'defect' intersect select application_id from case_letter where kind = 'provisional')`);
const others = { appeal_papers: appealed, defect_letter: lettered, provisional_reply: lettered };
const [[sent, inNynorsk]] = sql(`select max(number) filter (where a.lang = 'nb'), max(number) filter (where a.lang = 'nn')
	from application a join letter using (application_id) where a.document is not null`);

test('the list names every template in force, and each has sample data', () => {
	const listed = types();
	for (const type of listed) {
		assert.match(type.name, /^[a-z_]+$/);
		assert.ok(['case', 'call', 'scheme', 'year', 'county'].includes(type.of), type.name);
		assert.ok(existsSync(join(root, 'pdf-templates', `${type.template}.xml`)), `${type.name} has a template`);
		assert.ok(samples(type.name).length > 0, `${type.name} has sample data in tests/fixtures/doc/data`);
	}
	const used = new Set(listed.map((type) => type.template));
	for (const file of readdirSync(join(root, 'pdf-templates')).filter((name) => name.endsWith('.xml'))) {
		if (/<document[ >]/.test(readFileSync(join(root, 'pdf-templates', file), 'utf8'))) {
			assert.ok(used.has(file.replace('.xml', '')), `${file} is some document's template`);
		}
	}
	const told = command('list');
	assert.equal(told.status, 0);
	assert.equal(told.stdout.trim().split('\n').length, listed.length);
});

for (const type of types()) {
	test(`${type.name}: sample data gives a whole, tagged document in every language, and the same bytes again`, () => {
		for (const data of samples(type.name)) {
			for (const lang of ['nb', 'nn', 'en']) {
				const made = [1, 2].map((n) => {
					const pdf = out(`${type.name}-${lang}-${n}.pdf`);
					const { status, stderr } = command('render', type.name, '--data', data, '--lang', lang, '-o', pdf);
					assert.equal(status, 0, stderr);
					return pdf;
				});
				check(made[0]);
				assert.match(info(made[0]), /Tagged:\s+yes/);
				assert.match(structure(made[0]), /^ {2}H1/m);
				assert.ok(bytes(made[0]).equals(bytes(made[1])), `${data} ${lang}`);
				const twin = out(`${type.name}.html`);
				assert.equal(command('render', type.name, '--data', data, '--lang', lang, '--html', '-o', twin).status, 0);
				assert.match(bytes(twin).toString(), new RegExp(`^<div class="doc" lang="${lang}"`));
			}
		}
	});

	test(`${type.name}: of a case, in its own language and another, as PDF, page and data`, () => {
		const pdf = out('case.pdf');
		const of = others[type.name] ?? sent;
		const own = command('render', type.name, '--case', of, '-o', pdf);
		assert.equal(own.status, 0, own.stderr);
		check(pdf);
		for (const options of [['--lang', 'nn'], ['--html'], ['--docx']]) {
			const made = command('render', type.name, '--case', of, ...options, '-o', out('case'));
			assert.equal(made.status, 0, made.stderr);
		}
		assert.equal(command('render', type.name, '--case', of, '--xml', '-o', out('case.xml')).status, 0);
		const again = command('render', type.name, '--data', out('case.xml'), '--allow-uncovered', '-o', out('again.pdf'));
		assert.equal(again.status, 0, again.stderr);
		check(out('again.pdf'));
	});
}

test('what was kept comes out as it was, and made anew it is the same bytes', () => {
	for (const [number, lang] of [[sent, 'nb'], [inNynorsk, 'nn']]) {
		for (const name of ['receipt', 'decision_letter']) {
			assert.equal(command('render', name, '--case', number, '-o', out('kept.pdf')).status, 0);
			assert.equal(command('render', name, '--case', number, '--lang', lang, '-o', out('anew.pdf')).status, 0);
			assert.ok(bytes(out('kept.pdf')).equals(bytes(out('anew.pdf'))), `${name} of ${number}`);
		}
		assert.ok(flowing(out('kept.pdf')).includes(number));
	}
	for (const [name, table] of [['defect_letter', "case_letter where kind = 'defect'"], ['provisional_reply', "case_letter where kind = 'provisional'"],
		['appeal_papers', 'appeal join appeal_paper using (appeal_id)']]) {
		const [[number, lang]] = sql(`select a.number, x.lang from (select application_id, lang from ${table}) x join application a using (application_id) order by 1 limit 1`);
		assert.equal(command('render', name, '--case', number, '-o', out('kept.pdf')).status, 0);
		assert.equal(command('render', name, '--case', number, '--lang', lang, '-o', out('anew.pdf')).status, 0);
		assert.ok(bytes(out('kept.pdf')).equals(bytes(out('anew.pdf'))), `${name} of ${number}`);
	}
});

test('a list is found by scheme and year too, and --by reads no more than that person may', () => {
	const [[scheme, year]] = sql(`select c.scheme_id, c.year from recommendation_list l join call c using (call_id)
		where l.state = 'locked' and c.round = 1 order by c.call_id limit 1`);
	const ask = (...options) => command('render', 'recommendation_list', '--scheme', scheme, '--year', year, ...options, '-o', out('list.pdf'));
	assert.equal(ask().status, 0);
	check(out('list.pdf'));
	const stranger = ask('--by', 'soker@demo.test');
	assert.equal(stranger.status, 1);
	assert.match(stranger.stderr, /has not declared/);
	assert.match(ask('--by', 'nobody@demo.test').stderr, /no open account/);
});

test('--by has the rights of that person and no more, also in what was kept', () => {
	const by = (name, email) => command('render', name, '--case', sent, '--by', email, '-o', out('by.pdf'));
	const [[declared, undeclared]] = sql(`select
		(select u.email from impartiality i join app_user u using (user_id) where i.application_id = a.application_id and i.declared = 'impartial' and u.active limit 1),
		(select u.email from app_user u where u.role = 'officer' and u.unit_id <> a.unit_id and u.active limit 1)
		from application a where a.number = '${sent}'`);
	for (const name of ['receipt', 'application', 'decision_letter']) {
		assert.equal(by(name, declared).status, 0, `${name} by ${declared}`);
		for (const stranger of ['politiker@demo.test', 'admin@demo.test', undeclared]) {
			const { status, stderr } = by(name, stranger);
			assert.equal(status, 1, `${name} by ${stranger}`);
			assert.match(stderr, /--by may not see it/);
		}
	}
});

test('a draft is rendered for those who write it alone', () => {
	const [[draft, writer]] = sql(`select a.application_id, u.email from application a join membership m using (organisation_id) join app_user u using (user_id)
		where a.state = 'draft' and u.active order by 1 limit 1`);
	const made = command('render', 'application', '--draft', draft, '--by', writer, '-o', out('draft.pdf'));
	assert.equal(made.status, 0, made.stderr);
	assert.match(flowing(out('draft.pdf')), /Utkast|Draft/);
	assert.match(command('render', 'application', '--draft', draft, '--by', 'leder@demo.test', '-o', out('x')).stderr, /--by has no draft with that number/);
	assert.match(command('render', 'application', '--draft', draft, '-o', out('x')).stderr, /say --by EMAIL/);
	assert.match(command('render', 'receipt', '--draft', draft, '--by', writer, '-o', out('x')).stderr, /are for the document "application"/);
});

test('papers of a locked list are the same bytes whenever they are printed', () => {
	const [[scheme, year, locked]] = sql(`select c.scheme_id, c.year, to_char(l.locked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS')
		from recommendation_list l join call c using (call_id) where l.state = 'locked' and c.round = 1 and c.kind = 'fixed' order by c.call_id limit 1`);
	for (const name of ['recommendation_list', 'case_paper', 'working_paper']) {
		assert.equal(command('render', name, '--scheme', scheme, '--year', year, '--lang', 'nb', '-o', out('locked.pdf')).status, 0);
		const made = execFileSync('pdfinfo', ['-isodates', out('locked.pdf')], { encoding: 'utf8' }).match(/CreationDate:\s+(\S{19})/)[1];
		const text = flowing(out('locked.pdf'));
		assert.equal(made, locked, `${name} is dated by its lock`);
		assert.ok(!/kl\. 00\.00/.test(text), `${name} tells a deadline as a minute before midnight`);
	}
});

test('what is asked for wrongly is told, with what to do', () => {
	const told = (status, pattern, ...args) => {
		const { status: got, stderr } = command(...args);
		assert.match(stderr, pattern);
		assert.equal(got, status, stderr);
	};
	told(1, /there is no document "brev"; "tilskudd document list" lists them/, 'render', 'brev', '--case', sent, '-o', out('x'));
	told(1, /no sent application has that number; numbers look like/, 'render', 'receipt', '--case', '1999-1', '-o', out('x'));
	told(1, /receipt is a document of a case: give --case NUMBER/, 'render', 'receipt', '-o', out('x'));
	told(1, /give --case NUMBER, or --scheme ID and --year YYYY/, 'render', 'case_paper', '--scheme', 'x', '-o', out('x'));
	told(1, /there is no such call; "tilskudd call list"/, 'render', 'case_paper', '--scheme', 'x', '--year', '2026', '-o', out('x'));
	told(1, /no such scheme is published/, 'render', 'blank_form', '--scheme', 'finnes-ikke', '-o', out('x'));
	told(1, /can't be written/, 'render', 'receipt', '--data', fixture('data/receipt.xml'), '-o', '/nowhere/x.pdf');
	told(2, /"--lang sv" is not understood/, 'render', 'receipt', '--case', sent, '--lang', 'sv', '-o', out('x'));
	told(2, /--data stands in place of --case/, 'render', 'receipt', '--case', sent, '--data', 'x', '-o', out('x'));
	told(1, /the case has no such document yet/, 'render', 'defect_letter', '--case', sent, '-o', out('x'));
	told(1, /the application has no version 99; "tilskudd document versions" lists them/, 'render', 'application', '--case', sent, '--version', '99', '-o', out('x'));
	told(2, /--html, --docx and --xml are forms of the same/, 'render', 'receipt', '--case', sent, '--html', '--docx', '-o', out('x'));
	told(2, /versions needs --case NUMBER/, 'versions');
	told(2, /needs the name of a document and -o FILE/, 'render', '--case', sent);
	told(2, /say check, list, render or versions/);
	assert.match(command('render', '--help').stdout, /document render NAME --case NUMBER/);
});
