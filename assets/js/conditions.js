// conditions.js — shows a question at once when the answer it hangs on is given; without script, saving brings it up.

export function start(question) {
  const form = question.closest("form");
  const unseen = form.querySelector("[data-conditions]"); // ids of questions nobody has been shown
  const { when, is, field } = question.dataset;

  const given = () =>
    [...form.elements].some((control) =>
      control.name === when && control.value === is && (!/^(radio|checkbox)$/.test(control.type) || control.checked));
  const refresh = () => {
    const ids = unseen.value.split(" ").filter((id) => id !== "" && id !== field);

    question.hidden = !given();
    unseen.value = (question.hidden ? [...ids, field] : ids).join(" ");
  };
  form.addEventListener("change", refresh);
  refresh();
}
