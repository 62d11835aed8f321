// conditions.js — shows a question at once when the answer it hangs on is given; without script, saving brings it up.
import { read } from "./kroner.js";

export function start(question) {
  const form = question.closest("form");
  const unseen = form.querySelector("[data-conditions]"); // ids of questions nobody has been shown
  const { when, is, atLeast, field } = question.dataset;

  const enough = (control) =>
    atLeast === undefined ? control.value === is : read(control.value) !== null && read(control.value) >= Number(atLeast);
  const given = () =>
    [...form.elements].some((control) =>
      control.name === when && enough(control) && (!/^(radio|checkbox)$/.test(control.type) || control.checked)
        && control.closest("[data-when][hidden]") === null);
  const refresh = () => {
    const ids = unseen.value.split(" ").filter((id) => id !== "" && id !== field);

    question.hidden = !given();
    unseen.value = (question.hidden ? [...ids, field] : ids).join(" ");
  };
  form.addEventListener("change", refresh);
  refresh();
}
