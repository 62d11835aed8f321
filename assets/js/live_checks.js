// live_checks.js — says while a scheme is written what would be wrong with it. Nothing is saved before a button is pressed.

const pause = 1200; // ms without typing before asking
const patience = 15000; // ms for an answer

export function start(form) {
  let timer, asked = 0, dirty = false;

  // The answer is the page as it would be; what it says is wrong takes the place of what stands here.
  function show(html) {
    const page = new DOMParser().parseFromString(html, "text/html");

    for (const place of document.querySelectorAll("[data-live]")) {
      const now = page.querySelector(`[data-live="${CSS.escape(place.dataset.live)}"]`);

      if (now && now.innerHTML !== place.innerHTML)
        place.replaceChildren(...now.childNodes);
    }
  }

  async function ask() {
    const number = ++asked;
    const body = new URLSearchParams({ sjekk: "1" });

    for (const [name, value] of new FormData(form))
      if (typeof value === "string")
        body.append(name, value);
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body,
        redirect: "manual",
        credentials: "same-origin",
        signal: AbortSignal.timeout(patience),
      });

      if (answer.ok && number === asked)
        show(await answer.text());
    } catch {
      // The next change asks again, and saving checks everything.
    }
  }

  form.addEventListener("input", () => {
    dirty = true;
    clearTimeout(timer);
    timer = setTimeout(ask, pause);
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    dirty = false;
  });
  addEventListener("beforeunload", (event) => {
    if (dirty)
      event.preventDefault();
  });
}
