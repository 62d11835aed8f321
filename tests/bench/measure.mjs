// measure.mjs — the tools of the bench: rounds taken in turn, medians, and the programs that are measured with.
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

export const { BASE_URL, RUN, STATIC_PORT, TILSKUDD_DATA, TILSKUDD_HOME, WORK } = process.env;
const rounds = Number(process.env.BENCH_ROUNDS) || 5;
const only = process.env.BENCH_ONLY ?? '';
// Whether a figure of that name was asked for: those that need much to be made ready ask first.
export const wanted = (name) => name.includes(only);
export const figures = [];

export const median = (numbers) => {
	const sorted = [...numbers].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

const digits = (n) => (n >= 100 ? Math.round(n).toLocaleString('en').replaceAll(',', ' ') : n.toPrecision(3));

/*
 * Measures ours and the other's in turn, the first of each pair changing, and tells the medians. Each function answers a
 * number: requests a second, or milliseconds. The ratio is how many times as fast as the other we are.
 */
export async function figure(name, unit, ours, otherName, other) {
	if (!wanted(name)) {
		return;
	}
	const got = { ours: [], other: [] };
	for (let i = 0; i < rounds; i++) {
		for (const side of i % 2 === 0 ? ['ours', 'other'] : ['other', 'ours']) {
			got[side].push(await (side === 'ours' ? ours() : other()));
		}
	}
	const [mine, theirs] = [median(got.ours), median(got.other)];
	const ratio = unit === 'ms' ? theirs / mine : mine / theirs;
	figures.push({ name, unit, ours: mine, other: theirs, other_name: otherName, ratio, ours_rounds: got.ours, other_rounds: got.other });
	console.log(
		`${name.padEnd(34)} ours ${digits(mine).padStart(7)} ${unit.padEnd(5)}  ${otherName.padEnd(24)} ${digits(theirs).padStart(7)} ${unit.padEnd(5)}  ratio ${digits(ratio)}`,
	);
}

async function run(program, args, options = {}) {
	try {
		return (await promisify(execFile)(program, args, { encoding: 'utf8', maxBuffer: 1 << 27, ...options })).stdout;
	} catch (error) {
		throw new Error(`${program} failed: ${error.stderr?.trim() || error.code}`);
	}
}

// Requests a second of GET url; every answer must be a 200.
export async function wrk(url, headers = {}, { connections = 8, seconds = 3 } = {}) {
	const said = await run('wrk', [
		'-t1', `-c${connections}`, `-d${seconds}s`, ...Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]), url,
	]);
	if (/Non-2xx|Socket errors/.test(said)) {
		throw new Error(`${url} did not answer every request with 200:\n${said}`);
	}
	return Number(/Requests\/sec: *([\d.]+)/.exec(said)[1]);
}

const pgbenchArgs = (file, variables) => [
	'-n', '-M', 'prepared', '-h', RUN, '-U', 'tilskudd_app', '-f', file,
	...Object.entries(variables).flatMap(([name, value]) => ['-D', `${name}=${value}`]),
];

// Transactions a second.
export async function pgbenchRate(file, variables, { connections = 8, seconds = 3 } = {}) {
	const said = await run('pgbench', [...pgbenchArgs(file, variables), '-c', `${connections}`, '-j1', '-T', `${seconds}`, 'tilskudd']);
	if (!/number of failed transactions: 0 /.test(said)) {
		throw new Error(said);
	}
	return Number(/tps = ([\d.]+)/.exec(said)[1]);
}

// Median milliseconds of so many transactions, one after the other.
export async function pgbenchTime(file, variables, times) {
	const folder = mkdtempSync(join(WORK, 'pgbench-'));
	await run('pgbench', [...pgbenchArgs(file, variables), '-c1', '-j1', '-t', `${times}`, '-l', 'tilskudd'], { cwd: folder });
	const lines = readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'));
	rmSync(folder, { recursive: true });
	if (lines.length !== times) {
		throw new Error(`pgbench did ${lines.length} of ${times} transactions`);
	}
	return median(lines.map((line) => Number(line.split(' ')[2]) / 1000));
}

// A program that stays up: a line in, a line out.
export class Engine {
	constructor(program, ...args) {
		this.name = program;
		this.child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
		this.lines = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
	}

	async ask(line) {
		this.child.stdin.write(`${line}\n`);
		const { value, done } = await this.lines.next();
		if (done) {
			throw new Error(`${this.name} ended at "${line}"`);
		}
		return value;
	}

	// Median milliseconds a document.
	async time(what, times) {
		return median((await this.ask(`${what} ${times}`)).split(' ').map(Number));
	}

	end() {
		this.child.stdin.end();
	}
}

// Milliseconds of a whole process, which must end well.
export async function processTime(program, args, options) {
	const started = performance.now();
	await run(program, args, options);
	return performance.now() - started;
}
