// condition_field.js — shows the number, and the ways to compare one, only where a rule is about a number.

export function start(field) {
  for (const part of field.querySelectorAll(".edit-condition-part")) {
    const [what, sign] = part.querySelectorAll("select");
    const number = part.querySelector("input").closest(".ds-field");

    const show = () => {
      const counts = what.selectedOptions[0].hasAttribute("data-number");

      number.hidden = !counts;
      sign.closest(".ds-field").hidden = what.value === "";
      for (const option of sign.options)
        option.hidden = option.disabled = !counts && option.hasAttribute("data-number");
      if (sign.selectedOptions[0]?.disabled)
        sign.selectedIndex = 0;
    };

    what.addEventListener("change", show);
    show();
  }
}
