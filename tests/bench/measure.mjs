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

// The number that so many of a hundred are not above.
export const percentile = (numbers, percent) => [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.ceil((numbers.length * percent) / 100) - 1)];

const digits = (n) => (n >= 100 ? Math.round(n).toLocaleString('en').replaceAll(',', ' ') : n.toPrecision(3));

/*
 * Measures ours and the other's in turn, the first of each pair changing, and tells the medians. Each function answers a
 * number: requests a second, or milliseconds. The ratio is how many times as fast as the other we are.
 */
export const figure = (name, unit, ours, otherName, other) => sideBySide(name, unit, ours, [[otherName, other]]);

/* The same with several others, each [name, function], in one run; tells a line for each. */
export async function sideBySide(name, unit, ours, others) {
	if (!wanted(name)) {
		return;
	}
	const sides = [['ours', ours], ...others].map(([side, measure]) => ({ side, measure, got: [] }));
	for (let i = 0; i < rounds; i++) {
		for (const one of i % 2 === 0 ? sides : [...sides].reverse()) {
			one.got.push(await one.measure());
		}
	}
	const [mine, ...theirs] = sides;
	for (const other of theirs) {
		const [a, b] = [median(mine.got), median(other.got)];
		const ratio = unit === 'ms' ? b / a : a / b;
		figures.push({ name, unit, ours: a, other: b, other_name: other.side, ratio, ours_rounds: mine.got, other_rounds: other.got });
		console.log(
			`${name.padEnd(34)} ours ${digits(a).padStart(7)} ${unit.padEnd(5)}  ${other.side.padEnd(24)} ${digits(b).padStart(7)} ${unit.padEnd(5)}  ratio ${digits(ratio)}`,
		);
	}
}

// What only we do: a median over the rounds, with what more there is to say of the last one.
export async function alone(name, unit, ours) {
	if (!wanted(name)) {
		return;
	}
	const got = [];
	for (let i = 0; i < rounds; i++) {
		got.push(await ours());
	}
	const values = got.map(({ value }) => value);
	const { about } = got.at(-1);
	figures.push({ name, unit, ours: median(values), ours_rounds: values, about });
	console.log(`${name.padEnd(34)} ours ${digits(median(values)).padStart(7)} ${unit.padEnd(5)}  ${about}`);
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

	// Milliseconds of each.
	async times(what, times) {
		return (await this.ask(`${what} ${times}`)).split(' ').map(Number);
	}

	// Median milliseconds a document.
	async time(what, times) {
		return median(await this.times(what, times));
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
