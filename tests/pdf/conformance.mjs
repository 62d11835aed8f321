// conformance.mjs — the rules of PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) that can be read from a file, each by
// its clause: what it says, and what in a file breaks it.
import { contentRules } from './rules/content_rules.mjs';
import { fileRules } from './rules/file_rules.mjs';
import { fontRules } from './rules/font_rules.mjs';
import { linkRules } from './rules/link_rules.mjs';
import { metadataRules } from './rules/metadata_rules.mjs';
import { structureRules } from './rules/structure_rules.mjs';

export const rules = { ...fileRules, ...metadataRules, ...contentRules, ...fontRules, ...structureRules, ...linkRules };

// All that is broken: ["rule: what"].
export const broken = (file) => Object.entries(rules).flatMap(([rule, breaks]) => breaks(file).map((what) => `${rule}: ${what}`));

export { elementsOf, open, placesOf, readOut } from './pdf_file.mjs';
