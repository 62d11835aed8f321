// file_rules.mjs — PDF/A-2's rules of bytes, of what a file may hold at all, and of what the catalog says.
import { bytesWrong } from '../pdf_bytes.mjs';
import { dictionaries, text } from '../pdf_file.mjs';

const bytes = (clause) => (file) => bytesWrong(file).get(clause) ?? [];
const beyond = (dict, keys) => Object.keys(dict ?? {}).filter((key) => !keys.includes(key));

// All we write; whatever PDF/A-2, 6.4, 6.5.2, 6.8 to 6.11 and 6.1.12 forbid is an entry that is not here.
const ours = {
	catalog: ['/Type', '/Pages', '/Lang', '/MarkInfo', '/Metadata', '/Names', '/Outlines', '/OutputIntents', '/StructTreeRoot', '/ViewerPreferences', '/PageMode', '/PageLayout'],
	names: ['/Dests'],
	page: ['/Type', '/Parent', '/MediaBox', '/Contents', '/Resources', '/StructParents', '/Tabs', '/Annots'],
	trailer: ['/Type', '/Size', '/W', '/Root', '/Info', '/ID', '/Filter', '/Length', '/DecodeParms'],
};

const forbidden = ['/JavaScript', '/JS', '/Launch', '/AA', '/OpenAction', '/EmbeddedFiles', '/EF', '/AF', '/AcroForm', '/NeedAppearances', '/NeedsRendering', '/OCProperties', '/OC',
	'/XFA', '/RichMedia', '/Movie', '/Sound', '/AlternatePresentations', '/PresSteps', '/Requirements', '/Perms', '/Encrypt', '/Ref', '/PS', '/Alternates', '/OPI', '/TR', '/TR2', '/HTP', '/Halftone'];

export const fileRules = {
	'PDF/A-2, 6.1.2: the file begins with its version and four bytes above 127': bytes('6.1.2'),
	'PDF/A-2, 6.1.3: the trailer has an identity, nothing is encrypted, and nothing stands behind the end': (file) => [
		...bytes('6.1.3')(file),
		...(file.trailer['/Encrypt'] === undefined ? [] : ['Encrypt']),
		...(file.trailer['/ID']?.length === 2 && file.trailer['/ID'].every((id) => (id.startsWith('b:') ? id.length === 34 : id.length > 2)) ? [] : ['ID']),
		...beyond(file.trailer, ours.trailer),
	],
	'PDF/A-2, 6.1.4: the cross references lead to every object, and to nothing else': bytes('6.1.4'),
	'PDF/A-2, 6.1.6: hexadecimal strings hold pairs of digits alone': bytes('6.1.6'),
	'PDF/A-2, 6.1.7: streams are as long as they say, stand on lines of their own, and use known filters': bytes('6.1.7'),
	'PDF/A-2, 6.1.8: names are UTF-8': bytes('6.1.8'),
	'PDF/A-2, 6.1.9: objects begin and end on lines of their own, and are whole': bytes('6.1.9'),
	'PDF/A-2, 6.1.13: numbers, strings, names and objects stay within their limits': bytes('6.1.13'),
	'PDF/A-2, 6.1.12, 6.4, 6.5.2, 6.8 to 6.11: nothing runs, plays, is attached, filled in, switched on or off, or asks for other programs': (file) => [
		...dictionaries(file).flatMap(({ dict, ref }) => forbidden.filter((key) => key in dict).map((key) => `${ref} ${key}`)),
		...beyond(file.catalog, ours.catalog),
		...beyond(file.get(file.catalog['/Names']), ours.names),
		...file.pages.flatMap((page, n) => beyond(page.object, ours.page).map((key) => `page ${n + 1}: ${key}`)),
	],
	'PDF/A-2, 6.7.2; PDF/UA-1, 6.2, 7.1: the catalog says that the file is tagged, in which language, and that its title is shown': (file) => [
		...(file.catalog['/MarkInfo']?.['/Marked'] === true && file.catalog['/MarkInfo']['/Suspects'] !== true ? [] : ['Marked']),
		...(text(file.catalog['/Lang']) ? [] : ['Lang']),
		...(file.get(file.catalog['/ViewerPreferences'])?.['/DisplayDocTitle'] === true ? [] : ['DisplayDocTitle']),
		...((text(file.info['/Title']) ?? '').trim() === '' ? ['Title'] : []),
	],
	'PDF/A-2, 6.7.4; PDF/UA-1, 7.2: every language is named as RFC 3066 wants': (file) => dictionaries(file)
		.filter(({ dict }) => '/Lang' in dict && !/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(text(dict['/Lang']) ?? '')).map(({ dict, ref }) => `${ref} ${dict['/Lang']}`),
};
