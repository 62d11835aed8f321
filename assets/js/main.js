// main.js — starts the small scripts a page has use for. No page needs them: each only adds comfort.

const version = new URL(import.meta.url).search;
const scripts = {
  "[data-error-summary]": "error_summary",
  "[data-money-table]": "money_table",
  "[data-when]": "conditions",
  "[data-rows]": "rows",
  "form[data-autosave]": "autosave",
  "[data-municipalities]": "municipalities",
  "[data-count-for]": "char_count",
  "table[data-sortable]": "sort_table",
  "table[data-keys]": "list_keys",
  "form[data-live-checks]": "live_checks",
  "[data-condition]": "condition_field",
  "textarea[data-lines]": "xml_lines",
};

for (const [selector, name] of Object.entries(scripts)) {
  const found = document.querySelectorAll(selector);

  if (found.length > 0)
    import(`./${name}.js${version}`).then((script) => found.forEach((element) => script.start(element)));
}
