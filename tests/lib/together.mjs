// together.mjs — lets several acts on a call's money run at the very same time.
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from './visitor.mjs';

const { RUN } = process.env;

// Both are held at the call's own lock and let go at the same moment, so that they do run at once.
export const together = async (call, ...acts) => {
	const locker = spawn('psql', ['-X', '-q', '-A', '-t', '-h', RUN, '-U', 'postgres', '-d', 'tilskudd'], { stdio: ['pipe', 'pipe', 'inherit'] });
	const held = new Promise((resolve) => locker.stdout.once('data', resolve));
	locker.stdin.write(`begin; select api.ledger_lock(${call}); select 'held';\n`);
	await held;
	const going = acts.map((act) => act());
	// Two that came to one worker wait for each other, and nobody waits for a lock longer than 3 s.
	for (const end = Date.now() + 1500; Date.now() < end;) {
		if (Number(sql("select count(*) from pg_stat_activity where usename = 'tilskudd_app' and wait_event_type = 'Lock'")[0][0]) === acts.length) {
			break;
		}
		await sleep(50);
	}
	await new Promise((resolve) => locker.once('close', resolve).stdin.end('commit;\n'));
	return Promise.all(going);
};
