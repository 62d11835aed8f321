// error_summary.js — moves focus to the summary of errors, so that it is read first.

export function start(summary) {
  summary.focus();
  for (const link of summary.querySelectorAll("a[href^='#']"))
    link.addEventListener("click", (event) => {
      const field = document.getElementById(decodeURIComponent(link.hash.slice(1)));

      if (!field)
        return;
      event.preventDefault();
      for (let around = field.closest("details"); around; around = around.parentElement.closest("details"))
        around.open = true;
      field.scrollIntoView({ block: "center" });
      field.focus({ preventScroll: true });
    });
}
