// reporter.mjs — makes node:test tell its results as the other kinds do: "ok NAME" or "not ok NAME", then why.

const why = (error) => {
	const cause = error?.cause ?? error;
	return String(cause?.stack ?? cause?.message ?? cause)
		.split('\n')
		.map((line) => `# ${line}\n`)
		.join('');
};

export default async function* reporter(events) {
	for await (const { type, data } of events) {
		if (data?.details?.type === 'suite' || data?.name?.endsWith?.('.mjs')) {
			if (type === 'test:fail' && data.details.error?.failureType !== 'subtestsFailed') {
				yield `not ok ${data.name}\n${why(data.details.error)}`;
			}
			continue;
		}
		if (type === 'test:pass') {
			yield data.skip === undefined ? `ok ${data.name}\n` : `not ok ${data.name} (skipped)\n`;
		} else if (type === 'test:fail') {
			yield `not ok ${data.name}\n${why(data.details.error)}`;
		} else if (type === 'test:diagnostic' && !/^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) /.test(data.message)) {
			yield `# ${data.message}\n`;
		} else if (type === 'test:stderr' || type === 'test:stdout') {
			yield data.message.replace(/^/gm, '# ');
		}
	}
}
