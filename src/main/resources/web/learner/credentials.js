// The next credentials, each with what it opens, what it takes, how far it can be trusted, and why it is there.
import {byId, el, replace} from "../common/dom.js";
import {list, listed, money, number, percent, t} from "../common/texts.js";
import {changesOf} from "./changes.js";
import {compare, isCompared, MOST as MOST_COMPARED} from "./compare.js";
import {why} from "./reasons.js";
import {setLimit} from "./state.js";

const SKILLS_NAMED = 3;
const ROLES_NAMED = 2;
const SHOWN_AT_FIRST = 5;
let all = false; // whether those after the first are shown too
const SET_ASIDE = ["constraints", "prerequisites"];

/** Why it is there, in one sentence; names of skills stand out, since they are the catalogue's. */
function sentence({reasons, opens, assessment}) {
  const taught = [...new Set(reasons.filter((each) => each.kind === "gain" && each.label).map((each) => each.label))].slice(0, SKILLS_NAMED);
  const said = [
    taught.length > 0 && [t("why.adds"), " ", listed(taught, (label) => el("b", {lang: "en"}, label))],
    opens > 0 && t("why.opens", {n: opens}),
    assessment?.length > 0 && t(assessment[0] === "none" ? "why.notAssessed" : "why.assessed"),
  ].filter(Boolean);
  return el("p", {class: "sentence"}, said.map((part, i) => [i ? "; " : "", part]), said.length > 0 && ".");
}

const fact = (name, value, more) => el("div", {}, el("dt", {}, t(`fact.${name}`)), el("dd", {}, value, more && el("span", {class: "quiet small"}, more)));

function facts({opens, opensByRole, hours, weeks, cost, modes}) {
  return el("dl", {class: "facts"},
    fact("opens", number(opens), opensByRole?.length > 0 && el("span", {lang: "en"}, opensByRole.slice(0, ROLES_NAMED).map(({title, jobs}) => `${title} ${number(jobs)}`).join(", "))),
    fact("hours", hours === undefined ? t("fact.unknown") : t("unit.hours", {n: hours}), weeks && t("unit.weeks", {n: weeks})),
    fact("cost", cost ? money(cost) : t("fact.unknown")),
    fact("modes", modes?.length ? list(modes.map((mode) => t(`mode.${mode}`))) : t("fact.unknown")));
}

function marks({assessment, eqf, stacksInto, outcomeStatistics, illustrative}) {
  const tested = assessment?.length && assessment[0] !== "none";
  const all = [
    tested && ["good", `✓ ${t("mark.assessed", {how: list(assessment.map((kind) => t(`assessment.${kind}`)))})}`],
    assessment?.[0] === "none" && ["warn", t("mark.attendance")],
    !assessment?.length && ["warn", `? ${t("mark.assessmentUnknown")}`],
    eqf && ["", t("mark.eqf", {n: eqf})],
    stacksInto?.length && ["", t("mark.stacks", {n: stacksInto.length})],
    outcomeStatistics?.started && ["", t("mark.finished", {share: percent((outcomeStatistics.completed ?? 0) / outcomeStatistics.started), n: outcomeStatistics.started})],
    illustrative && ["", t("mark.illustrative")],
  ].filter(Boolean);
  return el("ul", {class: "row plain marks"}, all.map(([look, text]) => el("li", {class: `mark ${look}`}, text)));
}

/** The name, which leads to all that is known of it; where the server wants a key, that page asks for it. */
function title(result) {
  return el("a", {href: `/credentials/${encodeURIComponent(result.id)}`, target: "_blank"}, el("span", {lang: "en"}, result.title), el("span", {class: "unseen"}, ` (${t("common.newTab")})`));
}

function card(result, i, most) {
  const heading = `credential-${result.id}`;
  return el("li", {}, el("article", {class: "panel stack card", "aria-labelledby": heading},
    el("div", {class: "row apart"},
      el("div", {}, el("h3", {id: heading}, el("span", {class: "place", "aria-hidden": "true"}, number(i + 1)), title(result)), el("p", {class: "quiet issuer", lang: "en"}, result.issuer)),
      el("label", {class: "choice no-print"}, el("input", {type: "checkbox", id: `compare-${result.id}`, checked: isCompared(result.id),
        on: {change: (event) => compare(result, event.target.checked)}}), t("compare.choose"), el("span", {class: "unseen", lang: "en"}, ` ${result.title}`))),
    sentence(result),
    facts(result), marks(result),
    result.obstacles?.length > 0 && el("p", {class: "obstacle"}, el("span", {"aria-hidden": "true"}, "▲ "), t("mark.first"), " ", el("span", {lang: "en"}, result.obstacles.join("; "))),
    result.alternatives?.length > 0 && el("p", {class: "small"}, el("span", {class: "quiet"}, t("credentials.same")), " ",
      listed(result.alternatives.map((each) => `${each.title} (${each.issuer})`), (each) => el("span", {lang: "en"}, each))),
    why(result, most),
    changesOf(result.id)));
}

/** What keeps more from being shown, and what lifting each limit would let in. */
function kept({setAside = {}, relaxations = []}) {
  const aside = Object.entries(setAside).filter(([name]) => SET_ASIDE.includes(name));
  if (!aside.length && !relaxations.length) return null;
  return el("div", {class: "note stack small"},
    aside.length > 0 && el("p", {}, t("kept.said", {what: list(aside.map(([name, n]) => t(`kept.${name}`, {n})))})),
    relaxations.length > 0 && el("ul", {class: "row plain"}, relaxations.map(({constraint, more}) => el("li", {},
      el("button", {type: "button", class: "little", on: {click: () => setLimit(constraint, undefined)}}, t("kept.lift", {limit: t(`limit.${constraint}`), n: more}))))));
}

export function showCredentials(answer) {
  const place = byId("panel-credentials");
  if (!answer.results.length) {
    replace(place, el("div", {class: "panel stack"}, el("h2", {}, t("credentials.none")), el("p", {}, t("credentials.noneHint")), changesOf(), kept(answer)));
    return;
  }
  const most = Math.max(...answer.results.map(({score}) => score));
  const shown = all ? answer.results : answer.results.slice(0, SHOWN_AT_FIRST);
  replace(place,
    el("div", {class: "row apart"}, el("h2", {id: "credentials-heading"}, t("credentials.heading", {n: shown.length, total: answer.total})),
      el("span", {class: "quiet small"}, t("compare.hint", {n: MOST_COMPARED}))),
    el("ol", {class: "plain stack", id: "results"}, shown.map((result, i) => card(result, i, most))),
    shown.length < answer.results.length && el("button", {type: "button", id: "more", class: "no-print", on: {click: () => {
      all = true;
      showCredentials(answer);
      byId(`compare-${answer.results[SHOWN_AT_FIRST].id}`).focus();
    }}}, t("credentials.more", {n: answer.results.length - shown.length})),
    changesOf(), kept(answer));
}
