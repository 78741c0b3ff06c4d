// The shortlist as files: everything that is needed to understand later why these people were on it.

/** What a spreadsheet would take for a formula. */
const FORMULA = /^[\s\u0000-\u001f]*[=+\-@\uff0b\uff0d\uff1d\uff20]/;

/** The same within a cell, behind what some spreadsheet takes for the end of one: in half of Europe that is a semicolon. */
const INNER = /([,;|\t\r\n][\s"\u00a0\ufeff]*)([=+\-@\uff0b\uff0d\uff1d\uff20])/g;

/** A cell that a spreadsheet shows as text, whatever is in it. */
export function cell(value) {
  const text = String(value ?? "").replace(INNER, "$1'$2");
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

async function digest(text) {
  if (!crypto.subtle) return undefined; // browsers have it for encrypted addresses and this machine only
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** What the answer was made from. With it, the same question can be asked again. */
export async function provenance(request, answer) {
  const {generation, model, asOf, weights, total, decision} = answer;
  return {decision, generation, model, asOf, total, request, digest: await digest(JSON.stringify(request)), weights};
}

export async function asJson(people, request, answer) {
  return JSON.stringify({...await provenance(request, answer), shortlist: people}, null, 1);
}

/** One line a person; proofs are credential, issuer, finding and day. */
export async function asCsv(people, request, answer) {
  const {decision, generation, model, asOf, digest: of} = await provenance(request, answer);
  const head = ["place", "id", "name", "score", "met", "of", "verified", "skills", "missing", "proofs", "asOf", "generation", "model", "decision", "requestDigest"];
  const lines = people.map((person) => [
    answer.results.findIndex((other) => other.id === person.id) + 1, person.id, person.title, person.score, person.met, person.of,
    person.reasons.filter((reason) => reason.verified).length,
    person.reasons.map((reason) => reason.label).join("; "),
    (person.missing ?? []).map((gap) => gap.label).join("; "),
    [...new Set(person.evidence.filter((chain) => chain.credential).map(({credential, issuer, verdict, awardedOn}) =>
      [credential, issuer, verdict ? `signature ${verdict.signature}, dates ${verdict.dates}, status ${verdict.status}, issuer ${verdict.issuer}` : "not checked", awardedOn].filter(Boolean).join(" | ")))].join("; "),
    asOf, generation, model, decision, of]);
  return [head, ...lines].map((line) => line.map(cell).join(",")).join("\r\n") + "\r\n";
}

/** Hands a file to the browser; it never leaves this machine otherwise. */
export function save(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], {type}));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

export const fileName = (asOf, ending) => `shortlist-${asOf}.${ending}`;
