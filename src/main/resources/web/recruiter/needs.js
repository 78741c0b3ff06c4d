// The skills that are looked for: found in a text, taken from a role, added one by one; each to be corrected.
import {ask, look} from "../common/api.js";
import {combo} from "../common/combo.js";
import {byId, el, replace} from "../common/dom.js";
import {t} from "../common/texts.js";

const LEVELS = ["foundation", "intermediate", "advanced", "expert"];
const MOST = 200;
const SUGGESTED = 8;

/** [{skill, label, level, importance, said}] in the order in which they came. */
let needs = [];
let changed = () => {};

export const all = () => needs;

/** As the search wants them. */
export const requirements = () => needs.map(({skill, level, importance}) => ({skill, level, importance}));

/** Adds those that are not there yet, and says how many. */
export function add(more) {
  const fresh = more.filter((need, at) => !needs.some((n) => n.skill === need.skill) && more.findIndex((m) => m.skill === need.skill) === at);
  needs = [...needs, ...fresh].slice(0, MOST);
  showNeeds();
  changed();
  return fresh.length;
}

export function clear() {
  needs = [];
  showNeeds();
  changed();
}

/** What a text speaks of, and whether its language was read for names only. What it calls welcome is optional, everything else essential. */
export async function fromText(text, signal) {
  const {skills, notes = []} = await ask("/v1/skills:extract", {text}, signal);
  return {
    found: skills.map(({skill, label, text: said, emphasis}) =>
      ({skill, label, said, level: "intermediate", importance: emphasis === "preferred" ? "optional" : "essential"})),
    foreign: notes.some(({at}) => at === "/text"),
  };
}

/** What a role asks for, by the names of its skills. */
export async function fromRole(id) {
  const role = await look(`/v1/roles/${encodeURIComponent(id)}`);
  return Promise.all((role.requirements ?? []).map(async ({skill, level = "foundation", importance = "essential"}) => {
    const {label} = await look(`/v1/skills/${encodeURIComponent(skill)}`);
    return {skill, label, level, importance};
  }));
}

function select(id, label, values, chosen, key, choose) {
  return el("select", {id, "aria-label": label, on: {change: (event) => choose(event.target.value)}},
    values.map((value) => el("option", {value, selected: value === chosen}, t(`${key}.${value}`))));
}

function row(need, at) {
  const change = (field) => (value) => {
    needs = needs.map((n) => (n === need ? {...n, [field]: value} : n));
    showNeeds();
    changed();
  };
  const remove = () => {
    needs = needs.filter((n) => n !== need);
    showNeeds();
    (byId(`need-remove-${Math.min(at, needs.length - 1)}`) ?? byId("skill")).focus();
    changed();
  };
  return el("li", {class: `need ${need.importance}`},
    el("span", {class: "label"}, el("span", {lang: "en"}, need.label), need.said && need.said.toLowerCase() !== need.label.toLowerCase() &&
      el("span", {class: "hint"}, " ", t("recruiter.said", {words: need.said}))),
    el("span", {class: "row"},
      select(`need-level-${at}`, t("recruiter.levelOf", {what: need.label}), LEVELS, need.level, "level", change("level")),
      select(`need-importance-${at}`, t("recruiter.importanceOf", {what: need.label}), ["essential", "optional"], need.importance, "importance", change("importance")),
      el("button", {type: "button", class: "bare little", id: `need-remove-${at}`, "aria-label": t("recruiter.remove", {what: need.label}), on: {click: remove}}, "×")));
}

export function showNeeds() {
  byId("needs-count").textContent = t("recruiter.needs", {n: needs.length});
  byId("clear").hidden = needs.length === 0;
  replace(byId("needs"), needs.map(row));
}

/** Makes the two type-aheads; onChange is called after each change, onFault with what went wrong. */
export function prepareNeeds(onChange, onFault) {
  changed = onChange;
  combo(byId("skill"), {
    suggest: async (q, signal) => (await look("/v1/skills", {q, limit: SUGGESTED}, signal)).items.map(({id, label}) => ({id, label})),
    choose: ({id, label}) => add([{skill: id, label, level: "intermediate", importance: "essential"}]),
  });
  combo(byId("role"), {
    suggest: async (q, signal) => (await look("/v1/roles", {q, limit: SUGGESTED}, signal)).items.map(({id, title}) => ({id, label: title})),
    choose: ({id}) => fromRole(id).then(add, onFault),
  });
  byId("clear").addEventListener("click", () => {
    clear();
    byId("skill").focus();
  });
}
