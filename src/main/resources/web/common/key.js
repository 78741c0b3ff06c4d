// The key of a server that wants one. It lives in this page; only on asking it is kept for this tab, and it is sent in a header, never in an address.
import {useKey} from "./api.js";
import {el, replace} from "./dom.js";
import {onLanguage, t} from "./texts.js";

const PLACE = "rung.key";

function kept() {
  try {
    return sessionStorage.getItem(PLACE) ?? "";
  } catch {
    return ""; // no storage here
  }
}

function keep(key) {
  try {
    if (key) sessionStorage.setItem(PLACE, key);
    else sessionStorage.removeItem(PLACE);
  } catch {
    // No storage here: the key stays in this page, as it does anyway.
  }
}

/** Whether this server wants a key. A server without a key file answers this machine only, and wants none. */
async function isWanted() {
  const response = await fetch("/health/live");
  return (await response.json()).keys === true;
}

/**
 * Fills a place with the field for the key, where one is wanted.
 *   scopes   that this page needs, as in a key file
 *   onKey    is called when there is a key to try, and at once where none is wanted
 * Gives refuse(status), which says below the field what was wrong with the key.
 */
export async function keyPanel(place, scopes, onKey) {
  let said = "";
  let stays = kept() !== "";
  let field;
  let open = false;

  function take(event) {
    event?.preventDefault();
    said = "";
    useKey(field.value);
    keep(stays ? field.value.trim() : "");
    show();
    onKey();
  }

  function show() {
    const before = field?.value ?? kept();
    field = el("input", {type: "password", id: "key", autocomplete: "off", spellcheck: "false", value: before,
      "aria-describedby": "key-hint key-fault", "aria-invalid": said ? "true" : undefined});
    const stay = el("input", {type: "checkbox", checked: stays, on: {change: (event) => {
      stays = event.target.checked;
      keep(stays ? field.value.trim() : "");
    }}});
    replace(place, el("form", {class: "panel key", on: {submit: take}},
      el("div", {class: "field"},
        el("label", {htmlFor: "key"}, t("key.label")),
        el("div", {class: "row"}, field, el("button", {type: "submit"}, t("key.use"))),
        el("p", {class: "hint", id: "key-hint"}, t("key.scopes", {scopes: scopes.join(",")})),
        el("p", {class: "error", id: "key-fault", role: "alert"}, said && t(said, {scopes: scopes.join(", ")}))),
      el("label", {class: "choice"}, stay, t("key.keep"))));
  }

  if (await isWanted()) {
    open = true;
    onLanguage(show);
    show();
  }
  if (kept()) useKey(kept());
  if (!open || kept()) onKey();
  return (status) => {
    if (!open) return;
    said = status === 401 ? "key.unknown" : "key.notEnough";
    show();
    field.focus();
  };
}
