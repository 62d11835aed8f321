// link_rules.mjs — PDF/A-2's and PDF/UA-1's rules of what leads somewhere: annotations, actions, links and bookmarks.
import { dictionaries, elements, isRef, kids, parentTree, placesOf, text } from '../pdf_file.mjs';

const annotations = (file) => file.pages.flatMap((page, n) => (file.get(page.object['/Annots']) ?? []).map((ref) => ({ ref, n: n + 1, page, link: file.get(ref) })));
const inside = ([left, bottom, right, top], [x0, y0, x1, y1]) => left >= x0 - 1 && bottom >= y0 - 1 && right <= x1 + 1 && top <= y1 + 1 && right > left && top > bottom;

export const linkRules = {
	'PDF/A-2, 6.3: annotations are links that are printed, on their page, without looks of their own': (file) => [
		...annotations(file).flatMap(({ n, page, link }) => [
			...(link['/Subtype'] === '/Link' && link['/AP'] === undefined ? [] : [link['/Subtype']]),
			...(link['/F'] === 4 ? [] : [`F ${link['/F']}`]),
			...(inside(link['/Rect'].map(Number), page.object['/MediaBox'].map(Number)) ? [] : [`Rect ${link['/Rect']}`]),
		].map((what) => `page ${n}: ${what}`)),
		...dictionaries(file).filter(({ dict, ref }) => dict['/Type'] === '/Annot' && !annotations(file).some((one) => one.ref === ref)).map(({ ref }) => `${ref} is on no page`),
	],
	'PDF/A-2, 6.5.1: links lead to web addresses or places in the file, and do nothing else': (file) => {
		const places = placesOf(file.get, file.catalog);
		return annotations(file).flatMap(({ n, link }) => [
			...(link['/A'] === undefined || (link['/A']['/S'] === '/URI' && link['/A']['/Next'] === undefined && /^(https?:\/\/|mailto:)[!-~]+$/.test(text(link['/A']['/URI']))) ? [] : [`A ${JSON.stringify(link['/A'])}`]),
			...(link['/Dest'] === undefined || places.has(link['/Dest']) ? [] : [`nothing is called ${link['/Dest']}`]),
			...((link['/A'] === undefined) !== (link['/Dest'] === undefined) ? [] : ['leads nowhere, or to two places']),
		].map((what) => `page ${n}: ${what}`));
	},
	'PDF/UA-1, 7.18.5: every link has words, and a Link element that lists it': (file) => annotations(file).flatMap(({ ref, n, link }) => {
		const element = file.get(parentTree(file).get(link['/StructParent']));
		return [
			...((text(link['/Contents']) ?? '').trim() === '' ? ['no Contents'] : []),
			...(element?.['/S'] === '/Link' && kids(element).some((kid) => kid?.['/Type'] === '/OBJR' && kid['/Obj'] === ref) ? [] : ['no OBJR']),
		].map((what) => `page ${n}: ${what}`);
	}),
	'PDF/UA-1, 7.18.5: every Link element has words and an annotation': (file) => elements(file).filter(({ element }) => element['/S'] === '/Link').flatMap(({ ref, element }) => [
		...(kids(element).some((kid) => kid?.['/Type'] === '/OBJR') ? [] : [`${ref}: no annotation`]),
		...(kids(element).some((kid) => typeof kid === 'number' || isRef(kid) || kid?.['/MCID'] !== undefined) ? [] : [`${ref}: no words`]),
	]),
	'PDF/UA-1, 7.18.3: pages are walked in the order of the structure': (file) => file.pages.flatMap((page, n) => [
		...(page.object['/Tabs'] === '/S' ? [] : [`page ${n + 1}: Tabs`]),
		...(Number.isInteger(page.object['/StructParents']) ? [] : [`page ${n + 1}: StructParents`]),
	]),
	'PDF/UA-1, 7.17: bookmarks have words, and lead somewhere': (file) => {
		const places = placesOf(file.get, file.catalog);
		return [...file.values.values()].filter((one) => one?.['/Parent'] !== undefined && one['/Title'] !== undefined)
			.flatMap((one) => (text(one['/Title']).trim() !== '' && one['/A'] === undefined && places.has(one['/Dest']) ? [] : [text(one['/Title'])]));
	},
};
