// conformance.test.mjs — every kind of document, in every language, against every rule of PDF/A-2a and PDF/UA-1 that can
// be read from a file; and the rules themselves, against files that break them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { broken, elementsOf, open, readOut, rules } from './conformance.mjs';
import { bytes, check, fixture, make, samples, types } from './document.mjs';

const templates = fixture('.');
const engine = ['sample', 'charts', 'tables'];

// What a reader says, without spaces and what only paper or only the web has.
const bare = (said) => said.replace(/, (side|page)[\s\u00a0]\d+/g, '').replace(/[\s\u00a0\u00ad\u200b\u202f-]+/g, '');
const twin = (html) => bare(html.replace(/<svg.*?<\/svg>|<details>.*?<\/details>|<nav.*?<\/nav>|<ol class="doc-notes">.*?<\/ol>|<a class="doc-mark".*?<\/a>/gs, ' ')
	.replace(/<[^>]+>/g, ' ').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, '&'));

const holdTo = (pdf) => {
	check(pdf);
	assert.deepEqual(broken(open(pdf)), []);
};

for (const { name } of types()) {
	for (const data of samples(name)) {
		for (const lang of ['nb', 'nn', 'en']) {
			test(`${data.replace(/.*\//, '')} in ${lang} keeps every rule, and is read as its web twin`, () => {
				const pdf = make(name, data, { lang });
				holdTo(pdf);
				assert.equal(bare(readOut(open(pdf))), twin(bytes(make(name, data, { lang, html: true })).toString()));
			});
		}
	}
}

for (const name of engine) {
	test(`${name}, which uses all the engine can, keeps every rule`, () => holdTo(make(name, fixture(`data/${name}.xml`), { templates })));
}

// Each way to break a file, and the rule that must tell it.
const damages = [
	['not encrypted', (file) => { file.trailer['/Encrypt'] = {}; }],
	['with an identity', (file) => { delete file.trailer['/ID']; }],
	['nothing runs', (file) => { file.catalog['/AA'] = {}; }],
	['the catalog says', (file) => { file.catalog['/MarkInfo']['/Marked'] = false; }],
	['the catalog says', (file) => { delete file.catalog['/Lang']; }],
	['the catalog says', (file) => { file.get(file.catalog['/ViewerPreferences'])['/DisplayDocTitle'] = false; }],
	['the catalog says', (file) => { file.info['/Title'] = 'u: '; }],
	['the metadata say', (file) => { file.info['/Title'] = 'u:Noe annet'; }],
	['the metadata say', (file) => { file.info['/ModDate'] = 'u:D:20200101000000Z'; }],
	['the metadata say', (file) => { file.streams.set(file.catalog['/Metadata'], Buffer.from(file.streams.get(file.catalog['/Metadata']).toString().replace('pdfaid:conformance>A', 'pdfaid:conformance>B'))); }],
	['the metadata say', (file) => { file.streams.set(file.catalog['/Metadata'], Buffer.from(file.streams.get(file.catalog['/Metadata']).toString().replace(/<pdfuaid:part>1<\/pdfuaid:part>/, ''))); }],
	['one output intent', (file) => { delete file.catalog['/OutputIntents']; }],
	['one output intent', (file) => { file.pages[0].operations.push({ op: 'k', args: [0, 0, 0, 1] }); }],
	['content holds operators', (file) => { file.pages[0].operations.push({ op: 'q', args: [] }); }],
	['content holds operators', (file) => { file.pages[0].operations.push({ op: 'XX', args: [] }); }],
	['everything that is painted', (file) => { file.pages[0].operations.push({ op: 'f', args: [] }); }],
	['everything that is painted', (file) => { file.pages[0].operations.find(({ op }) => op === 'EMC').op = 'BX'; }],
	['the parent tree leads', (file) => { file.get(file.tree['/ParentTree'])['/Nums'].splice(0, 2); }],
	['the parent tree leads', (file) => { elementsOf(file, '/H1')[0]['/S'] = '/P'; }],
	['the structure is one tree', (file) => { elementsOf(file, '/P')[0]['/P'] = '1 0 R'; }],
	['the structure is one tree', (file) => { elementsOf(file, '/P')[0]['/K'].push(999); }],
	['elements are of', (file) => { elementsOf(file, '/LI')[0]['/S'] = '/Item'; }],
	['elements are of', (file) => { elementsOf(file, '/TR')[0]['/S'] = '/P'; }],
	['tables are regular', (file) => { elementsOf(file, '/TR')[1]['/K'].pop(); }],
	['tables are regular', (file) => { delete elementsOf(file, '/TH')[0]['/A']; }],
	['headings begin', (file) => { elementsOf(file, '/H2')[0]['/S'] = '/H3'; }],
	['every figure', (file) => { delete elementsOf(file, '/Figure')[0]['/Alt']; }],
	['every annotation', (file) => { delete [...file.values.values()].find((one) => one?.['/Subtype'] === '/Link')['/Contents']; }],
	['every annotation', (file) => { [...file.values.values()].find((one) => one?.['/Subtype'] === '/Link')['/StructParent'] = 0; }],
	['every link', (file) => { elementsOf(file, '/Link')[0]['/K'].pop(); }],
	['pages are walked', (file) => { delete file.pages[0].object['/Tabs']; }],
	['every note', (file) => { delete elementsOf(file, '/Note')[0]['/ID']; }],
	['fonts are embedded', (file) => { delete [...file.values.values()].find((one) => one?.['/Type'] === '/FontDescriptor')['/FontFile2']; }],
	['fonts are embedded', (file) => { file.get([...file.values.values()].find((one) => one?.['/W'] !== undefined && one['/Subtype'] === '/CIDFontType2')['/W'])[1][0] += 5; }],
	['every code that is shown', (file) => { delete [...file.values.values()].find((one) => one?.['/Subtype'] === '/Type0')['/ToUnicode']; }],
	['what runs from right', (file) => { elementsOf(file, '/Span').forEach((one) => delete one['/ActualText']); }],
	['words of another script', (file) => { elementsOf(file, '/Span').forEach((one) => delete one['/Lang']); }],
	['bookmarks have words', (file) => { [...file.values.values()].find((one) => one?.['/Parent'] !== undefined && one['/Title'] !== undefined)['/Dest'] = '/nowhere'; }],
];

test('a file that breaks a rule is told so by that rule', () => {
	const pdf = make('sample', fixture('data/sample.xml'), { templates });
	const told = new Set();
	for (const [rule, damage] of damages) {
		const file = open(pdf);
		damage(file);
		const found = broken(file);
		assert.ok(found.some((what) => what.includes(rule)), `${rule}: ${damage}: ${found.slice(0, 3)}`);
		told.add(Object.keys(rules).find((name) => name.includes(rule)));
	}
	assert.deepEqual(Object.keys(rules).filter((name) => !told.has(name)), [], 'each rule is tried');
});
