// layout.mjs — what lies at the top, and that the README tells the truth about the tree.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { read, root, tell } from '../lib/source.mjs';

const listed = execFileSync('git', ['-C', root, 'ls-files', '-co', '--exclude-standard', '-z'], { encoding: 'utf8' })
	.split('\0')
	.filter((path) => path !== '' && existsSync(join(root, path)));

const top = new Set([
	'.ci', '.clang-format', '.gitignore', 'LICENSE', 'Makefile', 'README.md', 'assets', 'conf', 'docs', 'kore.conf',
	'pdf-templates', 'sql', 'src', 'tests',
]);
tell(
	'nothing new lies at the top',
	[...new Set(listed.map((path) => path.split('/')[0]))].filter((name) => !top.has(name)),
);

const layers = new Set(['core', 'xml', 'scheme', 'domain', 'doc', 'db', 'flow', 'outside', 'web', 'cli', 'jobs', 'build']);
tell(
	'src/ holds the layers and nothing else',
	listed.filter((path) => path.startsWith('src/')).filter((path) => path.split('/').length !== 3 || !layers.has(path.split('/')[1])),
);

tell('the licence is there', existsSync(join(root, 'LICENSE')) ? [] : ['LICENSE']);
if (existsSync(join(root, 'README.md'))) {
	const readme = read('README.md');
	const targets = [...readme.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)].map((m) => m[1]);
	const paths = [...readme.matchAll(/`((?:src|assets|conf|sql|tests|pdf-templates)\/[\w./-]*)`/g)].map((m) => m[1]);
	tell(
		'files the README names exist',
		[...new Set([...targets, ...paths])].filter((path) => !existsSync(join(root, path))),
	);
} else {
	tell('files the README names exist', ['README.md is missing']);
}

// Fuzz seeds are bytes, not texts.
const text = listed.filter((path) => !path.startsWith('tests/fuzz/corpus/')).filter((path) => /\.(c|h|sql|html|css|js|mjs|xml|po|md|sh|in|conf|txt|json|rng|service)$/.test(path));
tell(
	'text files are UTF-8 with LF, end with a line end and hold no trailing spaces',
	text.flatMap((path) => {
		const body = read(path);
		const faults = [];
		if (body.includes('\r')) faults.push(`${path}: CR`);
		if (body.includes('\ufffd')) faults.push(`${path}: not UTF-8`);
		if (body !== '' && !body.endsWith('\n')) faults.push(`${path}: no line end at the end`);
		const at = body.search(/[ \t]+$/m);
		if (at >= 0 && !/\.(md|po)$/.test(path)) faults.push(`${path}:${body.slice(0, at).split('\n').length}: trailing space`);
		return faults;
	}),
);

tell(
	'lock files name no download address',
	listed.filter((path) => path.endsWith('package-lock.json')).filter((path) => /"resolved"/.test(read(path))),
);
