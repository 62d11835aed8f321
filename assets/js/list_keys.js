// list_keys.js — j and k move down and up in an officer's list, Enter opens the case.

function typing(element) {
  return element.closest("input, textarea, select, [contenteditable]") !== null;
}

function links(table) {
  return [...table.tBodies[0].rows].map((row) => row.querySelector("a[href]")).filter(Boolean);
}

export function start(table) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || typing(event.target) || !["j", "k"].includes(event.key))
      return;
    const all = links(table);
    const row = document.activeElement?.closest("tr");
    const at = all.findIndex((link) => row !== null && row?.contains(link));
    const next = all[at < 0 ? 0 : at + (event.key === "j" ? 1 : -1)];

    if (next) {
      event.preventDefault();
      next.focus(); // Enter then follows the link by itself
      next.closest("tr").scrollIntoView({ block: "nearest" });
    }
  });
}
