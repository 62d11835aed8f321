// money_table.js — adds up cost and financing tables while one types, and says the difference between them in kroner.

const { read, show } = await import(`./kroner.js${new URL(import.meta.url).search}`);
const later = 400; // ms after the last key before a difference is said, so that it is not said for each digit

function sum(table, column) {
  let total = 0;

  for (const cell of table.querySelectorAll(`[data-sum="${column}"]`))
    total += read(cell.value ?? cell.textContent) ?? 0;
  return total;
}

function total_of(table) {
  return sum(table, "cash") + sum(table, "own");
}

function put(table, column, value) {
  const output = table.querySelector(`[data-total="${column}"]`);

  if (output)
    output.textContent = show(value);
}

function take_over(table) {
  for (const cell of table.querySelectorAll("[data-from]")) {
    const field = document.getElementById(cell.dataset.from);

    if (field)
      cell.value = show(read(field.value) ?? 0);
  }
}

function balance(table) {
  const line = table.querySelector("[data-balance]");
  const costs = document.getElementById(table.dataset.balances);

  if (!line || !costs)
    return;
  const difference = total_of(table) - total_of(costs);
  const words = difference === 0 ? table.dataset.equal : difference < 0 ? table.dataset.lower : table.dataset.higher;
  const said = words.replace("%n", `${show(Math.abs(difference))}\u00a0kr`);

  line.classList.toggle("is-wrong", difference !== 0);
  if (line.textContent !== said)
    line.textContent = said;
}

// Own work is hours times what an hour is worth, to the nearest krone.
function work(table) {
  for (const output of table.querySelectorAll("[data-work]")) {
    const row = output.closest("tr");
    const hours = row.querySelector("[data-hours]").value.replace(/[\s\u00a0\u202f]/g, "").replace(",", ".");
    const rate = read(row.querySelector("[data-rate]").value);

    output.value = /^\d+(\.\d{1,2})?$/.test(hours) && rate !== null ? show(Math.round(Number(hours) * rate)) : "";
  }
}

function refresh(table) {
  take_over(table);
  work(table);
  put(table, "cash", sum(table, "cash"));
  put(table, "own", sum(table, "own"));
  put(table, "all", total_of(table));
}

export function start(table) {
  let timer;

  refresh(table);
  table.closest("form")?.addEventListener("input", () => {
    refresh(table);
    clearTimeout(timer);
    timer = setTimeout(() => balance(table), later);
  });
  table.addEventListener("change", (event) => {
    const sum_typed = event.target.matches("input[data-sum]") ? read(event.target.value) : null;

    if (sum_typed !== null)
      event.target.value = show(sum_typed);
  });
}
