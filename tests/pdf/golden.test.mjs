// golden.test.mjs — the words, the structure and the bytes of every kind of document are those that were looked at and
// kept in tests/fixtures/golden. After a change that is meant: RENEW=1 tests/run pdf golden, and read what git tells.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { bytes, make, samples, structure, types, words } from './document.mjs';

const folder = new URL('../fixtures/golden/', import.meta.url).pathname;
const renew = Boolean(process.env.RENEW);
const meant = 'if the change is meant: RENEW=1 tests/run pdf golden';

// What the bytes depend on beside our own code.
const packages = ['fonts-noto-core', 'fonts-dejavu-core', 'fonts-symbola', 'libharfbuzz0b', 'libharfbuzz-subset0', 'libfribidi0', 'libdeflate0', 'libhpdf-2.3.0', 'libqrencode4', 'libpng16-16', 'hyphen-no'];
const versions = () => execFileSync('dpkg-query', ['-W', '-f', '${Package} ${Version}\n', ...packages], { encoding: 'utf8' }).trim().split('\n').sort();

const papers = types().flatMap(({ name }) => samples(name).flatMap((data) => ['nb', 'nn', 'en'].map((lang) => ({ name, data, lang, base: `${basename(data, '.xml')}.${lang}` }))));
const kept = papers.map((paper) => ({ ...paper, pdf: make(paper.name, paper.data, { lang: paper.lang }) }));

if (renew) {
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder);
}

const hold = (file, text) => {
	const path = join(folder, file);
	if (renew) {
		writeFileSync(path, text);
	}
	assert.ok(existsSync(path), `${file} is not kept; ${meant}`);
	assert.equal(text, readFileSync(path, 'utf8'), `${file}; ${meant}`);
};

for (const { base, pdf } of kept) {
	test(`${base} has the words and the structure that are kept`, () => {
		hold(`${base}.txt`, words(pdf, '-layout').replace(/\f/g, '----\n').replace(/[ \t]+$/gm, ''));
		hold(`${base}.structure.txt`, structure(pdf));
	});
}

test('every document is byte for byte what it was', (t) => {
	const made = kept.map(({ base, pdf }) => `${createHash('sha256').update(bytes(pdf)).digest('hex')}  ${base}.pdf`);
	if (renew) {
		writeFileSync(join(folder, 'SHA256SUMS'), [...versions().map((line) => `# ${line}`), ...made, ''].join('\n'));
	}
	const lines = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trim().split('\n');
	const before = lines.filter((line) => line.startsWith('# ')).map((line) => line.slice(2));
	const other = versions().filter((line) => !before.includes(line));
	if (other.length > 0) {
		// Other fonts or another subsetter make other bytes: the words and the structure above are held all the same.
		t.diagnostic(`the sums are not compared: other packages than when the sums were taken: ${other.map((line) => `${line}, then ${before.find((one) => one.split(' ')[0] === line.split(' ')[0])?.split(' ')[1]}`).join('; ')}`);
		return;
	}
	assert.deepEqual(made, lines.filter((line) => !line.startsWith('# ')), meant);
});

test('nothing is kept of documents that are no more', () => {
	const names = new Set(['SHA256SUMS', ...papers.flatMap(({ base }) => [`${base}.txt`, `${base}.structure.txt`])]);
	assert.deepEqual(readdirSync(folder).filter((name) => !names.has(name)), []);
});
