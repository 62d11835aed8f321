// municipalities.js — a field that narrows the list of municipalities, and "the whole county" that stands for them all.

export function start(list) {
  const filter = list.querySelector("[data-filter]");
  const field = filter.querySelector("input");
  const state = filter.querySelector("[role=status]");
  const rows = [...list.querySelectorAll(".choices .ds-field")];
  const all = list.querySelector("[data-all]");

  const refresh = () => {
    const sought = field.value.trim().toLocaleLowerCase("nb");
    let shown = 0;

    for (const row of rows) {
      const fits = sought === "" || row.textContent.trim().toLocaleLowerCase("nb").includes(sought);

      // What is chosen stays in sight.
      row.hidden = !fits && !row.querySelector("input").checked;
      shown += row.hidden ? 0 : 1;
    }
    state.textContent = sought === "" ? "" : field.dataset.found.replace("%n", String(shown));
  };
  filter.hidden = false;
  field.addEventListener("input", refresh);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter")
      event.preventDefault(); // it narrows the list, it does not send the form
  });
  all?.addEventListener("change", () => {
    if (all.checked)
      for (const row of rows)
        row.querySelector("input").checked = false;
    refresh();
  });
  list.addEventListener("change", (event) => {
    if (all && event.target !== all && event.target.checked)
      all.checked = false;
  });
}
