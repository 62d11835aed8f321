// bench.mjs — the figures: what is measured, beside what. Started by tests/bench/run, which has a server up.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { cpus, loadavg, totalmem } from 'node:os';
import { basename, join } from 'node:path';
import { readyDraft } from '../lib/applicant.mjs';
import { sql } from '../lib/visitor.mjs';
import { chromium } from 'playwright-core';
import {
	BASE_URL, Engine, RUN, STATIC_PORT, WORK, alone, figure, figures, median, percentile, pgbenchRate, pgbenchTime, processTime, sideBySide, wanted, wrk,
} from './measure.mjs';
import { pgbenchScript, statementsOf } from './statements.mjs';

const root = new URL('../..', import.meta.url).pathname;
const inside = (path) => join(root, path);

// --- pages

const serverFiles = {
	get: (name) => readFileSync(join(RUN, name), 'utf8'),
	put: (name, text) => writeFileSync(join(RUN, name), text),
};

// nginx counts requests from one address; here one address is everybody. The same nginx also serves a folder of files.
async function nginxOpen() {
	serverFiles.put('nginx_http.conf', serverFiles.get('nginx_http.conf').replace(/rate=\d+r/, 'rate=1000000r'));
	serverFiles.put('nginx_site.conf', serverFiles.get('nginx_site.conf').replace(/burst=\d+/, 'burst=100000'));
	serverFiles.put(
		'nginx.conf',
		serverFiles.get('nginx.conf').replace(/\n}\s*$/, `
	server {
		listen 127.0.0.1:${STATIC_PORT};
		root ${WORK}/static;
		default_type "text/html; charset=utf-8";
		include ${root}conf/host/nginx_headers.conf;
	}
}
`),
	);
	process.kill(Number(readFileSync(join(RUN, 'nginx.pid'), 'utf8')), 'SIGHUP');
	// The workers from before close the connections they have.
	await new Promise((resolve) => setTimeout(resolve, 2000));
}

async function staticCopy(path, name) {
	const page = await (await fetch(BASE_URL + path)).text();
	mkdirSync(join(WORK, 'static'), { recursive: true, mode: 0o755 });
	writeFileSync(join(WORK, 'static', name), page, { mode: 0o644 });
	const url = `http://127.0.0.1:${STATIC_PORT}/${name}`;
	for (let i = 0; i < 50 && !(await fetch(url).then((answer) => answer.ok, () => false)); i++) {
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	return url;
}

async function catalogueFigures() {
	const url = await staticCopy('/ordninger', 'ordninger.html');
	const ours = `${BASE_URL}/ordninger`;
	await figure('catalogue page', 'req/s', () => wrk(ours), 'nginx, a static file', () => wrk(url));
	const zip = { 'Accept-Encoding': 'gzip' };
	await figure('catalogue page, compressed', 'req/s', () => wrk(ours, zip), 'nginx, a static file', () => wrk(url, zip));
}

// --- an application: its form, and sending it

// Drafts that are copies of one, each in a call of its own, since an organisation has one draft in a call. Their ids
// follow each other from the one that is answered.
function draftCopies(id, first, count) {
	sql(
		`with calls as (
			insert into call (scheme_id, version_hash, year, round, kind, opens_at, closes_at, covers_from, covers_to, frame_ore,
					answer_by, contact_name, contact_phone, contact_email)
			select c.scheme_id, c.version_hash, c.year, 1000 + (:v2 + n) % 1000000, c.kind, c.opens_at, c.closes_at, c.covers_from, c.covers_to, c.frame_ore,
					c.answer_by, c.contact_name, c.contact_phone, c.contact_email
			from call c join application a using (call_id), generate_series(0, :v3 - 1) as n where a.application_id = :v1
			returning call_id, round
		), drafts as (
			insert into application (application_id, call_id, version_hash, unit_id, organisation_id, created_by, version, lang, title)
			overriding system value
			select :v2 + row_number() over (order by calls.round) - 1, calls.call_id, a.version_hash, a.unit_id, a.organisation_id, a.created_by,
					a.version, a.lang, a.title
			from calls, application a where a.application_id = :v1 returning application_id
		)
		insert into draft_answer (application_id, path, value, version, user_id)
		select drafts.application_id, d.path, d.value, d.version, d.user_id from drafts, draft_answer d where d.application_id = :v1;
		analyze application, draft_answer, call;`,
		id, first, count,
	);
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

function post(path, cookie, fields) {
	const body = new URLSearchParams(fields).toString();
	return new Promise((resolve, reject) => {
		const sent = request(new URL(path, BASE_URL), {
			method: 'POST', agent,
			headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) },
		});
		sent.on('error', reject);
		sent.on('response', (answer) => answer.resume().on('end', () => resolve(answer)));
		sent.end(body);
	});
}

async function submit(sender, id) {
	const fields = sender.fields.map(([name, value]) => [name, name === 'form_key' ? `${value.slice(0, -8)}${String(id).padStart(8, '0')}` : value]);
	const started = performance.now();
	const answer = await post(`/soknader/${id}/send`, sender.cookie, fields);
	const taken = performance.now() - started;
	if (answer.statusCode !== 303 || !answer.headers.location.endsWith('/kvittering')) {
		throw new Error(`application ${id} was not sent: ${answer.statusCode} ${answer.headers.location ?? ''}`);
	}
	return taken;
}

// The statements of one submission, made to work for one application after the other.
function submissionScript(statements, id) {
	const [[number]] = sql('select number from application where application_id = :v1', id);
	const replace = (value, name, n) => {
		if (value === String(id)) return ':id';
		if (value === number) return ':number';
		return name.startsWith('form_key') && n === 1 ? "lpad(:id::text, 64, '0')" : undefined;
	};
	return pgbenchScript('submission', statements, {
		first: '\\set id :id + 1\n', replace, after: (name) => (name === 'application_number' ? '\n\\gset' : ';'),
	});
}

async function formFigure(person, id, section) {
	const path = `/soknader/${id}/del/${section}`;
	const cookie = [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
	const statements = await statementsOf(() => person.get(path), () => person.get(path));
	const { file, variables } = pgbenchScript('form', statements);
	await figure('form page', 'req/s', () => wrk(BASE_URL + path, { Cookie: cookie }), 'pgbench, its statements', () => pgbenchRate(file, variables));
}

async function submissionFigure(person, id) {
	const times = 20;
	let next = 1000000;
	const take = (count) => {
		const first = next;
		draftCopies(id, first, count);
		next += count;
		return first;
	};
	await person.get(`/soknader/${id}/kontroller`);
	const sender = {
		fields: person.formFields(`/soknader/${id}/send`),
		cookie: [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
	};
	const sample = take(1);
	const statements = await statementsOf(() => person.get(`/soknader/${id}`), () => submit(sender, sample));
	const { file, variables } = submissionScript(statements, sample);
	const ours = async () => {
		const taken = [];
		for (let at = take(times), i = 0; i < times; i++) {
			taken.push(await submit(sender, at + i));
		}
		return median(taken);
	};
	await figure('submission', 'ms', ours, 'pgbench, its statements', () => pgbenchTime(file, { ...variables, id: take(times) - 1 }, times));
}

// --- documents

const tool = (...args) => execFileSync(inside('build/tilskudd'), args, { env: { ...process.env, TILSKUDD_HOME: root }, encoding: 'utf8' });

function pagesOf(template, data) {
	const pdf = join(WORK, 'pages.pdf');
	tool('document', 'render', template, '--data', data, '-o', pdf);
	return Number(execFileSync('qpdf', ['--show-npages', pdf], { encoding: 'utf8' }));
}

// A sample with its list longer until `enough(data)`; the numbers of applications and ranks go on.
function longer(sample, list, enough, step = 8) {
	const [, before, rows, after] = new RegExp(`^([^]*<list name="${list}">)([^]*?)(</list>[^]*)$`).exec(
		readFileSync(inside(`tests/fixtures/doc/data/${sample}.xml`), 'utf8'));
	const all = rows.match(/<row>[^]*?<\/row>/g);
	const data = join(WORK, `${sample}.xml`);
	for (let count = Math.min(step, all.length); count < 5000; count += step) {
		const more = Array.from({ length: count }, (_, i) => all[i % all.length]
			.replace(/20\d\d-\d+/, `2026-${String(i + 1).padStart(5, '0')}`).replace(/(name="rank">)\d+/, `$1${i + 1}`));
		writeFileSync(data, before + more.join('') + after);
		if (enough(data, count)) {
			return data;
		}
	}
	throw new Error(`the ${list} of ${sample} are never enough`);
}

// Chromium, started once, as it prints a page: the twin with the sheet that WeasyPrint has.
class Chromium {
	static async start() {
		const it = new Chromium();
		it.browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--headless', '--no-sandbox'] });
		it.page = await it.browser.newPage();
		return it;
	}

	async time(twin, times) {
		const sheet = readFileSync(inside('tests/bench/print.css'), 'utf8');
		const html = `<!doctype html><html lang="nb"><head><meta charset="utf-8"><title>a</title><style>${sheet}</style></head><body>${readFileSync(twin, 'utf8')}</body></html>`;
		const taken = [];
		for (let i = 0; i < times; i++) {
			const started = performance.now();
			await this.page.setContent(html);
			await this.page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
			taken.push(performance.now() - started);
		}
		return median(taken);
	}

	end() {
		return this.browser.close();
	}
}

const fopJars = ['fop', 'commons-io', 'xml-apis', 'batik-all', 'commons-logging', 'xmlgraphics-commons', 'xml-apis-ext', 'fontbox2'];

// Each document by all five, in turn. The others make what they are given in one way or another: HTML with a sheet, a list of
// parts, or XSL-FO; all from our own web twin, so that words, tables and charts are the same.
async function documentFigures() {
	const sixPages = (data) => pagesOf('case_paper', data) >= 6;
	const documents = [
		['receipt', 'receipt', () => inside('tests/fixtures/doc/data/receipt.xml'), [100, 5, 10, 10, 10]],
		['decision letter', 'decision_letter', () => inside('tests/fixtures/doc/data/decision_letter-granted.xml'), [100, 5, 10, 10, 10]],
		['case paper', 'case_paper', () => longer('case_paper', 'proposed', sixPages, 2), [100, 1, 5, 5, 5]],
		['evaluation report', 'evaluation', () => longer('evaluation', 'grants', (data) => pagesOf('evaluation', data) >= 20), [20, 1, 3, 3, 3]],
		['list of 1 200', 'recommendation_list', () => longer('recommendation_list', 'proposed', (data, count) => count >= 1200, 1200), [10, 1, 1, 1, 1]],
	].filter(([name]) => wanted(name));
	if (documents.length === 0) {
		return;
	}
	const python = (file) => new Engine('/usr/bin/python3', inside(`tests/bench/${file}`));
	const ours = new Engine(inside('build/bench/doc_bench'), inside('pdf-templates'));
	const others = {
		weasyprint: python('doc_weasyprint.py'),
		reportlab: python('doc_reportlab.py'),
		fop: new Engine('java', '-cp', fopJars.map((jar) => `/usr/share/java/${jar}.jar`).join(':'), inside('tests/bench/DocFop.java')),
		chromium: await Chromium.start(),
	};
	for (const [name, template, data, [mine, ...theirs]] of documents) {
		const [file, twin, fo] = [data(), join(WORK, `${template}.html`), join(WORK, `${template}.fo`)];
		tool('document', 'render', template, '--html', '--data', file, '-o', twin);
		execFileSync('/usr/bin/python3', [inside('tests/bench/doc_fo.py'), twin, fo]);
		const title = `${name}, ${pagesOf(template, file)} pages`;
		const one = () => ours.time(`${template} ${file}`, mine);
		await one();
		await Promise.all([others.reportlab.time(twin, 1), others.fop.time(fo, theirs[2]), others.chromium.time(twin, 1)]);
		await sideBySide(title, 'ms', one, [
			['WeasyPrint, our web twin', () => others.weasyprint.time(twin, theirs[0])],
			['ReportLab, same content', () => others.reportlab.time(twin, theirs[1])],
			['FOP, same content', () => others.fop.time(fo, theirs[2])],
			['Chromium, our web twin', () => others.chromium.time(twin, theirs[3])],
		]);
		if (template === 'case_paper') {
			await alone(`${title}, 99th percentile`, 'ms', async () => {
				const times = await ours.times(`${template} ${file}`, 500);
				return { value: percentile(times, 99), about: `median ${median(times).toFixed(2)} ms of 500` };
			});
		}
	}
	for (const engine of [ours, ...Object.values(others)]) {
		await engine.end();
	}
}

// Ten thousand letters, each to somebody else, by two processes at once, and what they hold in memory meanwhile.
async function lettersFigure() {
	const [name, each] = ['10 000 letters, two processes', 5000];
	if (!wanted(name)) {
		return;
	}
	const data = inside('tests/fixtures/doc/data/decision_letter-granted.xml');
	await alone(name, 's', async () => {
		const started = performance.now();
		const processes = [0, 1].map(() => new Engine(inside('build/bench/doc_bench'), inside('pdf-templates')));
		const said = await Promise.all(processes.map((one, i) => one.ask(`letters decision_letter ${data} ${each} ${i * each + 1}`)));
		const value = (performance.now() - started) / 1000;
		processes.forEach((one) => one.end());
		const held = said.map((line) => line.split(' ').slice(1).map((kb) => `${(kb / 1024).toFixed(1)}`));
		return { value, about: held.map(([early, end]) => `${early} MB after a tenth, ${end} MB at the end`).join('; ') };
	});
}

// --- schemes

const schemeFiles = () =>
	execFileSync('git', ['-C', root, 'ls-files', ':(glob)conf/schemes/*.xml'], { encoding: 'utf8' }).trim().split('\n').map(inside);

async function schemeFigure() {
	const files = schemeFiles();
	await figure(
		`check of ${files.length} schemes, process`, 'ms',
		() => processTime(inside('build/tilskudd'), ['scheme', 'check', ...files], { env: { ...process.env, TILSKUDD_HOME: root } }),
		'xmllint --relaxng alone', () => processTime('xmllint', ['--nonet', '--noout', '--relaxng', inside('conf/scheme.rng'), ...files]),
	);
	const merged = files.map((file) => {
		const path = join(WORK, basename(file));
		writeFileSync(path, tool('scheme', 'show', '--merged', file));
		return path;
	});
	const engine = new Engine(inside('build/bench/scheme_bench'), ...merged);
	const kb = Number(await engine.ask('memory 1'));
	await figure(
		`load of ${files.length} schemes, ${(kb / 1024).toFixed(1)} MB`, 'ms', () => engine.time('load', 5), 'libxml2, reading alone', () => engine.time('libxml2', 5),
	);
	engine.end();
}

// --- a changed scheme over earlier applications

async function simulationFigure() {
	const name = 'simulation of 10 000 applications';
	if (!wanted(name)) {
		return;
	}
	const scheme = 'in-kulturaktivitet-barn-ungdom';
	const database = 'bench_simulation';
	const env = { ...process.env, TILSKUDD_HOME: root, TILSKUDD_MODE: 'demo', TILSKUDD_DB: `host=${RUN} dbname=${database}` };
	const psql = (user, base, ...args) => ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-h', RUN, '-U', user, '-d', base, ...args];
	const steps = [['migrate'], ['reference', 'load'], ['scheme', 'import', ...schemeFiles()], ['demo', 'load']];
	execFileSync('psql', psql('postgres', 'postgres', '-c', `create database ${database} template template0 owner tilskudd_owner`));
	for (const step of steps) {
		execFileSync(inside('build/tilskudd'), step, { env });
	}
	execFileSync('psql', psql('postgres', database, '-v', `scheme=${scheme}`, '-f', inside('tests/bench/simulation.sql')));
	const changed = join(WORK, `${scheme}.xml`);
	writeFileSync(changed, tool('scheme', 'show', '--merged', inside(`conf/schemes/${scheme}.xml`)).replace('max nok="100000"', 'max nok="60000"'));
	await figure(
		name, 'ms', () => processTime(inside('build/tilskudd'), ['scheme', 'simulate', '--json', changed, '--against', '2025-2026'], { env }),
		'PostgreSQL, sums alone', () => processTime('psql', psql('tilskudd_jobs', database, '-v', `scheme=${scheme}`, '-f', inside('tests/bench/simulation_other.sql'))),
	);
	execFileSync('psql', psql('postgres', 'postgres', '-c', `drop database ${database}`));
}

// --- all

const commit = () => {
	try {
		return execFileSync('git', ['-C', root, 'rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
	} catch {
		return '';
	}
};

const started = Date.now();
const load = loadavg()[0];
console.log('Medians of rounds taken in turn. Ratio: how many times as fast as the other we are.');
await nginxOpen();
await catalogueFigures();
const { person, id, scheme } = await readyDraft();
await formFigure(person, id, scheme.sections[0].id);
await submissionFigure(person, id);
await documentFigures();
await lettersFigure();
await schemeFigure();
await simulationFigure();
agent.destroy();
mkdirSync(process.env.RESULT, { recursive: true });
const file = join(process.env.RESULT, 'bench.json');
writeFileSync(file, `${JSON.stringify({
	measured_at: new Date(started).toISOString(), seconds: Math.round((Date.now() - started) / 1000), commit: commit(),
	machine: { processor: cpus()[0].model, cores: cpus().length, memory_mb: Math.round(totalmem() / 1048576), load_before: load },
	figures,
}, null, '\t')}\n`);
console.log(`${cpus().length} × ${cpus()[0].model}, load ${load.toFixed(1)} before. Written to ${file}`);
process.exit(0);
