// rows.js — adds and removes rows of a group at once; without script the same buttons save the page and show it again.

const conditions = await import(`./conditions.js${new URL(import.meta.url).search}`);

// As the server makes them: later rows sort later, and no two windows make the same.
function new_key() {
  const chance = crypto.getRandomValues(new Uint32Array(1))[0].toString(36).slice(-5).padStart(5, "0");

  return `r${Date.now().toString(36).padStart(8, "0")}${chance}`;
}

// Every name, id and reference in the copy is the new row's own.
function take_key(element, key) {
  for (const { name, value } of [...element.attributes])
    if (value.includes(".KEY"))
      element.setAttribute(name, value.replaceAll(".KEY", `.${key}`));
  for (const child of element.children)
    take_key(child, key);
}

export function start(group) {
  const list = group.querySelector("[data-row-list]");
  const blank = group.querySelector("[data-row-blank]");
  const add = group.querySelector("[data-row-add]");
  const full = group.querySelector("[data-row-full]");
  const said = group.querySelector("[data-row-said]");
  const undo = group.querySelector("[data-row-undo]");
  const form = group.closest("form");
  const fields = form.elements.namedItem("fields"); // what the page shows: a row that is gone from it is emptied
  const rows = () => [...list.querySelectorAll(":scope > [data-row]")];
  let removed; // the row that was taken away last, and what it stood before
  const name_of = (row) => row.querySelector("legend").textContent.replace(/\s+/g, " ").trim();

  const refresh = () => {
    const most = Number(group.dataset.most);

    rows().forEach((row, i) => {
      const title = row.querySelector("legend").firstChild.textContent.trim();

      row.querySelector("[data-row-number]").textContent = String(i + 1);
      row.querySelector("[data-row-remove] .sr-only").textContent = ` ${title} ${i + 1}`;
    });
    add.hidden = rows().length >= most;
    undo.hidden = !removed || add.hidden;
    if (full)
      full.hidden = !add.hidden;
  };

  add.addEventListener("click", (event) => {
    const row = blank.content.cloneNode(true).querySelector("[data-row]");

    event.preventDefault();
    take_key(row, new_key());
    list.append(row);
    fields.value += ` ${row.dataset.row}`;
    if ("autosave" in form.dataset)
      row.querySelectorAll("[data-calculate]").forEach((button) => (button.hidden = true));
    row.querySelectorAll("[data-when]").forEach((question) => conditions.start(question));
    refresh();
    said.textContent = group.dataset.added.replace("%n", name_of(row));
    row.querySelector("input, select, textarea")?.focus();
  });
  list.addEventListener("click", (event) => {
    const row = event.target.closest("[data-row-remove]")?.closest("[data-row]");
    const next = row?.nextElementSibling ?? row?.previousElementSibling ?? add;

    if (!row)
      return;
    event.preventDefault();
    said.textContent = group.dataset.removed.replace("%n", name_of(row));
    removed = { row, before: row.nextElementSibling };
    row.remove();
    refresh();
    next.focus();
    form.dispatchEvent(new Event("input", { bubbles: true }));
  });
  undo.addEventListener("click", () => {
    const { row, before } = removed;

    removed = undefined;
    list.insertBefore(row, before?.parentElement === list ? before : null);
    refresh();
    said.textContent = group.dataset.restored.replace("%n", name_of(row));
    row.querySelector("input, select, textarea")?.focus();
    form.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
