// What would change an answer: each change is a control that makes it, and the answer is computed anew; Undo takes it back.
import {Trouble, ask} from "../common/api.js";
import {el} from "../common/dom.js";
import {HERE, around, languageName, list, money, number, regionName, t} from "../common/texts.js";
import {EVIDENCE, LEVELS, change, profile} from "./state.js";

const points = (value) => number(value, {maximumFractionDigits: 2});
const better = (order, a, b) => order[Math.max(order.indexOf(a), order.indexOf(b), 0)];
/** Results that are asked for, and changes for each. */
export const SHOWN = 10;
const CHANGES = 4;
const FLAGS = new Set(["noFormalEntry", "assessedOnly", "allowUnknown"]);

let labels = new Map(); // what answers call skills
let asked; // the answer with changes to what is known now, once somebody wanted it

/** The change in words, in the visitor's language; in the server's words where the change names something that no answer on this page has named. */
function words({kind, text, add, constraints}) {
  const value = constraints?.[kind];
  const [learnt] = add?.skills ?? [];
  if (kind === "skill" && labels.has(learnt?.skill)) {
    return around(t("change.skill", {skill: HERE, level: t(`level.${learnt.level}`)}), el("b", {lang: "en"}, labels.get(learnt.skill)));
  }
  if (!constraints || kind === "recognisedBy") return el("span", {lang: "en"}, text);
  if (FLAGS.has(kind)) return t(`change.${kind}.${value ? "on" : "off"}`);
  if (value === undefined || Array.isArray(value) && !value.length) return t(`change.${kind}.lifted`);
  if (kind === "maxCost") return t("change.maxCost", {cost: money(value)});
  if (kind === "languages") return t("change.languages", {languages: list(value.map(languageName))});
  if (kind === "modes") return t("change.modes", {modes: list(value.map((mode) => t(`mode.${mode}`)))});
  if (kind === "region") return t("change.region", {region: regionName(value)});
  return t(`change.${kind}`, {n: value});
}

/** What it does, as far as it does something: places, counts and weeks, before and after. */
function effect({before, after, first}) {
  const moved = ["rank", "opens", "weeks", "met", "total"].filter((what) => before[what] !== undefined && after[what] !== undefined && before[what] !== after[what])
    .map((what) => t(`effect.${what}`, {was: before[what], now: after[what]}));
  if (after.reachable && before.reachable === false) moved.push(t("effect.reachable"));
  if (first) moved.push(around(t("effect.first", {title: HERE, n: first.rank}), el("span", {lang: "en"}, first.title)));
  return moved.length ? moved.flatMap((part, i) => (i ? ["; ", part] : [part])) : [t("effect.score", {was: points(before.score), now: points(after.score)})];
}

function make({add, constraints}) {
  change((s) => {
    if (constraints) s.limits = constraints;
    for (const held of add?.skills ?? []) {
      const known = s.skills.find(({skill}) => skill === held.skill);
      if (known) Object.assign(known, held, {evidence: better(EVIDENCE, held.evidence, known.evidence), level: better(LEVELS, held.level, known.level)});
      else s.skills.push({level: "intermediate", evidence: "self", ...held});
    }
    for (const {id} of add?.credentials ?? []) if (id && !s.credentials.some((each) => each.id === id)) s.credentials.push({id, title: id});
  });
}

function controls(changes) {
  if (!changes?.length) return el("p", {class: "quiet"}, t("change.none"));
  return el("ul", {class: "plain stack"}, changes.map((each) => el("li", {class: "row"},
    el("button", {type: "button", class: "little", on: {click: () => make(each)}}, t("change.try")),
    el("span", {}, words(each), el("span", {class: "quiet"}, " → ", effect(each))))));
}

/** Remembers what an answer calls the skills that it speaks of. */
export function learnLabels({gap, results, understood}) {
  const named = [...gap?.requirements ?? [], ...results.flatMap(({reasons}) => reasons), ...understood.skills ?? []];
  labels = new Map(named.filter(({skill, label}) => skill && label).map(({skill, label}) => [skill, label]));
}

/** Forgets the changes of an older question. They cost the server some hundred questions, so they are asked for only when somebody looks. */
export function forgetChanges() {
  asked = undefined;
}

/** What would change a result, or the list as a whole where no id is given: a fold that asks when it is opened. */
export function changesOf(id) {
  const place = el("div", {"aria-busy": "true"}, el("p", {class: "quiet"}, t("common.wait")));
  const fill = async () => {
    try {
      asked ??= ask("/v1/recommendations/credentials", {...profile(), limit: SHOWN, changes: CHANGES});
      const answer = await asked;
      place.replaceChildren(controls(id === undefined ? answer.changes : answer.results.find((each) => each.id === id)?.changes));
    } catch (trouble) {
      if (!(trouble instanceof Trouble)) throw trouble;
      asked = undefined;
      place.replaceChildren(el("p", {class: "error", role: "alert"}, trouble.message));
    } finally {
      place.removeAttribute("aria-busy");
    }
  };
  return el("details", {class: "changes no-print", on: {toggle: (event) => event.target.open && fill()}},
    el("summary", {}, t(id === undefined ? "change.all" : "change.title")), place);
}
