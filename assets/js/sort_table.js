// sort_table.js — sorts a table by the column whose heading is pressed. A cell's data-value goes before its text.

const words = new Intl.Collator("nb", { numeric: true });

function value(row, column) {
  const cell = row.cells[column];

  return cell.dataset.value ?? cell.textContent.trim();
}

function sort(table, heading, button) {
  const column = [...heading.parentNode.cells].indexOf(heading);
  const down = heading.getAttribute("aria-sort") === "ascending";
  const body = table.tBodies[0];
  const rows = [...body.rows].sort((a, b) => words.compare(value(a, column), value(b, column)) * (down ? -1 : 1));

  for (const other of table.tHead.querySelectorAll("[aria-sort]"))
    other.setAttribute("aria-sort", "none");
  heading.setAttribute("aria-sort", down ? "descending" : "ascending");
  body.append(...rows);
  button.focus();
}

export function start(table) {
  for (const heading of table.tHead.querySelectorAll("th[data-sort]")) {
    const button = document.createElement("button");

    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    heading.setAttribute("aria-sort", heading.dataset.sort || "none");
    button.addEventListener("click", () => sort(table, heading, button));
  }
}
