// schemes.test.mjs — schemes on paper: a leaflet of exactly one page for every one of them, and the booklet of those that are open.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { sql, visitor, words as shown } from '../lib/visitor.mjs';
import { check, command, flowing, info, objects, structure, work } from './document.mjs';

const root = new URL('../..', import.meta.url).pathname;
const schemes = readdirSync(join(root, 'conf/schemes')).filter((name) => name.endsWith('.xml')).map((name) => name.replace('.xml', ''));
const leaflet = (scheme, lang = 'nb') => {
	const pdf = join(work, `leaflet-${scheme}-${lang}.pdf`);
	const made = command('render', 'scheme_leaflet', '--scheme', scheme, '--lang', lang, '-o', pdf);
	assert.equal(made.status, 0, `${scheme}: ${made.stderr}`);
	return pdf;
};
const flat = (text) => text.replace(/[\s\u00a0]+/g, ' ');

for (const lang of ['nb', 'nn', 'en']) {
	test(`every scheme has a leaflet of exactly one page with a code that leads to it (${lang})`, () => {
		assert.ok(schemes.length >= 55, `${schemes.length} schemes`);
		for (const scheme of schemes) {
			const pdf = leaflet(scheme, lang);
			check(pdf);
			assert.match(info(pdf), /Pages:\s+1\n/, scheme);
			const text = flowing(pdf);
			assert.ok(text.replace(/[ -]/g, '').includes(`/ordninger/${scheme.replaceAll('-', '')}`), `${scheme} tells its address`);
			assert.match(text, { nb: /Hvem kan søke\?/, nn: /Kven kan søkje\?/, en: /Who may apply\?/ }[lang], scheme);
			assert.match(structure(pdf), /Figure/, `${scheme} has its code`);
		}
	});
}

test('the pages give the same leaflet and the same booklet to anyone', async () => {
	const guest = await visitor('');
	for (const [page, phrase] of [['/ordninger/in-kulturaktivitet-barn-ungdom/informasjonsark', 'Hvem kan søke?'], ['/ordninger/hefte', 'Åpne tilskuddsordninger']]) {
		const twin = await guest.get(page), pdf = await guest.get(`${page}.pdf`);
		assert.equal(twin.status, 200);
		assert.ok(flat(shown(twin.body)).includes(phrase), page);
		assert.equal(pdf.headers.get('content-type'), 'application/pdf');
	}
	assert.equal((await guest.get('/ordninger/finnes-ikke/informasjonsark.pdf')).status, 404);
	assert.match((await guest.get('/ordninger')).body, /href="\/ordninger\/hefte\.pdf"/);
	assert.match((await guest.get('/ordninger/in-kulturaktivitet-barn-ungdom')).body, /informasjonsark\.pdf"/);
});

test('the booklet holds every open scheme and no other, with contents that tell the right pages', () => {
	const pdf = join(work, 'booklet.pdf');
	assert.equal(command('render', 'catalogue_booklet', '-o', pdf).status, 0);
	check(pdf);
	const open = sql(`select distinct v.title_nb from call_told t join scheme_version v on v.version_hash = t.call_version_hash
		join scheme s on s.scheme_id = t.call_scheme_id
		where t.call_status not in ('cancelled', 'on-hold') and t.opens_at <= now() and t.closes_at > now() and t.used_up_at is null
		  and s.status not in ('ended', 'phased-out', 'merged', 'paused')`).map(([title]) => title);
	assert.ok(open.length > 0);
	const pages = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).replace(/\u00a0/g, ' ').split('\f');
	const told = structure(pdf).replace(/\u00a0/g, ' ');
	for (const title of open) {
		assert.ok(flat(told).includes(title), title);
		const line = pages[0].split('\n').find((one) => one.includes(title.slice(0, 30)));
		assert.ok(line !== undefined, `"${title}" stands in the contents`);
		const page = Number(/(\d+)\s*$/.exec(line)[1]);
		assert.ok(flat(pages[page - 1]).includes(title.slice(0, 30)), `"${title}" stands on page ${page}`);
	}
	const { all, get } = objects(pdf);
	const outlines = get(all.find((one) => one?.['/Type'] === '/Catalog')['/Outlines']);
	assert.ok(outlines['/Count'] > open.length, 'every scheme is a bookmark');
});
