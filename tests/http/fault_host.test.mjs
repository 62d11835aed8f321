// fault_host.test.mjs — "make run" on a machine where something stands in the way: one clear line on what to do, and nothing left.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

const { TILSKUDD_HOME, TILSKUDD_DATA, PORT } = process.env;
const isRoot = process.getuid() === 0;
// Open to all, since the servers run under an account of their own.
const work = mkdtempSync('/tmp/th.');
chmodSync(work, 0o755);
const mounts = [];
after(() => {
	for (const mount of mounts) {
		spawnSync('umount', ['-l', mount]);
	}
	rmSync(work, { recursive: true, force: true });
});

const serve = (env, { as } = {}) => {
	const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(TILSKUDD_|RUN$|PORT$|BASE_URL$)/.test(name)));
	const command = [join(TILSKUDD_HOME, 'conf/host/serve')];
	if (as && isRoot) {
		command.unshift('setpriv', `--reuid=${as}`, `--regid=${as}`, '--clear-groups', '--');
	}
	const run = spawnSync(command[0], command.slice(1), {
		encoding: 'utf8', timeout: 60000,
		env: { ...clean, TILSKUDD_SKIP_SETUP: 'yes', TILSKUDD_MODE: 'test', LISTEN: '127.0.0.1', PORT: '0', TILSKUDD_DATA: join(work, 'var'), ...env },
	});
	return { code: run.status, lines: `${run.stdout}${run.stderr}`.split('\n').filter(Boolean) };
};

const oneLine = ({ code, lines }, ...wanted) => {
	assert.equal(code, 1, lines.join('\n'));
	assert.equal(lines.length, 1, lines.join('\n'));
	assert.match(lines[0], /^tilskudd: /);
	for (const part of wanted) {
		assert.match(lines[0], part);
	}
};

// A server of its own while act runs; act gets what its ready file says.
const running = async (data, env, act) => {
	const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(TILSKUDD_|RUN$|PORT$|BASE_URL$)/.test(name)));
	const server = spawn(join(TILSKUDD_HOME, 'conf/host/serve'), [], {
		stdio: 'ignore', detached: true,
		env: { ...clean, TILSKUDD_SKIP_SETUP: 'yes', TILSKUDD_MODE: 'test', LISTEN: '127.0.0.1', PORT: '0', WORKERS: '2', TILSKUDD_DATA: data, ...env },
	});
	const ended = new Promise((resolve) => server.once('exit', resolve));
	try {
		for (let i = 0; i < 600 && !existsSync(join(data, 'run/ready')); i++) {
			assert.equal(server.exitCode, null, 'the server starts');
			await sleep(100);
		}
		await act(Object.fromEntries(readFileSync(join(data, 'run/ready'), 'utf8').split('\n').filter(Boolean)
			.map((line) => line.split(/=(.*)/s).map((part) => part.replace(/^'|'$/g, '')))));
	} finally {
		server.kill('SIGTERM');
		await ended;
	}
};

const nobody = () => execFileSync('id', ['-u', 'nobody'], { encoding: 'utf8' }).trim();

test('the port is taken: which one, and how to choose another', async () => {
	const server = createServer().listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	const { port } = server.address();
	oneLine(serve({ PORT: String(port) }), new RegExp(`port ${port} is taken`), /make run PORT=\d+/);
	server.close();
	assert.ok(!existsSync(join(work, 'var')), 'nothing was made');
});

test('a port that is none', () => {
	for (const port of ['abc', '70000', '-1', '80 80', '1e3', '8080; touch /tmp/x']) {
		oneLine(serve({ PORT: port }), /PORT is ".*"; it must be a number from 1 to 65535/);
	}
});

test('a mode that is none', () => {
	oneLine(serve({ TILSKUDD_MODE: 'prodution' }), /"prodution"; it must be demo, production or test/);
});

test('it runs already on the same data: stop that one, or choose another folder', () => {
	oneLine(serve({ TILSKUDD_DATA }), /already runs on/, /set TILSKUDD_DATA and PORT/);
});

test('the one that ran already was not disturbed', async () => {
	assert.equal((await fetch(`http://127.0.0.1:${PORT}/helse`)).status, 200);
});

test('the folder for the data is a file', () => {
	writeFileSync(join(work, 'fil'), 'x');
	oneLine(serve({ TILSKUDD_DATA: join(work, 'fil') }), /cannot make the folder/);
	oneLine(serve({ TILSKUDD_DATA: join(work, 'fil/var') }), /cannot make the folder/);
});

test('a low port without the right to it', () => {
	oneLine(serve({ PORT: '81' }, { as: nobody() }), /only root may listen on port 81/, /make run PORT=8080/);
});

// What only an account that may do anything can arrange.
const asRoot = isRoot ? test : () => {};

asRoot('a folder for the data that the servers’ account cannot reach', () => {
	mkdirSync(join(work, 'lukket'), { mode: 0o700 });
	oneLine(serve({ TILSKUDD_DATA: join(work, 'lukket/var') }), /cannot reach .*lukket\/var; set TILSKUDD_DATA/);
});

// Containers may refuse even root a file system of its own.
const mayMount = isRoot && (() => {
	const folder = join(work, 'prove');
	mkdirSync(folder);
	const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]).status === 0;
	return mounted && spawnSync('umount', [folder]).status === 0;
})();
const withDisk = mayMount ? test : () => {};

const disk = (name, megabytes) => {
	const folder = join(work, name);
	mkdirSync(folder);
	execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder]);
	mounts.push(folder);
	return folder;
};

withDisk('a disk that is nearly full: how much is free, how much is needed', () => {
	const folder = disk('liten', 40);
	oneLine(serve({ TILSKUDD_DATA: join(folder, 'var') }), /only \d+ MB free .* and 300 are needed/, /make room, or set TILSKUDD_DATA/);
	assert.ok(!existsSync(join(folder, 'var/pg')), 'no half database is left');
});

withDisk('a disk without room for a folder', () => {
	const folder = disk('full', 1);
	writeFileSync(join(folder, 'fyll'), Buffer.alloc(1024 * 1024 - 4096 * 2));
	const { code, lines } = serve({ TILSKUDD_DATA: join(folder, 'var') });
	assert.equal(code, 1);
	assert.match(lines.at(-1), /^tilskudd: .*(disk is full|MB free)/);
});

test('packages are missing and may not be installed: what an administrator must type', () => {
	const host = join(work, 'host');
	cpSync(join(TILSKUDD_HOME, 'conf/host'), host, { recursive: true });
	execFileSync('chmod', ['-R', 'a+rX', host]);
	appendFileSync(join(host, 'packages.txt'), 'run   finnes-ikke-lib       finnes ikke\n');
	const id = nobody();
	const lend = isRoot ? ['setpriv', `--reuid=${id}`, `--regid=${id}`, '--clear-groups', '--'] : ['env', 'PATH=/usr/bin:/bin'];
	const run = spawnSync(lend[0], [...lend.slice(1), join(host, 'setup')], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
	oneLine({ code: run.status, lines: `${run.stdout}${run.stderr}`.split('\n').filter(Boolean) },
		/may not install them; ask an administrator to run: apt-get install finnes-ikke-lib$/);
});

test('a template that is wrong leaves those before in force', () => {
	const [home, data, run] = ['hjem', 'maler', 'kjor'].map((name) => join(work, name));
	[home, data, run].forEach((folder) => mkdirSync(folder));
	for (const part of ['build', 'conf', 'sql', 'assets', 'kore.conf']) {
		symlinkSync(join(TILSKUDD_HOME, part), join(home, part));
	}
	cpSync(join(TILSKUDD_HOME, 'pdf-templates'), join(home, 'pdf-templates'), { recursive: true });
	const env = { ...process.env, TILSKUDD_HOME: home, TILSKUDD_DATA: data, RUN: run };
	const told = (command, ...args) => {
		const { status, stdout, stderr } = spawnSync(join(home, command), args, { encoding: 'utf8', env });
		return [status, `${stdout}${stderr}`];
	};
	const leaflet = join(work, 'ark.pdf');
	const render = () => told('build/tilskudd', 'document', 'render', 'scheme_leaflet', '--scheme', 'in-inkludering-integrering', '-o', leaflet);
	assert.deepEqual(told('conf/host/configure'), [0, '']);
	appendFileSync(join(home, 'pdf-templates/scheme_leaflet.xml'), '<');
	const [code, words] = told('conf/host/configure');
	assert.equal(code, 0);
	assert.match(words, /scheme_leaflet\.xml:\d+/);
	assert.match(words, /from before stay in force/);
	assert.equal(render()[0], 0);
	assert.ok(existsSync(leaflet));
	rmSync(join(data, 'templates'), { recursive: true });
	assert.match(render()[1], /scheme_leaflet\.xml:\d+/, 'nothing from before');
	assert.match(told('conf/host/configure')[1], /none from before/);
});

// --- the disk fills up while people write

withDisk('the disk fills up under a running server: people are told, nothing they were told is lost, and room makes it whole', async () => {
	const folder = disk('fylles', 420);
	const data = join(folder, 'var');
	await running(data, {}, (ready) => {
		const program = join(work, 'full.mjs');
		writeFileSync(program, fullDisk(join(TILSKUDD_HOME, 'tests/lib'), join(folder, 'fyll')));
		const run = spawnSync('node', [program], { encoding: 'utf8', timeout: 90000, env: { ...process.env, ...ready } });
		assert.equal(run.status, 0, run.stdout + run.stderr);
	});
});

test('in production plain HTTP gets a refusal and no cookie, and the health alone', async () => {
	await running(join(work, 'sikker'), { TILSKUDD_MODE: 'production', TILSKUDD_URL: 'https://tilskudd.fylke.example',
		TILSKUDD_SMTP: 'smtp://127.0.0.1:9', TILSKUDD_MAIL_FROM: 'ikke-svar@fylke.example' }, async ({ BASE_URL }) => {
		assert.equal((await fetch(`${BASE_URL}/helse`)).status, 200);
		for (const path of ['/', '/ordninger', '/logg-inn', '/uttalelse/abc']) {
			const answer = await fetch(`${BASE_URL}${path}`, { redirect: 'manual' });
			assert.equal(answer.status, 403, path);
			assert.equal(answer.headers.get('set-cookie'), null, path);
		}
	});
});

// What is done while the disk is full, in a process of its own, since it asks another server.
const fullDisk = (lib, filler) => `
import assert from 'node:assert/strict';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { visitor, sql, words } from '${lib}/visitor.mjs';
const lang = () => sql("select lang from app_user where email = 'soker@demo.test'")[0][0];
const person = await visitor('soker@demo.test');
const save = async (value) => (await person.get('/konto'), person.post('/konto', { lang: value }));
let told = 'nn';
assert.equal((await save(told)).status, 303);
const file = openSync('${filler}', 'w');
for (const size of [1 << 20, 4096]) {
	try {
		for (;;) writeSync(file, Buffer.alloc(size));
	} catch (error) {
		assert.equal(error.code, 'ENOSPC');
	}
}
closeSync(file);
const refused = [];
for (let i = 0; i < 400 && refused.length < 4; i++) {
	const wanted = i % 2 ? 'nn' : 'nb';
	const answer = await save(wanted);
	if (answer.status === 303) {
		told = wanted;
	} else {
		refused.push(answer);
	}
}
assert.ok(refused.length > 0, 'the disk was full for the database too');
for (const { status, body } of refused) {
	assert.equal(status, 503);
	assert.match(words(body), /opptatt akkurat nå|oppteken akkurat no/);
}
rmSync('${filler}');
let status;
for (let i = 0; i < 200 && status !== 200; i++) {
	status = (await fetch(process.env.BASE_URL + '/helse').catch(() => ({ status: 0 }))).status;
	await sleep(100);
}
assert.equal(status, 200, 'well again when there is room');
assert.equal(lang(), told, 'what was told is what is there');
const again = await visitor('soker@demo.test');
await again.get('/konto');
assert.equal((await again.post('/konto', { lang: 'nb' })).status, 303);
assert.equal(lang(), 'nb');
`;
