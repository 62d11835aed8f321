// kroner.js — sums as people type them and as people read them; the same rules as the server's.

const tails = ["kroner", "kr.", "kr", "nok", ",-", ",00", ".-", "-"];
const most = 1e12; // as the server's MONEY_MAX

// Without spaces, "kr" and ",-", in the places people write them.
function bare(text) {
  const joined = text.toLowerCase().replace(/[ \t-\r\u00a0\u202f\u2009]/g, "").replace(/[\u2013\u2014\u2212]/g, "-");

  return tails.reduce(
    (left, tail) => (left.length > tail.length && left.endsWith(tail) ? left.slice(0, -tail.length) : left),
    joined.replace(/^(kr\.?|nok)/, ""),
  );
}

// Whole kroner, or null when it is empty or no sum. Dots may only set thousands apart: "1.350.000", never "1.35".
export function read(text) {
  const digits = bare(text);
  const sum = /^(\d+|\d{1,3}(\.\d{3})+)$/.test(digits) ? Number(digits.replaceAll(".", "")) : null;

  return sum !== null && sum <= most ? sum : null;
}

export function show(sum) {
  return String(sum).replace(/\B(?=(\d{3})+$)/g, "\u00a0");
}
