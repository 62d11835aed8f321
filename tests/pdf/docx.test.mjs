// docx.test.mjs — papers that go on being written in: opened by LibreOffice, every word there, the same bytes each time.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { bytes, command, fixture, flowing, make, pictures, work } from './document.mjs';

const docx = (template, data, templates) => {
	const made = make(template, data, { templates, options: ['--docx'] });
	const path = made.replace(/\.pdf$/, '.docx');
	renameSync(made, path);
	return path;
};
// What LibreOffice shows, as a PDF.
const opened = (path) => {
	const out = mkdtempSync(join(work, 'opened-'));
	execFileSync('soffice', ['--headless', `-env:UserInstallation=file://${out}/profile`, '--convert-to', 'pdf', '--outdir', out, path], { stdio: 'pipe' });
	return join(out, basename(path).replace(/docx$/, 'pdf'));
};
const plain = (text) => text.replace(/[\s\u00a0]+/g, ' ');

test('LibreOffice opens a case paper and shows its proposal, facts and assessment in order', () => {
	const text = plain(flowing(opened(docx('case_paper', fixture('data/case_paper.xml')))));
	const parts = ['Saksframlegg', 'Forslag til vedtak', '1. Disse får tilskudd', 'Ringsaker janitsjar: 265 000 kr til «Kulturåret» (2026-00101)',
		'2. Disse søknadene blir avslått', '3. Disse søknadene blir avvist', 'Saksopplysninger', 'Kunstnerisk aktivitet (40 %)', 'Vurdering', 'Økonomi'];
	let at = -1;
	for (const part of parts) {
		const next = text.indexOf(part, at + 1);
		assert.ok(next > at, `«${part}» stands where it should: ${text.slice(at, at + 300)}`);
		at = next;
	}
});

test('lists, notes, links, figures and every script come along', () => {
	const text = plain(flowing(opened(docx('sample', fixture('data/sample.xml'), fixture('.')))));
	for (const part of ['Prøve på alt', 'Finnmárku čáhci', 'Щастя їжак', 'ሰላም', '250 000 kr', 'En note om tabellen', 'Note nummer to', 'Med avsnitt.', 'Ringsaker janitsjar']) {
		assert.ok(text.includes(part), part);
	}
});

test('a QR code comes along as a picture that can be scanned', () => {
	const pages = pictures(opened(docx('charts', fixture('data/charts.xml'), fixture('.'))), 150);
	const said = execFileSync('zbarimg', ['--quiet', '--nodbus', '--raw', '-Sdisable', '-Sqrcode.enable', pages.at(-1)], { encoding: 'utf8' }).trim();
	assert.equal(said, encodeURI('https://tilskudd.fylke.example/ordninger/æøå?år=2026&x=1'));
});

test('the same paper is the same bytes', () => {
	const [one, other] = [1, 2].map(() => bytes(docx('case_paper', fixture('data/case_paper.xml'))));
	assert.ok(one.equals(other));
});

test('every part is well formed, and nothing typed becomes markup', () => {
	const path = docx('case_paper', fixture('data/case_paper.xml'));
	for (const part of ['word/document.xml', 'word/styles.xml', 'word/numbering.xml', 'word/footnotes.xml', 'word/_rels/document.xml.rels', '[Content_Types].xml']) {
		const xml = execFileSync('python3', ['-c', 'import sys,zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))', path, part]);
		execFileSync('xmllint', ['--noout', '-'], { input: xml });
	}
	const wrong = command('render', 'case_paper', '--docx', '--data', fixture('data/receipt.xml'), '-o', join(work, 'x.docx'));
	assert.equal(wrong.status, 1);
	assert.match(wrong.stderr, /data is missing/);
});
