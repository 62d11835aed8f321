// hostile_schemes.test.mjs — documents made to hurt: each is refused with a message that says what, within two seconds of
// processor and 64 MB of memory, by the command that checks schemes.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

const root = new URL('../..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'ordning-'));
after(() => rmSync(folder, { recursive: true }));
// Its bodies are no county's; the command holds them against ours.
const small = readFileSync(join(root, 'tests/fixtures/scheme/small.xml'), 'utf8').replace('"hovedutvalg"', '"hovedutvalg-kultur"');
const SECONDS = 2;
const BYTES = 64 << 20;

// The commands' check of one document, its processor time and memory bounded by the kernel.
function check(text) {
	const file = join(folder, 'ond.xml');
	writeFileSync(file, text);
	const said = spawnSync(
		'prlimit', [`--cpu=${SECONDS}`, `--data=${BYTES}`, '--', join(root, 'build/tilskudd'), 'scheme', 'check', file],
		{ encoding: 'utf8', maxBuffer: 1 << 26, timeout: 20000 },
	);
	return { ...said, told: said.stdout + said.stderr };
}

const doctype = (inside, text = 'Kort') =>
	small.replace('<scheme ', `<!DOCTYPE scheme [${inside}]>\n<scheme `).replace('Kort', text);
const laughs = Array.from({ length: 30 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('');
const before = (what, more) => small.replace(what, () => more + what);
const named = (n, make) => Array.from({ length: n }, (_, i) => make(i)).join('');
const yesNo = (id, more = '') => `<yes-no id="${id}"${more}><nb>x</nb><nn>x</nn><why use="case"/></yes-no>`;
const rule = (id, testing) => `<rule id="${id}" kind="warning" test="${testing}"><reason><nb>x</nb><nn>x</nn></reason></rule>`;
const testing = (expression) => small.replace('applied >= 10000', () => expression);
// Every question depends on all others: whoever follows each road there is never comes home.
const tangle = named(450, (i) => yesNo(`f${i}`, ` relevant="${named(60, (k) => `f${(i * 7 + k * 13) % 450} = 'yes' or `)}unge = 'yes'"`));
// What takes most tries to see that it can never be.
const manyTries = named(490, (i) => rule(`r${i}`, "antall &gt; 11 and (unge = 'yes' or kunstart = 'film' or applied &gt; 5)"));

const documents = {
	'ten to the thirtieth laughs': [doctype(`<!ENTITY e0 "ha">${laughs}`, '&e30;'), /:3: DOCTYPE er ikke tillatt/],
	'a file of the machine': [doctype('<!ENTITY f SYSTEM "file:///etc/passwd">', '&f;'), /:3: DOCTYPE er ikke tillatt/],
	'a page of another machine': [doctype('<!ENTITY f SYSTEM "http://127.0.0.1:1/f">', '&f;'), /:3: DOCTYPE er ikke tillatt/],
	'entities of parameters': [doctype('<!ENTITY % a SYSTEM "file:///etc/passwd">%a;'), /:3: DOCTYPE er ikke tillatt/],
	'a DTD from outside': [small.replace('<scheme ', '<!DOCTYPE scheme SYSTEM "http://127.0.0.1:1/x.dtd"><scheme '), /:3: DOCTYPE er ikke tillatt/],
	'an entity of no one': [small.replace('Kort', '&kort;'), /:5: entiteten &kort; er ikke tillatt/],
	'a hundred thousand levels': [before('<title>', '<a>'.repeat(100000)), /:4: elementene ligger mer enn 64 nivåer/],
	'a million options': [before('<option code="film">', '<option code="a"/>'.repeat(1000000)), /: dokumentet er større enn 1024 kB/],
	'all the options there is room for': [before('<option code="film">', '<option code="a"><nb>x</nb><nn>x</nn></option>'.repeat(22000)), /<choice> har flere enn 500 <option>/],
	'a million attributes': [small.replace('<summary>', `<summary${named(90000, (i) => ` a${i}=""`)}>`), /<summary> har flere enn 64 attributter/],
	'one attribute without end': [small.replace('<summary>', `<summary max="${'x'.repeat(1000000)}">`), /er ikke noe attributt på <summary>/],
	'a text without end': [before('Kort', 'x'.repeat(1000000)), /teksten i <nb> er lengre enn 5000 tegn/],
	'two hundred thousand mistakes': [before('<title>', '<x/>'.repeat(200000)), /<x> kan ikke stå i <scheme>/],
	'names that clash': [before('<yes-no', yesNo('f').repeat(400)), /to felt heter «f»/],
	'names that clash with facts': [before('<yes-no', yesNo('costs') + yesNo('applied') + yesNo('call-year')), /«call-year» er navnet på et faktum/],
	'rules that clash': [before('<rule', rule('minst', 'true()').repeat(400)), /to <rule> har id="minst"/],
	'an expression of parentheses': [testing('('.repeat(1900)), /for mange nivåer av parenteser/],
	'an expression of minuses': [testing(`${'- '.repeat(900)}1 = 1`), /for mange nivåer av parenteser/],
	'an expression of a thousand parts': [testing(`${'1+'.repeat(900)}1 = 1`), /uttrykket har for mange ledd/],
	'an expression without end': [testing('a'.repeat(500000)), /uttrykket er lengre enn 2000 tegn/],
	'names that are nearly right': [before('<rule', named(490, (i) => rule(`r${i}`, named(60, () => 'aplied = 1 or ') + 'aplied = 2'))), /mente du «applied»/],
	'questions that hang on each other': [before('<yes-no', tangle), /skal vises, avhenger til slutt av/],
	'rules that nobody can pass': [before('<rule', manyTries), /ingen svar kan bestå «r0»/],
	'a name in another alphabet': [small.replace('id="unge"', 'id="ungе"'), /id="ungе" på <yes-no> går ikke/],
	'bytes that are no text': [Buffer.concat([Buffer.from(small.slice(0, 400)), Buffer.from([0xff, 0xfe, 0]), Buffer.from(small.slice(400))]), /kan ikke leses som XML|er ikke i UTF-8/],
	'another encoding': [Buffer.from(`\ufeff${small}`, 'utf16le'), /dokumentet er ikke i UTF-8/],
	'a piece of XInclude': [before('<title>', '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd"/>'), /:4: <include> er ikke i dokumentets navnerom/],
};

test('the small scheme itself is well', () => assert.equal(check(small).status, 0));

for (const [name, [text, wanted]] of Object.entries(documents)) {
	test(`${name}: refused, with a message, in good time`, () => {
		const said = check(text);
		assert.equal(said.signal, null, `stopped by ${said.signal}`);
		assert.equal(said.status, 1, said.told.slice(0, 500));
		assert.match(said.told, wanted);
		assert.doesNotMatch(said.told, /root:/);
	});
}
