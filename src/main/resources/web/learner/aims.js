// Where somebody wants to get to, and what is possible for them.
import {combo} from "../common/combo.js";
import {byId, el, replace, soon} from "../common/dom.js";
import {currentLanguage, languageName, regionName, t} from "../common/texts.js";
import {suggestAims} from "./known.js";
import {change, setLimit, state} from "./state.js";

const FLAGS = ["noFormalEntry", "assessedOnly", "allowUnknown"];
const TAUGHT_IN = ["en", "de", "es", "fr", "it", "nl", "pl", "pt", "ar"];
const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
/** Codes that name no country: unions, former and private ones. */
const NO_COUNTRY = new Set(["AA", "AC", "AN", "BU", "CP", "CQ", "CS", "DD", "DG", "EA", "EU", "EZ", "FX", "IC", "NT", "QO", "QU", "SU", "TA", "TP", "UK", "UN", "YD", "YU", "XA", "XB", "ZR", "ZZ"]);
const PAUSE = 150;
let roles = [];
let surprises = 0;

function countries() {
  return LETTERS.flatMap((a) => LETTERS.map((b) => a + b))
    .filter((code) => !NO_COUNTRY.has(code) && regionName(code) !== code)
    .map((code) => [code, regionName(code)])
    .sort((a, b) => a[1].localeCompare(b[1], currentLanguage()));
}

function options(select, items, chosen) {
  select.replaceChildren(...items.map(([value, text]) => el("option", {value, selected: value === chosen}, text)));
}

const aim = (target) => change((s) => {
  s.target = target;
});

/** Remembers the roles that fit, among which a surprise is found. */
export function learnRoles(results) {
  roles = results;
}

/** The next of the roles that fit in part: not one that is filled already, and not one already chosen. */
function surprise() {
  const worked = state.work.map(({role}) => role.toLowerCase());
  const open = roles.filter(({id, title}) => id !== state.target?.id && !worked.includes(title.toLowerCase()));
  if (!open.length) return;
  const {id, title} = open[surprises++ % open.length];
  aim({kind: "role", id, title});
}

export function showAims() {
  const {target, wishes, limits} = state;
  const others = wishes.filter((wish) => wish.id !== target?.id);
  replace(byId("target"),
    target
      ? el("p", {class: "aim"}, el("b", {lang: "en"}, target.title ?? target.id), " ",
        el("button", {type: "button", id: "clear-aim", class: "bare little", on: {click: () => aim(null)}}, t("aim.clear")))
      : el("p", {class: "quiet"}, t("aim.none")),
    others.length > 0 && el("ul", {class: "row plain", "aria-label": t("aim.wishes")}, others.map((wish) => el("li", {class: "chip"},
      el("span", {lang: "en"}, wish.title),
      el("button", {type: "button", "aria-label": t("known.remove", {what: wish.title}), on: {click: () => change((s) => {
        s.wishes = s.wishes.filter((each) => each !== wish);
      })}}, el("span", {"aria-hidden": "true"}, "×"))))));
  byId("open-ended").disabled = !target;

  const hours = limits.hoursPerWeek ?? 0;
  byId("hours").value = String(hours);
  sayHours(hours);
  if (document.activeElement !== byId("cost")) byId("cost").value = limits.maxCost ? String(limits.maxCost.amount) : "";
  if (limits.maxCost) byId("currency").value = limits.maxCost.currency;
  byId("online").checked = limits.modes?.length === 1 && limits.modes[0] === "online";
  for (const flag of FLAGS) byId(flag).checked = limits[flag] ?? false;
  options(byId("taught-in"), [["", t("limits.anyLanguage")], ...TAUGHT_IN.map((code) => [code, languageName(code)])], limits.languages?.[0] ?? "");
  const [country = "", part = ""] = (limits.region ?? "").split("-");
  options(byId("country"), [["", t("limits.anywhere")], ...countries()], country);
  byId("part-field").hidden = !country;
  if (document.activeElement !== byId("part")) byId("part").value = part;
}

function sayHours(hours) {
  byId("hours-said").textContent = hours > 0 ? t("limits.hoursSaid", {n: hours}) : t("limits.hoursAny");
  byId("hours").setAttribute("aria-valuetext", byId("hours-said").textContent);
}

function takeCost() {
  const text = byId("cost").value.trim().replace(/\s/g, "").replace(",", ".");
  const amount = Number(text);
  const wrong = text !== "" && !(amount >= 0 && amount < 1e9);
  byId("cost").setAttribute("aria-invalid", String(wrong));
  byId("cost-error").textContent = wrong ? t("limits.costWrong") : "";
  if (!wrong) setLimit("maxCost", text === "" ? undefined : {amount, currency: byId("currency").value});
}

function takeRegion() {
  const country = byId("country").value;
  const part = byId("part").value.trim().toUpperCase();
  setLimit("region", country && part ? `${country}-${part}` : country);
}

export function prepareAims() {
  combo(byId("aim-role"), {suggest: suggestAims, choose: ({kind, id, label}) => aim({kind, id, title: label})});
  byId("surprise").addEventListener("click", surprise);
  byId("open-ended").addEventListener("click", () => aim(null));
  const takeHours = soon(PAUSE, (hours) => setLimit("hoursPerWeek", hours || undefined));
  byId("hours").addEventListener("input", (event) => {
    sayHours(event.target.valueAsNumber);
    takeHours(event.target.valueAsNumber);
  });
  byId("cost").addEventListener("input", soon(PAUSE * 2, takeCost));
  byId("currency").addEventListener("change", takeCost);
  byId("online").addEventListener("change", (event) => setLimit("modes", event.target.checked ? ["online"] : undefined));
  for (const flag of FLAGS) byId(flag).addEventListener("change", (event) => setLimit(flag, event.target.checked));
  byId("taught-in").addEventListener("change", (event) => setLimit("languages", event.target.value ? [event.target.value] : undefined));
  byId("country").addEventListener("change", takeRegion);
  byId("part").addEventListener("input", soon(PAUSE * 2, takeRegion));
}
