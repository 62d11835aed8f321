// structure_rules.mjs — PDF/A-2's and PDF/UA-1's rules of the structure tree: what belongs to what, and what may stand where.
import { above, attribute, elements, elementsOf, isRef, kidElements, kids, marks, once, parentTree, rows, shown, text } from '../pdf_file.mjs';

const standard = new Set(['/Document', '/Part', '/Art', '/Sect', '/Div', '/BlockQuote', '/Caption', '/TOC', '/TOCI', '/Index', '/NonStruct', '/Private', '/P', '/H', '/H1', '/H2', '/H3',
	'/H4', '/H5', '/H6', '/L', '/LI', '/Lbl', '/LBody', '/Table', '/TR', '/TH', '/TD', '/THead', '/TBody', '/TFoot', '/Span', '/Quote', '/Note', '/Reference', '/BibEntry', '/Code', '/Link',
	'/Annot', '/Ruby', '/RB', '/RT', '/RP', '/Warichu', '/WT', '/WP', '/Figure', '/Formula', '/Form']);

const within = { '/THead': ['/Table'], '/TBody': ['/Table'], '/TFoot': ['/Table'], '/TR': ['/Table', '/THead', '/TBody', '/TFoot'],
	'/TH': ['/TR'], '/TD': ['/TR'], '/LI': ['/L'], '/Lbl': ['/LI', '/Note'], '/LBody': ['/LI'], '/TOCI': ['/TOC'], '/Caption': ['/Table', '/Figure', '/L', '/TOC'] };

// The kinds of kids in order, as "TR TR ".
const holds = {
	'/Table': [/^(Caption )?((THead )?(TBody )+(TFoot )?|(TR )*)$/, /^((THead )?(TBody )+(TFoot )?|(TR )*)Caption $/],
	'/THead': [/^(TR )+$/],
	'/TBody': [/^(TR )+$/],
	'/TFoot': [/^(TR )+$/],
	'/TR': [/^(T[HD] )+$/],
	'/L': [/^(Caption )?((L|LI) )+$/],
	'/LI': [/^(Lbl )?(LBody )*$/],
	'/TOC': [/^(Caption )?((TOC|TOCI) )*$/],
};

// Cells of a table by row and column; wrong is told what does not fit.
const gridOf = (file, table, wrong) => {
	const grid = [];
	const all = rows(file, table);
	all.forEach((row, y) => {
		grid[y] ??= [];
		let x = 0;
		for (const cell of kidElements(file, row)) {
			const [across, down] = ['/ColSpan', '/RowSpan'].map((name) => attribute(file, cell, name) ?? 1);
			while (grid[y][x] !== undefined) {
				x++;
			}
			for (let dy = 0; dy < down; dy++) {
				for (let dx = 0; dx < across; dx++) {
					const line = (grid[y + dy] ??= []);
					if (line[x + dx] !== undefined) {
						wrong.push(`cells on each other in row ${y + dy + 1}`);
					}
					line[x + dx] = cell;
				}
			}
		}
	});
	const widths = new Set(grid.map((line) => [...line].filter(Boolean).length));
	if (grid.length !== all.length || widths.size > 1 || grid.some((line) => [...line].some((cell) => cell === undefined))) {
		wrong.push(`rows of ${[...widths]} cells, ${grid.length} of ${all.length} rows`);
	}
	return grid;
};

// Whether a cell's column has a head above it, or its row one to the left.
const isHeaded = (file, grid, y, x) => {
	const heads = (cell, scope) => cell?.['/S'] === '/TH' && [scope, '/Both'].includes(attribute(file, cell, '/Scope'));
	return grid.slice(0, y).some((line) => heads(line[x], '/Column')) || grid[y].slice(0, x).some((cell) => heads(cell, '/Row'));
};

// Marks of each page by its reference: mcid to mark.
const marksOf = once((file) => new Map(file.pages.map((page) => [page.ref, new Map(marks(page).filter((one) => one.mcid !== undefined).map((one) => [one.mcid, one]))])));

const foreign = /[\u0370-\u052f\u05d0-\u05ea\u0620-\u08ff\u1200-\u139f]/;
const rightToLeft = /[\u05d0-\u05ea\u0620-\u064a\u066e-\u06d5\u06ee-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]/;

export const structureRules = {
	'PDF/UA-1, 7.1: everything that is painted belongs to an element or is an artifact, and not to both': (file) => file.pages.flatMap((page, n) => {
		const wrong = [];
		const all = marks(page, (what) => wrong.push(`page ${n + 1}: ${what}`));
		for (const mark of all.filter((one) => !one.artifact && one.mcid === undefined)) {
			wrong.push(`page ${n + 1}: ${mark.tag} is neither`);
		}
		return wrong;
	}),
	'PDF/UA-1, 7.1; ISO 32000-1, 14.7.4: the parent tree leads each mark to its element, which lists it, under the same name': (file) => {
		const tree = parentTree(file);
		const wrong = [];
		for (const [n, page] of file.pages.entries()) {
			const list = file.get(tree.get(page.object['/StructParents']));
			const used = marks(page).filter((one) => one.mcid !== undefined);
			if (!Array.isArray(list) || list.length !== used.length || new Set(used.map((one) => one.mcid)).size !== used.length) {
				wrong.push(`page ${n + 1}: ${used.length} marks, ${list?.length} parents`);
				continue;
			}
			for (const mark of used) {
				const element = file.get(list[mark.mcid]);
				const lists = kids(element ?? {}).some((kid) => (kid === mark.mcid && element['/Pg'] === page.ref) ||
					(kid?.['/MCID'] === mark.mcid && kid['/Type'] === '/MCR' && kid['/Pg'] === page.ref));
				if (!lists || element['/S'] !== mark.tag) {
					wrong.push(`page ${n + 1}: mark ${mark.mcid} ${mark.tag}, element ${element?.['/S']}`);
				}
			}
		}
		const keys = [...tree.keys()];
		if (Math.max(-1, ...keys) >= (file.tree?.['/ParentTreeNextKey'] ?? 0) || keys.some((key, i) => i > 0 && key <= keys[i - 1])) {
			wrong.push('ParentTreeNextKey, or the order of keys');
		}
		return wrong;
	},
	'PDF/A-2, 6.7.3.3; PDF/UA-1, 7.1: the structure is one tree: each element hangs where its parent lists it, and what it lists is there': (file) => {
		const all = elements(file);
		const seen = new Set();
		const wrong = [];
		for (const { ref, element, parent } of all) {
			if (element['/P'] !== parent || element['/Type'] !== '/StructElem') {
				wrong.push(`${ref} ${element['/S']}: its parent is another, or its type`);
			}
			if (seen.has(ref)) {
				wrong.push(`${ref} ${element['/S']}: listed twice`);
			}
			seen.add(ref);
			for (const kid of kids(element)) {
				const mcid = kid?.['/MCID'] ?? kid;
				const there = typeof mcid === 'number' ? marksOf(file).get(kid?.['/Pg'] ?? element['/Pg'])?.has(mcid) : isRef(kid) ? file.get(kid)?.['/S'] !== undefined : kid?.['/Type'] === '/OBJR' && file.get(kid['/Obj']) !== undefined;
				if (!there) {
					wrong.push(`${ref} ${element['/S']}: lists ${JSON.stringify(kid)}`);
				}
			}
		}
		for (const [ref, one] of file.values) {
			if (one?.['/S'] !== undefined && one['/P'] !== undefined && !seen.has(ref)) {
				wrong.push(`${ref} ${one['/S']}: not in the tree`);
			}
		}
		return all[0]?.element['/S'] === '/Document' && [file.tree['/K']].flat().length === 1 && file.tree['/Type'] === '/StructTreeRoot' ? wrong : [...wrong, 'its root is no Document'];
	},
	'PDF/A-2, 6.7.3.4; PDF/UA-1, 7.1: elements are of the standard types, which stand for nothing else': (file) => [
		...elements(file).filter(({ element }) => !standard.has(element['/S'])).map(({ ref, element }) => `${ref} ${element['/S']}`),
		...(file.tree?.['/RoleMap'] === undefined ? [] : ['RoleMap']),
	],
	'PDF/UA-1, 7.2: parts of tables, lists and contents stand where those may, in their order': (file) => elements(file).flatMap(({ ref, element, parent }) => {
		const type = element['/S'];
		const order = kidElements(file, element).map((kid) => `${kid['/S'].slice(1)} `).join('');
		return [
			...(within[type] && !within[type].includes(above(file).get(parent)?.element['/S']) ? [`${ref} ${type} stands in ${above(file).get(parent)?.element['/S']}`] : []),
			...(holds[type] && !holds[type].some((one) => one.test(order)) ? [`${ref} ${type} holds ${order}`] : []),
		];
	}),
	'PDF/UA-1, 7.2: tables are regular grids': (file) => elements(file).filter(({ element }) => element['/S'] === '/Table').flatMap(({ ref, element }) => {
		const wrong = [];
		gridOf(file, element, wrong);
		return wrong.map((what) => `${ref}: ${what}`);
	}),
	'PDF/UA-1, 7.5: heads of tables say what they head, and every cell with words has one': (file) => elements(file).filter(({ element }) => element['/S'] === '/Table').flatMap(({ ref, element }) => {
		const grid = gridOf(file, element, []);
		return grid.flatMap((line, y) => [...line].flatMap((cell, x) => {
			if (cell?.['/S'] === '/TH') {
				return ['/Column', '/Row', '/Both'].includes(attribute(file, cell, '/Scope')) ? [] : [`${ref}: a TH without Scope in row ${y + 1}`];
			}
			return kids(cell ?? {}).length === 0 || isHeaded(file, grid, y, x) ? [] : [`${ref}: no head for row ${y + 1}, column ${x + 1}`];
		}));
	}),
	'PDF/UA-1, 7.4: headings are numbered, begin with H1 and leave no level out': (file) => {
		const levels = elements(file).map(({ element }) => /^\/H([1-6])$/.exec(element['/S'])?.[1]).filter(Boolean).map(Number);
		return [
			...levels.flatMap((level, i) => (level > (levels[i - 1] ?? 0) + 1 ? [`H${level} behind ${i === 0 ? 'nothing' : `H${levels[i - 1]}`}`] : [])),
			...(elementsOf(file, '/H').length > 0 ? ['H beside H1'] : []),
		];
	},
	'PDF/UA-1, 7.3, 7.7: figures and formulas have words in their place, and figures a box': (file) => elements(file).filter(({ element }) => ['/Figure', '/Formula'].includes(element['/S'])).flatMap(({ ref, element }) => [
		...((text(element['/Alt']) ?? '').trim().length > 1 ? [] : [`${ref}: no Alt`]),
		...(attribute(file, element, '/BBox')?.length === 4 || kids(element).some((kid) => kid?.['/MCID'] !== undefined) ? [] : [`${ref}: no BBox`]),
	]),
	'PDF/UA-1, 7.9: every note has a name of its own, and is found by it': (file) => {
		const notes = elements(file).filter(({ element }) => element['/S'] === '/Note');
		const ids = notes.map(({ element }) => text(element['/ID']));
		const names = file.get(file.get(file.tree?.['/IDTree'])?.['/Names']) ?? [];
		const found = new Map(names.flatMap((name, i) => (i % 2 === 0 ? [[text(name), names[i + 1]]] : [])));
		return [
			...(new Set(ids).size === ids.length ? [] : ['two notes have one name']),
			...notes.filter(({ ref, element }) => !element['/ID'] || found.get(text(element['/ID'])) !== ref).map(({ ref }) => `${ref}: not found by its name`),
			...(JSON.stringify([...found.keys()]) === JSON.stringify([...found.keys()].sort()) ? [] : ['the names are not in order']),
		];
	},
	'PDF/UA-1, 7.2: what runs from right to left is told in the order it is read': (file) => {
		const told = (ref) => above(file).has(ref) && (above(file).get(ref).element['/ActualText'] !== undefined || above(file).get(ref).element['/Alt'] !== undefined || told(above(file).get(ref).parent));
		return shown(file).filter(({ words, mcid, ref }) => mcid !== undefined && rightToLeft.test(words) && !told(ref)).map(({ n, words }) => `page ${n}: ${words}`);
	},
	'PDF/A-2, 6.7.4; PDF/UA-1, 7.2: words of another script say that they are not of the document\'s language': (file) => {
		const language = (ref) => (above(file).has(ref) ? above(file).get(ref).element['/Lang'] ?? language(above(file).get(ref).parent) : file.catalog['/Lang']);
		return shown(file).filter(({ words, mcid, ref }) => mcid !== undefined && foreign.test(words) && above(file).get(ref)?.element['/S'] !== '/Figure' &&
			/^(nb|nn|en)\b/.test(text(language(ref)) ?? '')).map(({ n, words }) => `page ${n}: ${words}`);
	},
};
