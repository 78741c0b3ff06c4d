// A path of several credentials: which plans there are, the chosen one as a picture in time and as a list that says the same.
import {Trouble, ask, latest} from "../common/api.js";
import {byId, el, replace} from "../common/dom.js";
import {date, list, money, number, t} from "../common/texts.js";
import {flag, picture} from "./picture.js";
import {profile, setLimit, state} from "./state.js";

const newest = latest();
/** Widths: the least that a picture is drawn in, and what its frame takes. */
const NARROWEST = 250;
const INSIDE = 36;
const KINDS = ["cheapest", "fastest", "widest", "stacked", "another"];
let answer;
let chosen = 0;
let turn = 0; // counts questions: only the newest one knows that nothing is waited for any more

const stepFacts = ({hours, weeks, cost, start, end, opens}) => [
  hours === undefined ? t("path.hoursUnknown") : t("unit.hours", {n: hours}), weeks && t("unit.weeks", {n: weeks}),
  cost ? money(cost) : t("path.costUnknown"), start && end && t("path.from", {start: date(start), end: date(end)}),
  opens > 0 && t("why.opens", {n: opens}),
].filter(Boolean).join(" · ");

const roleNames = ({total, roles}) => [el("span", {lang: "en"}, list(roles.map(({title}) => title))),
  total > roles.length ? ` ${t("path.more", {n: total - roles.length})}` : ""];

const line = (name, ...content) => el("p", {class: "small"}, el("span", {class: "quiet"}, t(name)), " ", content);

function step(each) {
  return el("li", {class: "stack"},
    el("h3", {lang: "en"}, each.title), el("p", {class: "quiet issuer"}, el("span", {lang: "en"}, each.issuer), each.illustrative && ` · ${t("mark.illustrative")}`),
    el("p", {}, stepFacts(each)),
    each.teaches?.length > 0 && line("path.teaches", el("span", {lang: "en"}, list(each.teaches.map(({label}) => label)))),
    each.exits?.total > 0 && line("path.exits", roleNames(each.exits)),
    each.countsTowards?.map(({title, amount, unit, carried, of, agreement}) =>
      line("path.counts", el("span", {lang: "en"}, title), amount !== undefined && `: ${number(amount)} ${unit}${of && carried !== undefined ? ` (${t("path.carried", {carried, of})})` : ""}`, el("span", {class: "quiet", lang: "en"}, ` ${agreement}`))),
    each.requires?.length > 0 && line("path.requires", el("span", {lang: "en"}, list(each.requires.map(({title}) => title)))),
    each.obstacles?.length > 0 && el("p", {class: "obstacle small"}, "▲ ", el("span", {lang: "en"}, each.obstacles.join("; "))));
}

function summary({totals, progress}) {
  const said = [
    t("path.steps", {n: totals.steps}), t("unit.hours", {n: totals.hours}), totals.weeks && t("unit.weeks", {n: totals.weeks}), totals.cost && money(totals.cost),
    totals.opens > 0 && t("why.opens", {n: totals.opens}),
  ].filter(Boolean).join(" · ");
  const unknown = (totals.hoursUnknown ?? 0) + (totals.costUnknown ?? 0) > 0 && el("p", {class: "small quiet"}, t("path.unknown"));
  const reach = progress && answer.target && el("p", {class: `mark ${progress.reached ? "good" : "warn"}`},
    `${progress.reached ? "✓" : "◐"} ${t(progress.reached ? "path.reached" : "path.partly", {met: progress.met ?? 0, of: progress.of ?? 0})}`);
  const left = progress?.remaining?.length > 0 && line("path.remaining", el("span", {lang: "en"}, list(progress.remaining.map(({label}) => label))));
  return [el("p", {class: "sentence"}, said), reach && progress.of !== undefined && reach, left, unknown];
}

const planName = ({kinds}) => list(kinds.filter((kind) => KINDS.includes(kind)).map((kind) => t(`plan.${kind}`)));

function choices() {
  if (answer.results.length < 2) return el("p", {}, el("b", {}, planName(answer.results[0])));
  return el("fieldset", {class: "row"}, el("legend", {}, t("path.choose")), answer.results.map((plan, i) =>
    el("label", {class: "choice"}, el("input", {type: "radio", name: "plan", id: `plan-${i}`, checked: i === chosen, on: {change: () => {
      chosen = i;
      showPath();
    }}}), planName(plan))));
}

function none() {
  return el("div", {class: "panel stack"}, el("h2", {}, t("path.none")), answer.why && el("p", {lang: "en"}, answer.why),
    answer.keptOut?.length > 0 && el("ul", {class: "row plain"}, answer.keptOut.filter(({limit}) => limit in state.limits).map(({limit, credentials}) => el("li", {},
      el("button", {type: "button", class: "little", on: {click: () => setLimit(limit, undefined)}}, t("kept.lift", {limit: t(`limit.${limit}`), n: credentials}))))));
}

/** Draws the path that was asked for last, again; for instance after the window's width or the language changed. */
export function showPath() {
  const place = byId("panel-path");
  if (!answer) return;
  if (!answer.results.length) return replace(place, none());
  const plan = answer.results[Math.min(chosen, answer.results.length - 1)];
  const to = answer.target ? el("span", {lang: "en"}, answer.target.title) : t("path.most");
  replace(place, el("section", {class: "panel stack", "aria-labelledby": "path-heading"},
    el("h2", {id: "path-heading"}, t("path.heading"), " ", to),
    choices(), summary(plan),
    el("figure", {}, picture(plan, answer, Math.max(NARROWEST, place.clientWidth - INSIDE)),
      plan.steps.some(({exits}) => exits?.total > 0) && el("figcaption", {}, flag(), t("path.flag"))),
    el("ol", {class: "steps stack", "aria-label": t("path.list")}, plan.steps.map(step)),
    !plan.search.exact && el("p", {class: "quiet small"}, t("path.greedy"))));
}

/** Forgets the path of what was known before. */
export function forgetPath() {
  answer = undefined;
  newest(() => undefined);
  byId("panel-path").replaceChildren();
}

/** Shows the path that is known, or asks for it. */
export function openPath() {
  if (answer) showPath();
  else askPath();
}

/** Asks for the path of what is known now. */
export async function askPath() {
  const place = byId("panel-path");
  const mine = ++turn;
  place.setAttribute("aria-busy", "true");
  if (!answer) replace(place, el("p", {class: "panel"}, t("common.wait")));
  try {
    const found = await newest((signal) => ask("/v1/pathways", profile(), signal));
    if (!found) return;
    answer = found;
    // Who aims at a larger award wants to see what counts towards it.
    chosen = found.target?.kind === "credential" ? Math.max(0, found.results.findIndex(({kinds}) => kinds.includes("stacked"))) : 0;
    showPath();
  } catch (trouble) {
    if (!(trouble instanceof Trouble)) throw trouble;
    answer = undefined;
    replace(place, el("p", {class: "note fault", role: "alert"}, trouble.message));
  } finally {
    if (mine === turn) place.removeAttribute("aria-busy");
  }
}
