// char_count.js — says how many characters are left, counted as the server counts: code points, with a line break as one.

const { show } = await import(`./kroner.js${new URL(import.meta.url).search}`);

export function start(line) {
  const field = document.getElementById(line.dataset.countFor);
  const limit = Number(line.dataset.limit.replace(/\D/g, ""));

  if (!field || !limit)
    return;
  const refresh = () => {
    const left = limit - [...field.value.normalize("NFC").replace(/\r\n?/g, "\n")].length;

    line.textContent = (left < 0 ? line.dataset.over : line.dataset.left).replace("%n", show(Math.abs(left)));
    line.classList.toggle("is-wrong", left < 0);
  };
  field.addEventListener("input", refresh);
  refresh();
}
