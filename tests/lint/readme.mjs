// readme.mjs — the README's commands, settings, packages, words of the scheme language and pictures are those there are.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { read, root, tell } from '../lib/source.mjs';

const readme = read('README.md');
const code = [...readme.matchAll(/^ *```\n([^]*?)^ *```/gm)].map((m) => m[1].replace(/\\\n\s*/g, ' ')).join('\n') + [...readme.matchAll(/`([^`\n]+)`/g)].map((m) => m[1]).join('\n');
const all = (pattern, text = code) => [...new Set([...text.matchAll(pattern)].map((m) => m[1]))];

// --- commands

const main = read('src/cli/main.c');
const usages = main.slice(main.indexOf('commands[] ='), main.indexOf('#define COUNT')).replace(/"\s*\n?\s*"/g, '');
const verbs = all(/build\/tilskudd ([a-z]+(?: [a-z]+)?)(?= |$|\n)/gm);
tell(
	'verbs of the command line that the README names exist',
	verbs.filter((verb) => {
		const [name, sub] = verb.split(' ');
		return !usages.includes(`{ "${name}",`) || (sub && !usages.includes(`${name} ${sub}`));
	}),
);

const options = [...code.matchAll(/build\/tilskudd ([a-z]+)([^\n]*)/g)].flatMap(([, verb, rest]) => all(/(--[a-z-]+)/g, rest).map((option) => [verb, option]));
tell(
	'their options exist',
	options.filter(([verb, option]) => {
		const usage = usages.slice(usages.indexOf(`{ "${verb}",`));
		return !usage.slice(0, usage.indexOf('_command }')).includes(option);
	}).map((pair) => pair.join(' ')),
);

const goals = /^\.PHONY: (.*)$/m.exec(read('Makefile'))[1].split(' ');
tell('goals of make that the README names exist', all(/(?<!document )\bmake ([a-z]+)/g).filter((goal) => !goals.includes(goal)));

const kinds = /^all_kinds='(.*)'$/m.exec(read('tests/run'))[1].split(' ');
tell('kinds of test that the README names exist', all(/tests\/run ([a-z]+)/g).filter((kind) => !kinds.includes(kind)));
tell('every kind of test is in the README', kinds.filter((kind) => !readme.includes(`- **${kind}**:`)));

// --- packages and settings

const rows = [...readme.matchAll(/^\| ([^|]+?) \| (run|test|bench) \| ([^|]+?) \|$/gm)].map(([, name, when]) => `${name} ${when}`);
const debian = read('conf/host/packages.txt').split('\n').filter((line) => /^[a-z]/.test(line)).map((line) => line.split(/\s+/)).map(([when, name]) => `${name} ${when}`);
const npm = [['assets', 'run'], ['tests', 'test']].flatMap(([folder, when]) =>
	Object.keys(JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')).dependencies).map((name) => `${name} ${when}`));
const wanted = [...debian, ...npm];
tell('every package is in the README with its licence', wanted.filter((row) => !rows.includes(row)));
tell('no other package is', rows.filter((row) => !wanted.includes(row) && !/^(nodejs|npm),/.test(row)));

const settings = [...readme.matchAll(/^\| (`[A-Z_]+`(?:, `[A-Z_]+`)*) \|/gm)].flatMap((m) => all(/`([A-Z_]+)`/g, m[1]));
const readers = ['src/flow/site_flow.c', 'src/db/db.c', 'src/web/web_start.c', 'src/jobs/jobs_main.c', 'conf/host/serve', 'conf/host/lib/start.sh', 'conf/host/lib/configure.sh', 'conf/host/lib/places.sh', 'tests/lib/kinds.sh', 'tests/bench/measure.mjs', 'tests/browser/readme_pictures.test.mjs', 'tests/pdf/golden.test.mjs'].map(read).join('\n');
tell('settings in the README are read somewhere', settings.filter((name) => !new RegExp(`\\b${name}\\b`).test(readers)));
tell('every TILSKUDD_ setting is in the README', all(/\b(TILSKUDD_[A-Z_]+)\b/g, readers).filter((name) => !settings.includes(name)));

// --- the scheme language

const functions = all(/\{ "([a-z:-]+)", "[a-z*]*", EXPR_/g, read('src/scheme/expr_function.c'));
tell('every function of expressions is in the README', functions.filter((name) => !readme.includes(`${name}(`)));
const vocabulary = read('src/scheme/vocabulary.c') + read('src/scheme/vocabulary_form.c');
tell('every kind of field is in the README', all(/FIELD\("([a-z-]+)"/g, vocabulary).filter((name) => !readme.includes(`\`${name}\``)));
const facts = all(/\{ "([a-z-]+)", EXPR_/g, read('src/scheme/scheme_scope.c'));
tell('every fact that expressions may use is in the README', facts.filter((name) => !readme.includes(`\`${name}\``)));

// --- pictures

const pictures = all(/!\[[^\]]+\]\(([^)]+)\)/g, readme);
tell('pictures are small', pictures.filter((path) => {
	try {
		return statSync(join(root, path)).size > 120 * 1024;
	} catch {
		return true;
	}
}));
