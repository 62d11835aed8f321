// document.mjs — for the PDF tests: makes documents with the command line and reads them with other people's programs.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { broken, open } from './conformance.mjs';

const root = new URL('../..', import.meta.url).pathname;
export const work = mkdtempSync(join(tmpdir(), 'tilskudd-pdf-'));
after(() => rmSync(work, { recursive: true, force: true }));

const run = (program, args) => execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 27 });

export const fixture = (name) => join(root, 'tests/fixtures/doc', name);

// The command itself, for what must fail: { status, stderr }.
export const command = (...args) =>
	spawnSync(join(root, 'build/tilskudd'), ['document', ...args], {
		encoding: 'utf8',
		env: { ...process.env, TILSKUDD_HOME: root },
	});

// Makes a document; templates are the product's unless a folder is given. Answers the file's path.
export const make = (template, data, { lang = 'nb', templates, html = false, options = [] } = {}) => {
	const out = join(work, `${template}-${Math.random().toString(36).slice(2)}.${html ? 'html' : 'pdf'}`);
	const made = command(
		'render', template, '--data', data, '--lang', lang, ...(templates ? ['--templates', templates] : []),
		...(html ? ['--html'] : []), ...options, '-o', out,
	);
	assert.equal(made.status, 0, made.stderr);
	return out;
};

// Words as a reader copies them; no-break spaces become spaces.
export const words = (pdf, ...args) => run('pdftotext', [...args, pdf, '-']).replace(/[\u00a0\u202f]/g, ' ');
export const flowing = (pdf) => words(pdf).replace(/\s+/g, ' ');
export const structure = (pdf) => run('pdfinfo', ['-struct-text', pdf]);
export const info = (pdf) => run('pdfinfo', [pdf]);

// Each page as a picture, in order: their paths.
export const pictures = (pdf, dpi = 60) => {
	const folder = mkdtempSync(join(work, 'pages-'));
	execFileSync('pdftoppm', ['-r', `${dpi}`, '-png', pdf, join(folder, 'page')]);
	return readdirSync(folder).sort().map((name) => join(folder, name));
};

// Every object, and a way to follow references.
export const objects = (pdf) => {
	const whole = JSON.parse(run('qpdf', ['--json=2', '--json-key=qpdf', pdf])).qpdf[1];
	const values = new Map(
		Object.entries(whole).map(([key, entry]) => [key.replace(/^obj:/, ''), entry.value ?? entry.stream?.dict]),
	);
	const get = (value) => (typeof value === 'string' && /^\d+ 0 R$/.test(value) ? values.get(value) : value);
	return { all: [...values.values()], get, trailer: values.get('trailer') };
};

// Every kind of document, and the files of sample data of one: NAME.xml and NAME-variant.xml.
export const types = () => JSON.parse(command('list', '--json').stdout);
export const samples = (name) =>
	readdirSync(fixture('data')).filter((file) => new RegExp(`^${name}(-[a-z0-9_]+)*\\.xml$`).test(file)).sort().map((file) => fixture(`data/${file}`));

// A file that qpdf finds whole, and that keeps every rule of PDF/A-2a and PDF/UA-1.
export const check = (pdf) => {
	const checked = spawnSync('qpdf', ['--check', pdf], { encoding: 'utf8' });
	assert.equal(checked.status, 0, checked.stdout + checked.stderr);
	assert.deepEqual(broken(open(pdf)), []);
};

export const bytes = (path) => readFileSync(path);
