// autosave.js — saves a draft while it is written. A quiet line when it went well, a loud one when not; the text stays.

const pause = 1500;  // ms without typing before saving
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

// The answer is the draft's new version, in digits: the next save is checked against it.
async function version_set(form, answer) {
  const version = (await answer.text()).trim();
  const field = form.elements.namedItem("version");

  if (/^\d+$/.test(version) && field)
    field.value = version;
}

export function start(form) {
  const state = form.querySelector("[data-autosave-state]");
  let timer, saved_at, saving = false, dirty = false, then = null;

  const tell = (text, failed) => {
    state.textContent = text;
    state.classList.toggle("is-wrong", failed);
  };
  const failed = () => {
    dirty = true;
    tell(saved_at ? state.dataset.failedSince.replace("%n", clock(saved_at)) : state.dataset.failed, true);
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
        redirect: "manual", // a redirect means that the session has ended
        credentials: "same-origin",
        signal: AbortSignal.timeout(patience),
      });

      if (answer.ok) {
        await version_set(form, answer);
        saved_at = new Date();
        tell(state.dataset.saved.replace("%n", clock(saved_at)), false);
      } else {
        failed();
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
      timer = setTimeout(save, pause);
  }

  form.addEventListener("input", () => {
    dirty = true;
    clearTimeout(timer);
    timer = setTimeout(save, pause);
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
