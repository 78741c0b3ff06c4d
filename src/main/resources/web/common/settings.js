// What the visitor prefers. It lives in this page; only after consent is it kept in this browser's storage, and it is never sent anywhere.
const PLACE = "rung";

function stored() {
  try {
    return JSON.parse(localStorage.getItem(PLACE) ?? "null");
  } catch {
    return null; // no storage here, or something else's content
  }
}

const found = stored();
let consented = found !== null && typeof found === "object";
const values = consented ? found : {};

function keep() {
  if (!consented) return;
  try {
    localStorage.setItem(PLACE, JSON.stringify(values));
  } catch {
    consented = false; // storage is full or refused: nothing is kept, and the switch says so
  }
}

export const setting = (name) => values[name];

export function set(name, value) {
  if (value === undefined) delete values[name];
  else values[name] = value;
  keep();
}

export const isKept = () => consented;

/** Consent given or withdrawn; withdrawing takes everything out of the storage at once. */
export function consent(given) {
  consented = given;
  if (given) keep();
  else localStorage.removeItem(PLACE);
}
