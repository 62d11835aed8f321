// xml_lines.js — leads from a message to its line in the document, and keeps the numbers beside it right while one writes.

export function start(area) {
  const numbers = area.previousElementSibling;

  // The link itself leads to the number; the line beside it is marked.
  function mark(number) {
    const lines = area.value.split("\n");
    const from = lines.slice(0, number - 1).reduce((sum, line) => sum + line.length + 1, 0);

    area.focus({ preventScroll: true });
    area.setSelectionRange(from, from + (lines[number - 1] ?? "").length);
  }

  function count() {
    const n = area.value.split("\n").length;

    area.rows = n;
    while (numbers.childElementCount > n)
      numbers.lastElementChild.remove();
    while (numbers.childElementCount < n) {
      const line = document.createElement("span");

      line.textContent = numbers.childElementCount + 1;
      line.id = `l${line.textContent}`;
      numbers.append(line);
    }
  }

  area.addEventListener("input", count);
  for (const link of document.querySelectorAll("[data-line]"))
    link.addEventListener("click", () => requestAnimationFrame(() => mark(Number(link.dataset.line))));
}
