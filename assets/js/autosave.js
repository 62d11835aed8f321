// autosave.js — saves a draft while it is written. A quiet line when it went well, a loud one when not; the text stays.
// What the server works out from the answers comes back with each save.

const pause = 1500;  // ms without typing before saving
const soon = 500;  // ms, where something is worked out meanwhile
const patience = 20000;  // ms for an answer
const again = 15000; // ms before trying again after a failure

function clock(at) {
  return `${String(at.getHours()).padStart(2, "0")}.${String(at.getMinutes()).padStart(2, "0")}`;
}

// Files go with the form's own button; everything else is sent as typed, and autosave=1 tells the server who asks.
function body_of(form) {
  const body = new URLSearchParams({ autosave: "1" });

  for (const [name, value] of new FormData(form))
    if (typeof value === "string")
      body.append(name, value);
  return body;
}

// The answer's first line is the draft's new version: the next save is checked against it.
function version_set(form, version) {
  const field = form.elements.namedItem("version");

  if (/^\d+$/.test(version) && field)
    field.value = version;
}

// The other lines are what is worked out, each a path and a value; what is not among them is not known yet.
function calculated_show(form, lines) {
  const values = new Map(lines.map((line) => line.split("\t")));

  for (const output of form.querySelectorAll("[data-calculated]")) {
    const value = values.get(output.dataset.calculated) || "";
    const said = value || output.dataset.unknown;
    const words = document.createElement(value ? "strong" : "span");

    if (output.textContent === said)
      continue;
    words.className = value ? "" : "muted";
    words.textContent = said;
    output.replaceChildren(words);
  }
}

// Why it was not saved, when the server says so: trying again by itself would not help.
function reason(answer, texts) {
  return { 401: texts.loggedOut, 403: texts.loggedOut, 409: texts.conflict, 413: texts.refused, 422: texts.refused }[answer.status];
}

export function start(form) {
  const state = form.querySelector("[data-autosave-state]");
  const wait = form.querySelector("[data-calculated]") ? soon : pause;
  let timer, saved_at, saving = false, dirty = false, then = null;

  const tell = (text, failed) => {
    state.textContent = text;
    state.classList.toggle("is-wrong", failed);
  };
  const failed = (why) => {
    dirty = true;
    tell(why ?? (saved_at ? state.dataset.failedSince.replace("%n", clock(saved_at)) : state.dataset.failed), true);
    if (!why)
      timer = setTimeout(save, again);
  };

  async function save() {
    if (saving || !dirty)
      return;
    saving = true;
    dirty = false;
    try {
      const answer = await fetch(form.dataset.autosave || form.action, {
        method: "POST",
        body: body_of(form),
        redirect: "manual",
        credentials: "same-origin",
        signal: AbortSignal.timeout(patience),
      });

      if (answer.ok) {
        const [version, ...lines] = (await answer.text()).trimEnd().split("\n");

        version_set(form, version);
        calculated_show(form, lines);
        saved_at = new Date();
        tell(state.dataset.saved.replace("%n", clock(saved_at)), false);
      } else {
        failed(reason(answer, state.dataset));
      }
    } catch {
      failed();
    }
    saving = false;
    if (then !== null) {
      const button = then;

      then = null;
      form.requestSubmit(button);
      return;
    }
    if (dirty && !state.classList.contains("is-wrong"))
      timer = setTimeout(save, wait);
  }

  // Without script a button works it out.
  for (const button of form.querySelectorAll("[data-calculate]"))
    button.hidden = true;
  form.addEventListener("input", () => {
    dirty = true;
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  });
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    dirty = false;
    // What is on its way gives the draft a new version: sent before its answer, the form would meet itself.
    if (saving && event.submitter) {
      event.preventDefault();
      then = event.submitter;
    }
  });
  addEventListener("beforeunload", (event) => {
    if (dirty)
      event.preventDefault();
  });
}
