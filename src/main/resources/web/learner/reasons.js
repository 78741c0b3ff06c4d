// Why something is there: the additive parts of its score, as a bar and as a table that says the same.
import {el, svg} from "../common/dom.js";
import {has, list, money, number, t} from "../common/texts.js";

const KINDS = ["gain", "skill", "wish", "stack", "opens", "trust", "effort", "outcomes", "histories"];
const PART = {gain: 1, skill: 1, wish: 5, stack: 5, opens: 2, trust: 3, effort: 4, outcomes: 6, histories: 6};
const WIDTH = 1000;
const points = (value) => number(value, {minimumFractionDigits: 2, maximumFractionDigits: 2});
const kindOf = (reason) => (KINDS.includes(reason.kind) ? reason.kind : "outcomes");

/** The contributions by kind, in a fixed order. */
export function parts(reasons) {
  const sums = new Map();
  for (const reason of reasons) sums.set(kindOf(reason), (sums.get(kindOf(reason)) ?? 0) + reason.contribution);
  return KINDS.filter((kind) => sums.get(kind) > 0).map((kind) => ({kind, sum: sums.get(kind)}));
}

function bar(reasons, most) {
  let x = 0;
  const pieces = parts(reasons).map(({kind, sum}) => {
    const width = (sum / most) * WIDTH;
    const piece = svg("rect", {class: `part-${PART[kind]}`, x, y: 0, width: Math.max(0, width - 4), height: 14},
      svg("title", {}, `${t(`part.${kind}`)}: ${points(sum)}`));
    x += width;
    return piece;
  });
  return svg("svg", {class: "score", viewBox: `0 0 ${WIDTH} 14`, preserveAspectRatio: "none", "aria-hidden": "true"},
    svg("rect", {class: "ground", x: 0, y: 0, width: WIDTH, height: 14}), pieces);
}

function legend(reasons) {
  return el("ul", {class: "legend plain row small", "aria-hidden": "true"}, parts(reasons).map(({kind, sum}) =>
    el("li", {}, svg("svg", {viewBox: "0 0 10 10", width: 10, height: 10}, svg("rect", {class: `part-${PART[kind]}`, width: 10, height: 10, rx: 2})),
      `${t(`part.${kind}`)} ${points(sum)}`)));
}

/** A reason in words of the visitor's language, made from its fields; where those do not say enough, the server's own words. */
function words(reason, result) {
  switch (reason.kind) {
    case "gain":
    case "skill": {
      if (!reason.label) break;
      const how = reason.relation ?? "same";
      return [el("span", {lang: "en"}, reason.label), has(`relation.${how}`) && how !== "same" ? ` (${t(`relation.${how}`)})` : ""];
    }
    case "opens":
      if (result.opens !== undefined) return t("why.opens", {n: result.opens});
      break;
    case "effort": {
      const said = [result.hours && t("unit.hours", {n: result.hours}), result.cost && money(result.cost)].filter(Boolean);
      if (said.length) return said.join(", ");
      break;
    }
    case "outcomes":
      if (result.outcomeStatistics?.started) return t("why.finished", {done: result.outcomeStatistics.completed ?? 0, n: result.outcomeStatistics.started});
      break;
    case "stack":
      if (result.stacksInto?.length) return list(result.stacksInto.map(({award, title}) => title ?? award));
      break;
    default:
  }
  return el("span", {lang: "en"}, reason.text);
}

function table(result) {
  return el("div", {class: "scroll", tabindex: 0, role: "group", "aria-label": t("why.table")}, el("table", {class: "small"},
    el("thead", {}, el("tr", {}, el("th", {scope: "col"}, t("why.part")), el("th", {scope: "col"}, t("why.what")), el("th", {scope: "col", class: "number"}, t("why.points")))),
    el("tbody", {}, result.reasons.map((reason) => el("tr", {},
      el("td", {}, t(`part.${kindOf(reason)}`)), el("td", {}, words(reason, result)), el("td", {class: "number"}, points(reason.contribution))))),
    el("tfoot", {}, el("tr", {}, el("th", {scope: "row", colspan: 2}, t("why.sum")), el("td", {class: "number"}, el("b", {}, points(result.score)))))));
}

/** The table, opened on demand, with more to say about it. */
export function whyTable(result, ...more) {
  return el("details", {}, el("summary", {}, t("why.title", {score: points(result.score)})), table(result), more);
}

/** The bar, drawn so that the best result's fills the width, with what it is made of, and the table. */
export function why(result, most) {
  return el("div", {class: "why"}, bar(result.reasons, most), legend(result.reasons), whyTable(result));
}
