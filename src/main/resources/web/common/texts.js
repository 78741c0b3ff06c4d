// Words of the pages, from /web/texts/<language>.json, and numbers as the language writes them.
// A text may have placeholders, "{name}", and forms by number: {"one": "{n} job", "other": "{n} jobs"}.
import {setting, set} from "./settings.js";

export const LANGUAGES = {en: "English", de: "Deutsch", es: "Español"};

let language = "en";
let texts = {};
let plural;
let turn = 0; // counts languages that were asked for: of two in a row the later one holds, whichever comes first
const listeners = [];

export const currentLanguage = () => language;

/** Calls f after each change of the language. */
export function onLanguage(f) {
  listeners.push(f);
}

function preferred() {
  for (const wanted of [setting("language"), ...navigator.languages]) {
    const short = wanted?.slice(0, 2).toLowerCase();
    if (short in LANGUAGES) return short;
  }
  return "en";
}

/** Loads a language, puts its words into the page and tells the listeners. Without one: what the visitor's browser prefers. */
export async function speak(wanted = preferred()) {
  const mine = ++turn;
  const response = await fetch(`/web/texts/${wanted}.json`);
  if (!response.ok) throw new Error(`no texts in ${wanted}`);
  const read = await response.json();
  if (mine !== turn) return;
  texts = read;
  language = wanted;
  plural = new Intl.PluralRules(language);
  document.documentElement.lang = language;
  translate(document);
  for (const listener of listeners) listener();
}

/** The visitor's own choice, which is remembered if they agreed to that. */
export async function choose(wanted) {
  set("language", wanted);
  await speak(wanted);
}

/** The text of a key. A number n picks the form; numbers are written as the language writes them. */
export function t(key, values = {}) {
  let text = texts[key];
  if (text === undefined) throw new Error(`no text ${key} in ${language}`);
  if (typeof text === "object") text = text[plural.select(values.n)] ?? text.other;
  return text.replace(/\{(\w+)\}/g, (whole, name) => {
    const value = values[name];
    if (value === undefined) throw new Error(`the text ${key} needs ${name}`);
    return typeof value === "number" ? number(value) : value;
  });
}

export const has = (key) => key in texts;

/** Puts words into elements with data-t (text), data-t-label (aria-label), data-t-placeholder, data-t-title. */
export function translate(root) {
  for (const element of root.querySelectorAll("[data-t]")) element.textContent = t(element.dataset.t);
  for (const [data, attribute] of [["tLabel", "aria-label"], ["tPlaceholder", "placeholder"], ["tTitle", "title"]]) {
    const name = "data-" + data.replace(/[A-Z]/g, (c) => "-" + c.toLowerCase());
    for (const element of root.querySelectorAll(`[${name}]`)) element.setAttribute(attribute, t(element.dataset[data]));
  }
}

export const number = (value, options) => new Intl.NumberFormat(language, options).format(value);
export const percent = (value) => number(value, {style: "percent", maximumFractionDigits: 0});
export const list = (items) => new Intl.ListFormat(language, {type: "conjunction"}).format(items);

/** The same with each item made into something else: listed(["a", "b"], (item) => el("b", {}, item)). */
export const listed = (items, make) =>
  new Intl.ListFormat(language, {type: "conjunction"}).formatToParts(items).map(({type, value}) => (type === "element" ? make(value) : value));

/** Stands in a text where an element comes: around(t("change.skill", {skill: HERE}), el("b", {}, "SQL")) gives what is before it, it, and what follows. */
export const HERE = "\u0001";
export const around = (text, element) => text.split(HERE).flatMap((part, i) => (i ? [element, part] : [part]));

/** Money, without cents where there are none; nothing to pay has a word of its own. */
export function money({amount, currency}) {
  if (amount === 0) return t("money.free");
  return number(amount, {style: "currency", currency, maximumFractionDigits: Number.isInteger(amount) ? 0 : 2});
}

/** A day, "2026-11-22", or a month, "2026-11". */
export function date(text) {
  const month = text.length === 7;
  const day = new Date(`${text.slice(0, month ? 7 : 10)}${month ? "-01" : ""}T00:00:00Z`);
  return new Intl.DateTimeFormat(language, {dateStyle: month ? undefined : "medium", ...(month && {month: "short", year: "numeric"}), timeZone: "UTC"})
    .format(day);
}

/** A language's own name for a language, or a region's name in this language. */
export const languageName = (code) => new Intl.DisplayNames(language, {type: "language"}).of(code);
export const regionName = (code) => (/^[A-Z]{2}$/.test(code) ? new Intl.DisplayNames(language, {type: "region"}).of(code) : code);
