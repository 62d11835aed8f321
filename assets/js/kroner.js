// kroner.js — sums as people type them and as people read them; the same rules as the server's.

// Whole kroner, or null when it is empty or no sum.
export function read(text) {
  const digits = text.replace(/kr|,-|,00$|[\s\u00a0\u202f.]/gi, "");

  return /^\d{1,13}$/.test(digits) ? Number(digits) : null;
}

export function show(sum) {
  return String(sum).replace(/\B(?=(\d{3})+$)/g, "\u00a0");
}
