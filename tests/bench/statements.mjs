// statements.mjs — what a page asks of PostgreSQL, read from PostgreSQL's own log and written again as a pgbench script.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RUN, TILSKUDD_DATA, WORK } from './measure.mjs';

const psql = (statement) =>
	execFileSync('psql', ['-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-h', RUN, '-U', 'postgres', '-d', 'tilskudd', '-f', '-'], { input: statement });

// New settings count for new connections; the web server opens them by itself.
const settings = (statement) =>
	psql(`${statement}; select pg_terminate_backend(pid) from pg_stat_activity where usename = 'tilskudd_app';`);

const parameters = (detail) => {
	const list = [];
	for (const [, n, quoted] of detail.matchAll(/\$(\d+) = (?:NULL|'((?:[^']|'')*)')/g)) {
		list[n - 1] = quoted === undefined ? null : quoted.replaceAll("''", "'");
	}
	return list;
};

// Entries of the log, a continued line joined to the first: {name, sql, values}.
function statementsIn(log) {
	const list = [];
	for (const entry of log.replaceAll('\n\t', '\n').split(/^(?=\d{4}-\d\d-\d\d [\d:.]+ \w+ \[\d+\] )/m)) {
		const executed = /\] (?:LOG|\S+): +execute (\S+): ([^]*)/.exec(entry);
		const plain = /\] LOG: +statement: ([^]*)/.exec(entry);
		const detail = /\] DETAIL: +[Pp]arameters: ([^]*)/.exec(entry);
		if (executed) {
			list.push({ name: executed[1], sql: executed[2].trim(), values: [] });
		} else if (plain) {
			list.push({ name: '', sql: plain[1].trim(), values: [] });
		} else if (detail && list.length > 0) {
			list.at(-1).values = parameters(detail[1]);
		}
	}
	return list;
}

// Everything the web server asks while work() runs; one warm-up call goes before, since new connections prepare all.
export async function statementsOf(warm, work) {
	settings(`alter role tilskudd_app set log_statement = 'all'; alter role tilskudd_app set log_error_verbosity = 'default'`);
	try {
		for (let i = 0; i < 40; i++) {
			await warm();
		}
		const file = join(TILSKUDD_DATA, 'log/postgres.log');
		const before = readFileSync(file).length;
		await work();
		return statementsIn(readFileSync(file).subarray(before).toString('utf8')).filter(({ sql }) => !/^(deallocate|set) /i.test(sql));
	} finally {
		settings('alter role tilskudd_app reset log_statement; alter role tilskudd_app reset log_error_verbosity');
	}
}

/*
 * Writes statements as a pgbench script: parameters become variables, sent each time as we send them. replace(value, name
 * of the query, index) may answer an expression in SQL instead, and after(name) a line to put behind a statement in
 * place of its semicolon.
 */
export function pgbenchScript(name, statements, { first = '', replace = () => undefined, after = () => ';' } = {}) {
	const variables = {};
	const lines = statements.map((statement, at) => {
		if (/(?<!:):[A-Za-z_0-9]/.test(statement.sql)) {
			throw new Error(`${statement.name}: a colon that pgbench would read as a variable`);
		}
		const sql = statement.sql.replace(/\$(\d+)/g, (whole, n) => {
			const value = statement.values[n - 1];
			const other = replace(value, statement.name, Number(n));
			if (other !== undefined || value === null || value === undefined) {
				return other ?? 'null';
			}
			if (value === '') {
				return "''"; // pgbench takes no empty variable
			}
			const variable = `v${at}_${n}`;
			variables[variable] = value;
			return `:${variable}`;
		});
		return sql.replace(/;?\s*$/, after(statement.name));
	});
	const file = join(WORK, `${name}.sql`);
	writeFileSync(file, `${first}${lines.join('\n')}\n`);
	return { file, variables };
}
