// The skill gap as a ladder: one rung for each thing the target asks for; whole when it is held, begun when partly, dashed when missing.
import {el, svg} from "../common/dom.js";
import {percent, t} from "../common/texts.js";

const RUNG = 34;
const RAIL = 96;
/** Widths: of the place before it is laid out, of its padding and border, from which ladders stand side by side, and between them. */
const SMALL = 320;
const INSIDE = 34;
const BESIDE = 600;
const BETWEEN = 24;
const LETTER = 7.3;
const STATES = ["held", "partly", "missing"];
const IMPORTANCE = ["essential", "optional"];
const SIGN = {held: "✓", partly: "◐", missing: "○"};

/** Breaks a text into lines of at most so many letters, two at most. */
function lines(text, letters) {
  const all = [""];
  for (const word of text.split(" ")) {
    if ((all.at(-1) + " " + word).trim().length <= letters) all[all.length - 1] = (all.at(-1) + " " + word).trim();
    else all.push(word);
  }
  return all.length > 2 ? [all[0], `${all.slice(1).join(" ").slice(0, letters - 1)}…`] : all;
}

const counts = (requirements) => Object.fromEntries(STATES.map((state) => [state, requirements.filter((each) => each.state === state).length]));

function rung({state, strength, label, level}, y, width) {
  const middle = y + RUNG / 2;
  const full = RAIL - 8;
  const text = lines(label, Math.floor((width - RAIL - 40) / LETTER));
  return svg("g", {class: `rung ${state}`},
    svg("rect", {class: "place", x: 4, y: middle - 6, width: full, height: 12, rx: 3}),
    state !== "missing" && svg("rect", {class: "fill", x: 4, y: middle - 6, width: full * (state === "held" ? 1 : Math.max(0.12, strength)), height: 12, rx: 3}),
    svg("text", {class: "sign", x: RAIL + 14, y: middle + 5, "text-anchor": "middle"}, SIGN[state]),
    text.map((line, i) => svg("text", {x: RAIL + 30, y: middle + 5 + (i - (text.length - 1) / 2) * 15}, line)),
    svg("title", {}, `${label}, ${t(`level.${level}`)}: ${t(`gap.${state}`)}`));
}

function ladder(requirements, width) {
  const height = requirements.length * RUNG + 12;
  return svg("svg", {class: "ladder", viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-labelledby": "gap-said"},
    svg("path", {class: "rails", d: `M4 2V${height - 2}M${RAIL - 4} 2V${height - 2}`}),
    requirements.map((each, i) => rung(each, 6 + i * RUNG, width)));
}

function table(requirements) {
  return el("div", {class: "scroll", tabindex: 0, role: "group", "aria-labelledby": "gap-heading"}, el("table", {class: "small"},
    el("thead", {}, el("tr", {}, ["skill", "state", "level", "importance", "by"].map((head) => el("th", {scope: "col"}, t(`gap.${head}`))))),
    el("tbody", {}, requirements.map(({label, state, strength, level, importance, heldByLabel}) => el("tr", {},
      el("th", {scope: "row", lang: "en"}, label),
      el("td", {}, `${SIGN[state]} ${t(`gap.${state}`)}${state === "partly" ? ` (${percent(strength)})` : ""}`),
      el("td", {}, t(`level.${level}`)), el("td", {}, t(`importance.${importance}`)), el("td", {lang: "en"}, heldByLabel ?? ""))))));
}

/** Draws the gap, {target, met, of, requirements}, into a place; nothing without one. */
export function showGap(place, gap) {
  place.hidden = !gap;
  if (!gap) return;
  const wasOpen = place.querySelector("details")?.open ?? false;
  const order = [...gap.requirements].sort((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state));
  const {held, partly, missing} = counts(order);
  const groups = IMPORTANCE.map((importance) => ({importance, rungs: order.filter((each) => each.importance === importance)})).filter(({rungs}) => rungs.length);
  const room = (place.clientWidth || SMALL) - INSIDE;
  const width = room > BESIDE && groups.length > 1 ? Math.floor((room - BETWEEN) / groups.length) : room;
  place.replaceChildren(
    el("h2", {id: "gap-heading"}, t("gap.heading"), " ", el("span", {lang: "en"}, gap.target.title)),
    el("p", {id: "gap-said"}, t("gap.said", {met: gap.met, of: gap.of, held, partly, missing})),
    el("div", {class: "ladders"}, groups.map(({importance, rungs}) =>
      el("div", {}, el("h3", {}, t(`gap.${importance}`)), ladder(rungs, width)))),
    el("details", {open: wasOpen}, el("summary", {}, t("gap.table")), table(order)));
}
