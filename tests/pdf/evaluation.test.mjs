// evaluation.test.mjs — the evaluation on paper: charts with their numbers in words, tables that break well, and years with nothing.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { bytes, check, fixture, flowing, info, make, objects, structure, words, work } from './document.mjs';

const sample = fixture('data/evaluation.xml');
const pages = (pdf) => words(pdf, '-layout').split('\f').slice(0, -1);

// The sample with other data, as a file of its own.
const changed = (name, change) => {
	const path = join(work, `${name}.xml`);
	writeFileSync(path, change(readFileSync(sample, 'utf8')));
	return path;
};

test('a chart is told in words to those who cannot see it: each name with this year\'s and last year\'s sum', () => {
	const { all } = objects(make('evaluation', sample));
	const figures = all.filter((one) => one?.['/S'] === '/Figure').map((one) => one['/Alt'].replace(/^u:/, '').replace(/\u00a0/g, ' '));
	assert.equal(figures.length, 3);
	const [map] = figures.splice(1, 1);
	assert.match(map, /^En rute for hver kommune, mørkere jo mer den fikk\. .*; Os: /);
	for (const alt of figures) {
		assert.match(alt, /og året før/);
		assert.match(alt, /: 2026 [\d ]+ kr, 2025 [\d ]+ kr;/);
	}
	assert.equal(figures[0].split(';').length, 12, 'the twelve municipalities of the chart');
});

test('the same year is the same bytes; another figure is not', () => {
	const again = [1, 2].map(() => bytes(make('evaluation', sample)));
	assert.ok(again[0].equals(again[1]));
	const other = changed('other', (text) => text.replace('>84<', '>85<'));
	assert.ok(!bytes(make('evaluation', other)).equals(again[0]));
});

test('no row of the list of grants stands alone on a page, however long the list', () => {
	const rows = /(<list name="grants">)([^]*?)(<\/list>)/.exec(readFileSync(sample, 'utf8'))[2].match(/<row>[^]*?<\/row>/g);
	for (let n = 2; n <= 44; n += 3) {
		const data = changed(`rows${n}`, (text) => text.replace(/(<list name="grants">)[^]*?(<\/list>)/, `$1${rows.slice(0, n).join('')}$2`));
		const counts = pages(make('evaluation', data)).map((page) => page.match(/2026-\d{5}/g)?.length ?? 0);
		assert.equal(counts.reduce((a, b) => a + b), n);
		assert.ok(counts.every((count) => count !== 1), `${n} grants: ${counts.join(' ')} a page`);
	}
});

test('a table that goes on over the page says its columns again, and every page says what it belongs to', () => {
	const all = pages(make('evaluation', sample));
	assert.ok(all.length >= 4);
	const withGrants = all.filter((page) => /2026-\d{5}/.test(page));
	assert.ok(withGrants.length > 1);
	for (const page of withGrants) {
		assert.match(page, /Søknad\s+Mottaker\s+Prosjekt\s+Kommuner\s+Søkt\s+Fikk/);
	}
	all.forEach((page, i) => {
		assert.ok(page.includes(`Side ${i + 1} av ${all.length}`), `page ${i + 1}`);
		assert.ok(i === 0 || page.includes('Tilskudd til kulturaktivitet for barn og ungdom, 2026'), `page ${i + 1}`);
	});
});

test('the findings, the scheme and the first figures are on the first page', () => {
	const [first] = pages(make('evaluation', sample));
	for (const phrase of ['Det viktigste', 'Ordningen på én side', 'Kvalitet, Medvirkning fra barn og unge']) {
		assert.ok(first.includes(phrase), phrase);
	}
});

test('a year with nothing, and none before it, is a whole paper without charts', () => {
	for (const lang of ['nb', 'nn']) {
		const pdf = make('evaluation', fixture('data/evaluation-empty.xml'), { lang });
		check(pdf);
		assert.match(info(pdf), /Tagged:\s+yes/);
		assert.doesNotMatch(structure(pdf), /Figure/);
	}
	const text = flowing(make('evaluation', fixture('data/evaluation-empty.xml')));
	for (const phrase of ['Det kom ingen søknader i 2026.', 'Ordningen hadde ingen søknader i 2025, så det er ikke noe år å sammenligne med.',
		'2 av 2 kommuner fikk ikke noe tilskudd. Det er Hamar, Os.', 'Ingen tilskudd ble gitt.', 'Slik er tallene regnet ut']) {
		assert.ok(text.includes(phrase), `"${phrase}" is not in: ${text}`);
	}
	for (const phrase of ['Hvem som fikk', 'Lovet 2026', 'Hva som skilte', 'Kommuner med søknader', 'I tillegg gikk']) {
		assert.ok(!text.includes(phrase), `"${phrase}" is in: ${text}`);
	}
});

test('a first year has one bar a name, and no last year in words', () => {
	const data = changed('first', (text) => text.replace('<flag name="compare">yes', '<flag name="compare">no'));
	const { all } = objects(make('evaluation', data));
	for (const { '/Alt': alt } of all.filter((one) => one?.['/S'] === '/Figure')) {
		assert.doesNotMatch(alt, /året før|2025/);
	}
});

test('money that went elsewhere is told beside the municipalities\' sum', () => {
	const data = changed('elsewhere', (text) => text.replace('<text name="elsewhere"></text>', '<text name="elsewhere">50 000 kr</text>'));
	assert.match(flowing(make('evaluation', data)), /Alle kommunene i fylket .*I tillegg gikk 50 000 kr til tiltak utenfor fylket eller uten oppgitt kommune\./);
});

test('the web twin draws each chart for wide and narrow screens, with one table of its numbers', () => {
	const html = bytes(make('evaluation', sample, { html: true })).toString();
	for (const [figure] of html.matchAll(/<figure>[^]*?<\/figure>/g)) {
		const drawn = [...figure.matchAll(/<svg class="doc-chart (doc-\w+)"[^>]*viewBox="0 0 (\d+) /g)].map(([, name, width]) => [name, Number(width)]);
		assert.deepEqual(drawn, [['doc-wide', 640], ['doc-narrow', 320]]);
		assert.equal(figure.match(/<table>/g).length, 1);
		for (const [, x, width] of figure.matchAll(/<rect x="([\d.]+)"[^>]*width="([\d.]+)"/g)) {
			assert.ok(Number(x) + Number(width) <= 640);
		}
	}
});
