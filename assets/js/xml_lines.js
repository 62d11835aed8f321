// xml_lines.js — leads from a message to its line in the document.

export function start(area) {
  function go(number) {
    const lines = area.value.split("\n");
    const from = lines.slice(0, number - 1).reduce((sum, line) => sum + line.length + 1, 0);
    const height = parseFloat(getComputedStyle(area).lineHeight);

    area.focus();
    area.setSelectionRange(from, from + (lines[number - 1] ?? "").length);
    area.scrollTop = Math.max(0, (number - 4) * height);
    area.scrollLeft = 0;
  }

  for (const link of document.querySelectorAll("[data-line]"))
    link.addEventListener("click", (event) => {
      event.preventDefault();
      go(Number(link.dataset.line));
      area.scrollIntoView({ block: "nearest" });
    });
}
