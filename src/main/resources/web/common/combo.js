// A type-ahead field: a combobox with a list box, as the ARIA Authoring Practices describe it.
import {el, soon} from "./dom.js";
import {latest} from "./api.js";
import {t} from "./texts.js";

const PAUSE = 90;
let made = 0;

/**
 * Makes a type-ahead of a text field inside an element of the class "combo".
 *   suggest(text, signal)  gives a promise of [{id, label, note}]
 *   choose(item)           is called with the one that was taken; keep=true leaves its label in the field
 */
export function combo(input, {suggest, choose, keep = false}) {
  const id = `combo-${++made}`;
  const options = el("ul", {id, role: "listbox", hidden: true});
  const status = el("span", {class: "unseen", role: "status"});
  const newest = latest();
  let items = [];
  let at = -1;
  let isWanted = false; // what is looked for now is to be shown
  let isHasty = false; // and the best of it to be taken, since Enter was pressed before it was there
  input.after(options, status);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-controls": id, "aria-expanded": "false", "aria-autocomplete": "list", autocomplete: "off", spellcheck: "false",
  })) input.setAttribute(name, value);
  if (input.labels[0]) options.setAttribute("aria-label", input.labels[0].textContent);

  function close() {
    isWanted = isHasty = false;
    input.removeAttribute("aria-busy");
    items = [];
    at = -1;
    options.hidden = true;
    options.replaceChildren();
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function mark(to) {
    at = to;
    [...options.children].forEach((option, i) => option.setAttribute("aria-selected", i === at));
    if (at < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", `${id}-${at}`);
    options.children[at].scrollIntoView({block: "nearest"});
  }

  function take(item) {
    close();
    status.textContent = "";
    input.value = keep ? item.label : "";
    choose(item);
  }

  const look = soon(PAUSE, async () => {
    if (!isWanted) return;
    const text = input.value.trim();
    if (!text) return close();
    let found;
    try {
      found = await newest((signal) => suggest(text, signal));
    } catch (trouble) {
      close();
      status.textContent = trouble.message;
      return;
    }
    if (!found || !isWanted || input.value.trim() !== text) return;
    if (isHasty && found.length) return take(found[0]);
    isHasty = false;
    input.removeAttribute("aria-busy");
    items = found;
    options.replaceChildren(...items.map((item, i) =>
      el("li", {id: `${id}-${i}`, role: "option", "aria-selected": "false", lang: "en"}, item.label, item.note && el("small", {}, item.note))));
    options.hidden = !items.length;
    input.setAttribute("aria-expanded", String(items.length > 0));
    status.textContent = t("combo.found", {n: items.length});
    mark(items.length ? 0 : -1);
  });

  /** Looks for what stands there now; until that is found, what is shown is of an older text. */
  function ask() {
    isWanted = true;
    isHasty = false;
    input.setAttribute("aria-busy", "true");
    look();
  }

  input.addEventListener("input", ask);
  input.addEventListener("blur", close);
  options.addEventListener("mousedown", (event) => {
    event.preventDefault();
    const option = event.target.closest("li");
    if (option) take(items[[...options.children].indexOf(option)]);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && (isWanted || !options.hidden)) {
      event.stopPropagation();
      close();
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (input.ariaBusy === "true") isHasty = true;
      else if (items[at]) take(items[at]);
      else ask();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && items.length) {
      event.preventDefault();
      mark((at + (event.key === "ArrowDown" ? 1 : items.length - 1)) % items.length);
    } else if (event.key === "ArrowDown") {
      ask();
    }
  });
}
