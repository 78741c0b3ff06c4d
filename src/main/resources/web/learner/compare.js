// Up to three credentials side by side: the lines of their cards.
import {Trouble, ask, latest} from "../common/api.js";
import {byId, el} from "../common/dom.js";
import {has, percent, t} from "../common/texts.js";
import {profile} from "./state.js";

export const MOST = 3;
const newest = latest();
let chosen = []; // results that are compared
const bar = el("div", {class: "comparing no-print", hidden: true, role: "region"});

export const isCompared = (id) => chosen.some((each) => each.id === id);

/** Takes a result into the comparison, or out of it. */
export function compare(result, wanted) {
  chosen = chosen.filter((each) => each.id !== result.id);
  if (wanted) chosen.push(result);
  for (const out of chosen.splice(0, chosen.length - MOST)) {
    const box = byId(`compare-${out.id}`);
    if (box) box.checked = false;
  }
  showChosen();
}

export function clearChosen() {
  for (const {id} of chosen) if (byId(`compare-${id}`)) byId(`compare-${id}`).checked = false;
  chosen = [];
  showChosen();
}

export function showChosen() {
  bar.hidden = !chosen.length;
  bar.setAttribute("aria-label", t("compare.title"));
  bar.replaceChildren(
    el("span", {lang: "en"}, chosen.map(({title}) => title).join(" · ")),
    el("button", {type: "button", id: "compare-open", class: "main little", disabled: chosen.length < 2, on: {click: open}}, t("compare.open", {n: chosen.length})),
    el("button", {type: "button", class: "little", on: {click: clearChosen}}, t("compare.clear")));
}

function cell(card, key) {
  const line = card.facts.find((each) => each.key === key);
  return el("td", {class: line?.known ? "" : "quiet", lang: "en"}, line?.text ?? "");
}

function rowsOf(cards) {
  const keys = [...new Set(cards.flatMap(({facts}) => facts.map(({key}) => key)))];
  return keys.map((key) => el("tr", {},
    el("th", {scope: "row"}, has(`card.${key}`) ? t(`card.${key}`) : cards[0].facts.find((each) => each.key === key)?.label ?? key),
    cards.map((card) => cell(card, key))));
}

function forYou(cards) {
  return el("tr", {}, el("th", {scope: "row"}, t("card.you")), cards.map(({you}) => el("td", {},
    you?.held ? t("card.held") : [
      el("p", {}, t("card.youOpen", {n: you?.opens ?? 0})),
      you?.adds?.length > 0 && el("p", {class: "quiet small"}, t("card.shown")), you?.adds?.length > 0 && el("ul", {lang: "en"}, you.adds.map(({label, before, after}) => el("li", {}, `${label}: ${percent(before)} → ${percent(after)}`))),
      you?.obstacles?.length > 0 && el("p", {lang: "en"}, `▲ ${you.obstacles.join("; ")}`),
    ])));
}

async function open() {
  const dialog = byId("compare");
  const close = el("button", {type: "button", class: "little", on: {click: () => dialog.close()}}, t("compare.close"));
  const head = el("div", {class: "row apart"}, el("h2", {id: "compare-heading"}, t("compare.title")), close);
  dialog.replaceChildren(head, el("p", {role: "status"}, t("common.wait")));
  dialog.showModal();
  try {
    const cards = await newest((signal) => Promise.all(chosen.map(({id}) => ask(`/v1/credentials/${encodeURIComponent(id)}/card`, profile(), signal))));
    if (!cards) return;
    dialog.replaceChildren(head, el("div", {class: "scroll", tabindex: 0, role: "group", "aria-labelledby": "compare-heading"},
      el("table", {class: "cards"},
        el("thead", {}, el("tr", {}, el("td"), cards.map(({credential}) => el("th", {scope: "col"}, el("span", {lang: "en"}, credential.title), " ",
          credential.illustrative && el("span", {class: "mark"}, t("mark.illustrative")))))),
        el("tbody", {}, forYou(cards), rowsOf(cards)))));
  } catch (trouble) {
    if (!(trouble instanceof Trouble)) throw trouble;
    dialog.replaceChildren(head, el("p", {class: "note fault", role: "alert"}, trouble.message));
  }
}

export function prepareCompare() {
  byId("answers").append(bar);
  byId("compare").addEventListener("click", (event) => {
    if (event.target === byId("compare")) byId("compare").close();
  });
}
