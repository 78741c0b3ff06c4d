// The operator's page: what the catalogue holds, what went in lately, how good the answers are, what is asked of it, and what nobody teaches.
import {Trouble, ask, look} from "../common/api.js";
import {showBar} from "../common/bar.js";
import {byId, el, replace} from "../common/dom.js";
import {keyPanel} from "../common/key.js";
import {currentLanguage, list, number, onLanguage, percent, speak, t} from "../common/texts.js";
import {parse, process, requests} from "./metrics.js";

const DEMANDED = 15;
const ROUTES = 12;
/** How the journal calls requests that no route took. */
const NO_ROUTE = "- unknown";
const MEGABYTE = 1024 * 1024;
const boards = {catalogue: {}, process: {}, requests: {}, imports: {}, evaluation: {}, demand: {}};
const turns = {}; // for each board, how often it was asked about: an older answer that comes late is not shown
let refuseKey = () => {};

const moment = (iso) => new Intl.DateTimeFormat(currentLanguage(), {dateStyle: "medium", timeStyle: "short"}).format(new Date(iso));
const fact = (name, value, isLong) => el("div", {class: isLong ? "long" : undefined}, el("dt", {}, name), el("dd", {}, value));
const mark = (isGood, key) => el("span", {class: `mark ${isGood ? "good" : "fault"}`}, el("span", {"aria-hidden": "true"}, isGood ? "✓" : "✕"), t(key));

/** A table that scrolls by itself where it is too wide; heads that begin with # are over numbers. */
function table(caption, heads, rows) {
  return el("div", {class: "scroll", tabindex: "0", role: "group", "aria-label": caption}, el("table", {}, el("caption", {}, caption),
    el("thead", {}, el("tr", {}, heads.map((head) => el("th", {scope: "col", class: head.startsWith("#") ? "number" : undefined}, t(head.replace("#", "")))))),
    el("tbody", {}, rows)));
}

const cells = (...values) => values.map((value) => (typeof value === "number" ? el("td", {class: "number"}, number(value)) : el("td", {}, value)));

const show = {
  catalogue({generation, model, records}) {
    return el("dl", {class: "facts"}, Object.entries(records).map(([kind, count]) => fact(t(`operator.kind.${kind}`), number(count))),
      fact(t("operator.model"), model, true), fact(t("operator.generation"), generation, true));
  },
  process({uptime, heap, heapMost, load, threads}) {
    const hours = Math.floor(uptime / 3600);
    return el("dl", {class: "facts"},
      fact(t("operator.uptime"), t("operator.hours", {hours, minutes: Math.floor((uptime % 3600) / 60)})),
      fact(t("operator.heap"), t("operator.megabytes", {used: Math.round(heap / MEGABYTE), most: Math.round(heapMost / MEGABYTE)})),
      fact(t("operator.load"), percent(load)), fact(t("operator.threads"), number(threads)));
  },
  requests(all) {
    if (!all.length) return el("p", {class: "quiet"}, t("operator.noRequests"));
    const whole = (ms) => (Number.isFinite(ms) ? t("operator.ms", {n: Math.round(ms * 10) / 10}) : t("operator.slow"));
    return table(t("operator.requestsCaption", {n: all.length, shown: Math.min(ROUTES, all.length)}),
      ["operator.route", "#operator.answered", "#operator.mean", "#operator.most", "#operator.refused", "#operator.failed"],
      all.slice(0, ROUTES).map(({route, count, mean, most, refused, failed}) => el("tr", {}, el("th", {scope: "row"}, route === NO_ROUTE ? t("operator.nowhere") : el("code", {}, route)),
        cells(count), el("td", {class: "number"}, whole(mean)), el("td", {class: "number"}, whole(most)), cells(refused, failed))));
  },
  imports(all) {
    if (!all.length) return el("p", {class: "quiet"}, t("operator.noImports"));
    return table(t("operator.importsCaption", {n: all.length}),
      ["operator.when", "operator.what", "operator.by", "#operator.read", "#operator.accepted", "#operator.rejected", "operator.problems"],
      all.map((note) => el("tr", {}, el("th", {scope: "row"}, moment(note.at)),
        cells([t(`operator.kind.${note.what}`), note.files && el("div", {class: "small quiet"}, list(note.files))], t(`operator.by.${note.by}`), note.read, note.accepted, note.rejected),
        el("td", {class: "why"}, note.rejected === 0 ? mark(true, "operator.clean") : problems(note)))));
  },
  evaluation([last, before]) {
    if (!last) return el("p", {class: "quiet"}, t("operator.noEvaluation"));
    return el("div", {class: "stack"},
      el("p", {}, el("strong", {}, t("operator.passed", {passed: last.passed, total: last.total})), " ",
        el("span", {class: "quiet"}, moment(last.at), ", ", last.model, before && [", ", t("operator.before", {passed: before.passed, total: before.total, when: moment(before.at)})])),
      table(t("operator.cases"), ["operator.case", "operator.outcome", "operator.why"],
        last.cases.map(({id, story, passed, why}) => el("tr", {}, el("th", {scope: "row", class: "short"}, id), cells(mark(passed, passed ? "operator.pass" : "operator.fail")),
          el("td", {class: "why", lang: "en"}, story, el("div", {class: "small quiet"}, why))))));
  },
  demand({jobs, credentials, region, note, results}) {
    if (!results.length) return el("p", {class: "quiet"}, t("operator.noDemand"));
    const most = Math.max(...results.map((result) => result.jobs));
    return [note && el("p", {class: "note"}, t("operator.noRegion", {region})), table(t("operator.demandCaption", {jobs, credentials}),
      ["operator.skill", "#operator.asking", "operator.share", "#operator.teaching"],
      results.map(({label, jobs: asking, credentials: teaching}) => {
        const bar = el("span", {});
        bar.style.width = `${100 * asking / most}%`;
        return el("tr", {}, el("th", {scope: "row", lang: "en"}, label), cells(asking), el("td", {}, el("span", {class: "level", "aria-hidden": "true"}, bar)), cells(teaching));
      }))];
  },
};

function problems({errors, rejected}) {
  if (!errors.length) return t("operator.notKept");
  return el("details", {}, el("summary", {}, t("operator.errors", {n: errors.length, rejected})), el("ul", {class: "lines", lang: "en"}, errors.map((error) => el("li", {}, error))));
}

function draw(name) {
  const {value, trouble} = boards[name];
  const place = document.querySelector(`#${name} .body`);
  if (trouble) replace(place, el("p", {class: "note fault"}, trouble.status === 0 ? t("trouble.unreached") : trouble.status === 401 ? t("operator.locked") : trouble.message));
  else if (value !== undefined) replace(place, show[name](value));
}

/** Fills boards with what a question gives. A board that fails says so, and the others stay. */
async function fill(names, question) {
  const [first] = names;
  const mine = turns[first] = (turns[first] ?? 0) + 1;
  let filled;
  try {
    const values = await question();
    filled = names.map((name, at) => ({value: values[at]}));
  } catch (trouble) {
    if (!(trouble instanceof Trouble)) throw trouble;
    filled = names.map(() => ({trouble}));
  }
  if (mine !== turns[first]) return 200;
  names.forEach((name, at) => {
    boards[name] = filled[at];
    draw(name);
  });
  return filled[0].trouble?.status ?? 200;
}

/** /metrics is text, so that api.js gives it as a detail. */
const measurements = async () => parse((await look("/metrics")).detail);

function demand() {
  const region = byId("region").value.trim();
  return fill(["demand"], async () => [await look("/v1/demand", {limit: DEMANDED, ...(region && {region})})]);
}

const evaluations = async () => [(await look("/v1/evaluations")).evaluations];

async function refresh() {
  byId("refresh").disabled = true;
  const outcomes = await Promise.all([
    fill(["catalogue"], async () => [await look("/health/ready")]),
    fill(["process", "requests"], async () => {
      const samples = await measurements();
      return [process(samples), requests(samples)];
    }),
    fill(["imports"], async () => [(await look("/v1/imports")).imports]),
    fill(["evaluation"], evaluations),
    demand(),
  ]);
  byId("refresh").disabled = false;
  const refused = outcomes.find((status) => status === 401) ?? outcomes.find((status) => status === 403);
  if (refused) refuseKey(refused);
}

async function evaluate() {
  const button = byId("evaluate");
  button.disabled = true;
  replace(document.querySelector("#evaluation .body"), el("p", {role: "status"}, t("common.wait")));
  try {
    await ask("/v1/evaluations", {set: "golden"});
    await fill(["evaluation"], evaluations);
  } catch (trouble) {
    if (!(trouble instanceof Trouble)) throw trouble;
    boards.evaluation = {trouble};
    draw("evaluation");
  }
  button.disabled = false;
  button.focus();
}

onLanguage(() => Object.keys(boards).forEach(draw));
showBar("operator");
await speak();
byId("refresh").addEventListener("click", refresh);
byId("evaluate").addEventListener("click", evaluate);
byId("where").addEventListener("submit", (event) => {
  event.preventDefault();
  demand();
});
let first = Promise.resolve();
refuseKey = await keyPanel(byId("key-place"), ["admin", "read"], () => {
  first = refresh();
});
await first;
document.documentElement.dataset.ready = "true";
