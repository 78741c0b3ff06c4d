// Roles and jobs that fit now.
import {byId, el, replace, svg} from "../common/dom.js";
import {date, list, percent, regionName, t} from "../common/texts.js";
import {whyTable} from "./reasons.js";
import {change} from "./state.js";

const NAMED = 4;

/** How many essential requirements are met, as dots and in words. */
function met({met: done, of}) {
  const dots = Array.from({length: Math.min(of, 24)}, (_, i) =>
    svg("circle", {cx: 6 + i * 13, cy: 6, r: 4.5, class: i < done ? "dot met" : "dot"}));
  return el("span", {class: "row met"}, svg("svg", {width: Math.min(of, 24) * 13, height: 12, "aria-hidden": "true"}, dots), t("fits.met", {n: done, of}));
}

/** What is missing: answered less than counts as met. What is met but could be proven better is not. */
function missing(result, least) {
  const names = (result.missing ?? []).filter(({strength}) => strength < least).map(({label}) => label);
  if (!names.length) return null;
  return el("p", {class: "small"}, el("span", {class: "quiet"}, t("fits.missing")), " ", el("span", {lang: "en"}, list(names.slice(0, NAMED))));
}

function lacks(result) {
  if (!result.lacks?.length) return null;
  return el("p", {class: "small"}, el("span", {class: "quiet"}, t("fits.lacks")), " ", el("span", {lang: "en"}, list(result.lacks.map(({label}) => label))));
}

function item(result, least, line, ...more) {
  return el("li", {}, el("article", {class: "panel stack card"},
    el("div", {class: "row apart"}, el("div", {}, el("h3", {lang: "en"}, result.title), line && el("p", {class: "quiet issuer"}, line)),
      el("b", {class: "match"}, t("fits.match", {share: percent(result.score)}))),
    met(result), missing(result, least), whyTable(result, lacks(result)), more));
}

function show(place, heading, answer, draw) {
  if (!answer.results.length) return replace(place, el("p", {class: "panel"}, t("fits.none")));
  replace(place, el("h2", {}, heading), el("ol", {class: "plain stack"}, answer.results.map((result) => draw(result, answer.weights.met))));
}

export function showRoles(answer) {
  show(byId("panel-roles"), t("fits.roles"), answer, (role, least) => item(role, least, t("fits.jobs", {n: role.jobs}),
    el("button", {type: "button", class: "little no-print", on: {click: () => change((s) => {
      s.target = {kind: "role", id: role.id, title: role.title};
    })}}, t("fits.aim"), el("span", {class: "unseen", lang: "en"}, ` ${role.title}`))));
}

function where({place, remote}) {
  const place_ = place && [place.locality, place.region ?? (place.country && regionName(place.country))].filter(Boolean).join(", ");
  return [place_, remote && t("fits.remote")].filter(Boolean).join(" · ");
}

export function showJobs(answer) {
  show(byId("panel-jobs"), t("fits.openings"), answer, (job, least) => item(job, least,
    [job.organisation, where(job), job.validThrough && t("fits.until", {date: date(job.validThrough)}), job.sample && t("mark.sample")].filter(Boolean).join(" · "),
    job.reachable && el("p", {class: "mark good"}, `✓ ${t("fits.reachable")}`)));
}
