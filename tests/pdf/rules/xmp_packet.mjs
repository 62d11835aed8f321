// xmp_packet.mjs — the metadata as XML and RDF: read strictly, so that what breaks either is told.

const name = '[A-Za-z_][A-Za-z0-9_.-]*(?::[A-Za-z_][A-Za-z0-9_.-]*)?';
const tag = new RegExp(`<(/)?(${name})((?:\\s+${name}="[^"<]*")*)\\s*(/)?>`, 'y');
const plain = (value) => value.replace(/&(lt|gt|quot|apos|amp|#13);/g, (_, of) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&', '#13': '\r' })[of]);

// A tree of { name, attributes, children, text }; throws what is wrong.
export const parseXml = (xml) => {
	const root = { name: '', attributes: {}, children: [], text: '' };
	const open = [root];
	for (let at = 0; at < xml.length;) {
		const next = xml.indexOf('<', at) < 0 ? xml.length : xml.indexOf('<', at);
		const words = xml.slice(at, next);
		if (/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|&(?!(?:lt|gt|quot|apos|amp|#13);)|\]\]>/.test(words)) {
			throw new Error(`these are no words of XML: ${JSON.stringify(words.slice(0, 60))}`);
		}
		open.at(-1).text += plain(words);
		if (next === xml.length) {
			break;
		}
		tag.lastIndex = next;
		const match = tag.exec(xml);
		if (match === null) {
			throw new Error(`this is no tag: ${xml.slice(next, next + 60)}`);
		}
		const [, end, called, attributes, empty] = match;
		if (end !== undefined) {
			if (open.pop().name !== called || open.length === 0) {
				throw new Error(`</${called}> ends nothing`);
			}
		} else {
			const element = { name: called, attributes: {}, children: [], text: '' };
			for (const [, key, value] of attributes.matchAll(new RegExp(`(${name})="([^"]*)"`, 'g'))) {
				if (key in element.attributes) {
					throw new Error(`${called} has ${key} twice`);
				}
				element.attributes[key] = plain(value);
			}
			open.at(-1).children.push(element);
			if (empty === undefined) {
				open.push(element);
			}
		}
		at = tag.lastIndex;
	}
	if (open.length !== 1 || root.children.length !== 1 || root.text.trim() !== '') {
		throw new Error('one element holds all the others');
	}
	return root.children[0];
};

// The namespace of each prefix, from the outermost in; throws for one that is not told.
const resolve = (element, scope, found) => {
	const inner = { ...scope };
	for (const [key, value] of Object.entries(element.attributes)) {
		if (key.startsWith('xmlns:')) {
			inner[key.slice(6)] = value;
		}
	}
	const [prefix] = element.name.split(':');
	if (inner[prefix] === undefined) {
		throw new Error(`nobody tells what ${prefix} is`);
	}
	found.set(element, inner[prefix]);
	element.children.forEach((child) => resolve(child, inner, found));
	return found;
};

// A packet read: { problem, properties: [{ name, space, element }] }.
export const readPacket = (data) => {
	const said = data?.toString('utf8') ?? '';
	const match = /^<\?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"\?>\n([^]*)\n<\?xpacket end="[wr]"\?>$/.exec(said);
	if (match === null || !Buffer.from(said).equals(data)) {
		return { problem: 'the packet is not in its wrapping, in UTF-8', properties: [] };
	}
	try {
		const meta = parseXml(match[1]);
		const spaces = resolve(meta, {}, new Map());
		const [rdf] = meta.children;
		if (meta.name !== 'x:xmpmeta' || meta.children.length !== 1 || rdf.name !== 'rdf:RDF' || spaces.get(rdf) !== 'http://www.w3.org/1999/02/22-rdf-syntax-ns#' ||
			rdf.children.some((one) => one.name !== 'rdf:Description' || one.attributes['rdf:about'] !== '')) {
			return { problem: 'x:xmpmeta holds rdf:RDF, and that descriptions about the file', properties: [] };
		}
		return { properties: rdf.children.flatMap((one) => one.children).map((element) => ({ name: element.name, space: spaces.get(element), element })) };
	} catch (error) {
		return { problem: error.message, properties: [] };
	}
};

// What a property says: { form, values } with form Alt, Seq, Bag, Resource or Text.
export const valueOf = (element) => {
	const [child] = element.children;
	const list = /^rdf:(Alt|Seq|Bag)$/.exec(child?.name ?? '')?.[1];
	if (list !== undefined && element.children.length === 1 && child.children.every((one) => one.name === 'rdf:li')) {
		return { form: list, values: child.children };
	}
	return { form: element.attributes['rdf:parseType'] === 'Resource' ? 'Resource' : element.children.length > 0 ? 'other' : 'Text', values: [element] };
};
