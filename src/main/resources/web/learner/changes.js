// What would change an answer: each change is a control that makes it, and the answer is computed anew; Undo takes it back.
import {el} from "../common/dom.js";
import {languageName, list, money, regionName, t} from "../common/texts.js";
import {change} from "./state.js";

const FLAGS = new Set(["noFormalEntry", "assessedOnly", "allowUnknown"]);

/** The change in words: limits in the visitor's language, the rest, which names things of the catalogue, as the server says it. */
function words({kind, text, constraints}) {
  const value = constraints?.[kind];
  if (!constraints || kind === "recognisedBy") return el("span", {lang: "en"}, text);
  if (FLAGS.has(kind)) return t(`change.${kind}.${value ? "on" : "off"}`);
  if (value === undefined || Array.isArray(value) && !value.length) return t(`change.${kind}.lifted`);
  if (kind === "maxCost") return t("change.maxCost", {cost: money(value)});
  if (kind === "languages") return t("change.languages", {languages: list(value.map(languageName))});
  if (kind === "modes") return t("change.modes", {modes: list(value.map((mode) => t(`mode.${mode}`)))});
  if (kind === "region") return t("change.region", {region: regionName(value)});
  return t(`change.${kind}`, {n: value});
}

const moved = (key, was, now) => (was !== undefined && now !== undefined && was !== now ? t(key, {was, now}) : "");

function effect({rank, wasRank, opens, wasOpens, weeks, wasWeeks, met, wasMet, total, wasTotal, first, reachable, wasReachable}) {
  return [
    moved("effect.rank", wasRank, rank), moved("effect.opens", wasOpens, opens), moved("effect.weeks", wasWeeks, weeks), moved("effect.met", wasMet, met),
    moved("effect.total", wasTotal, total), reachable && wasReachable === false && t("effect.reachable"), first && t("effect.first", {title: first.title, n: first.rank}),
  ].filter(Boolean);
}

function make({add, constraints}) {
  change((s) => {
    if (constraints) s.limits = constraints;
    for (const held of add?.skills ?? []) {
      const known = s.skills.find(({skill}) => skill === held.skill);
      if (known) Object.assign(known, {level: held.level ?? known.level, evidence: held.evidence ?? known.evidence});
      else s.skills.push({skill: held.skill, level: held.level ?? "intermediate", evidence: held.evidence ?? "self"});
    }
    for (const {id} of add?.credentials ?? []) if (id && !s.credentials.some((each) => each.id === id)) s.credentials.push({id, title: id});
  });
}

/** Changes as a list of controls; nothing where there are none. */
export function changesOf(changes, open) {
  if (!changes?.length) return null;
  return el("details", {class: "changes", open}, el("summary", {}, t("change.title")),
    el("ul", {class: "plain stack"}, changes.map((each) => el("li", {class: "row"},
      el("button", {type: "button", class: "little", on: {click: () => make(each)}}, t("change.try")),
      el("span", {}, words(each), effect(each.effect).length > 0 && el("span", {class: "quiet"}, ` → ${effect(each.effect).join("; ")}`))))));
}
