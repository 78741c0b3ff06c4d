// The recruiter's page: what is needed goes in, people with their proofs come out, and a shortlist leaves with its record.
import {Trouble, ask, latest} from "../common/api.js";
import {showBar} from "../common/bar.js";
import {byId, el, replace, soon} from "../common/dom.js";
import {keyPanel} from "../common/key.js";
import {onLanguage, speak, t} from "../common/texts.js";
import {add, all, fromText, prepareNeeds, requirements, showNeeds} from "./needs.js";
import {personCard} from "./people.js";
import {asCsv, asJson, fileName, save} from "./shortlist.js";

const KINDS = ["self", "work", "endorsed", "attended", "assessed"];
const TESTS = ["project", "exam", "proctored-exam", "peer-review", "case-study", "practical", "simulation"];
const SHOWN = 10;
const PAUSE = 250;
const EXAMPLE = "We are looking for a data analyst. You must know SQL and Excel, analyse data and build dashboards in Power BI. "
  + "You clean data and present results to managers. Python would be a plus.";

const newest = latest();
let answer; // the last one
let request; // what it answers
let sought = []; // the needs that it answers
let listed = new Set(); // ids of those on the shortlist
let dropped = 0;
let mayAsk = false;
let refuseKey = () => {};

function fault(trouble) {
  if (!(trouble instanceof Trouble)) throw trouble;
  if (trouble.status === 401 || trouble.status === 403) refuseKey(trouble.status);
  const said = trouble.status === 0 ? t("trouble.unreached") : trouble.status === 429 ? t("trouble.often") : trouble.message;
  replace(byId("trouble"), el("div", {class: "note fault", role: "alert"}, el("p", {}, said)));
  byId("status").textContent = "";
}

function question() {
  const evidence = byId("evidence").value;
  const region = byId("region").value.trim();
  const registries = byId("registries").value.split(",").map((name) => name.trim()).filter(Boolean);
  const age = byId("age").valueAsNumber;
  const assessment = TESTS.filter((kind) => byId(`test-${kind}`).checked);
  return {
    requirements: requirements(),
    ...(byId("verified").checked && {verifiedOnly: true}),
    ...(evidence !== KINDS[0] && {evidence}),
    ...(assessment.length > 0 && {assessment}),
    ...(registries.length > 0 && {registries: [...new Set(registries)]}),
    ...(Number.isInteger(age) && {maxAgeMonths: age}),
    ...(region && {region}),
    limit: SHOWN,
  };
}

async function search() {
  replace(byId("trouble"));
  if (!all().length) {
    answer = undefined;
    newest(() => undefined); // an answer that is still under way answers nobody
    for (const place of ["people", "listed"]) replace(byId(place));
    for (const place of ["legend", "shortlist"]) byId(place).hidden = true;
    listed = new Set();
    byId("status").textContent = t("recruiter.nothingAsked");
    byId("empty").hidden = false;
    return;
  }
  byId("empty").hidden = true;
  const asked = question();
  const needs = all();
  byId("status").textContent = t("common.wait");
  try {
    const found = await newest((signal) => ask("/v1/candidates/search", asked, signal));
    if (!found) return;
    [answer, request, sought] = [found, asked, needs];
    const there = [...listed].filter((id) => answer.results.some((person) => person.id === id));
    dropped = listed.size - there.length;
    listed = new Set(there);
    show();
  } catch (trouble) {
    fault(trouble);
  }
}

/** Every change is answered at once, unless there is no key yet to ask with. */
const again = soon(PAUSE, () => mayAsk && (answer || all().length) && search());

function toggle(person) {
  dropped = 0;
  if (!listed.delete(person.id)) listed.add(person.id);
  show();
}

function show() {
  const people = answer.results;
  const open = new Set([...document.querySelectorAll("#people details[open]")].map((details) => details.dataset.key));
  byId("status").textContent = people.length ? t("recruiter.found", {n: answer.total, shown: people.length}) : t("recruiter.nobody");
  byId("legend").hidden = people.length === 0;
  byId("legend").textContent = t("recruiter.legend");
  replace(byId("people"), people.map((person, at) => personCard(person, at, {
    needs: sought, weights: answer.weights, isListed: listed.has(person.id), onList: toggle,
    isOpen: open.has(`evidence-${person.id}`) || (at === 0 && !byId("people").children.length),
  })));
  for (const details of document.querySelectorAll("#people details")) if (open.has(details.dataset.key)) details.open = true;
  byId("shortlist").hidden = listed.size === 0 && dropped === 0;
  replace(byId("listed"), chosen().map((person) => el("li", {class: "chip"}, person.title)));
  byId("dropped").textContent = dropped ? t("recruiter.dropped", {n: dropped}) : "";
  for (const id of ["save-json", "save-csv"]) byId(id).disabled = listed.size === 0;
}

const chosen = () => answer.results.filter((person) => listed.has(person.id));

/** Has the server keep a record of the answer that people are chosen from, once; the files name it. */
async function store(ending, type, write) {
  replace(byId("trouble"));
  try {
    if (!answer.decision) {
      answer = await ask("/v1/candidates/search", {...request, record: true});
      show();
    }
    save(fileName(answer.asOf, ending), type, await write(chosen(), request, answer));
  } catch (trouble) {
    fault(trouble);
  }
}

async function find() {
  const text = byId("text").value.trim();
  replace(byId("trouble"));
  if (!text) {
    byId("text-said").textContent = t("recruiter.noText");
    byId("text").focus();
    return;
  }
  byId("text-said").textContent = t("common.wait");
  try {
    const {found, foreign} = await fromText(text);
    const said = t("recruiter.textFound", {n: found.length, fresh: add(found)});
    byId("text-said").textContent = foreign ? `${said} ${t("recruiter.textForeign")}` : said;
  } catch (trouble) {
    byId("text-said").textContent = "";
    fault(trouble);
  }
}

function words() {
  const chosenKind = byId("evidence").value || KINDS[0];
  replace(byId("evidence"), KINDS.map((kind) => el("option", {value: kind, selected: kind === chosenKind}, t(`recruiter.evidence.${kind}`))));
  const checked = new Set(TESTS.filter((kind) => byId(`test-${kind}`)?.checked));
  replace(byId("tests"), TESTS.map((kind) => el("label", {class: "choice"},
    el("input", {type: "checkbox", id: `test-${kind}`, checked: checked.has(kind)}), t(`assessment.${kind}`))));
  showNeeds();
  if (answer) show();
}

onLanguage(words);
showBar("recruiter");
await speak();
prepareNeeds(again, fault);
byId("find").addEventListener("click", find);
byId("example-text").textContent = EXAMPLE;
for (const id of ["example", "example-try"]) {
  byId(id).addEventListener("click", () => {
    byId("text").value = EXAMPLE;
    find();
  });
}
byId("search").addEventListener("submit", async (event) => {
  event.preventDefault();
  await search();
  if (answer) byId("people-heading").focus();
});
byId("search").addEventListener("change", (event) => ["verified", "evidence", "registries", "age", "region"].includes(event.target.id) || event.target.closest("#tests") ? again() : undefined);
byId("save-json").addEventListener("click", () => store("json", "application/json", asJson));
byId("save-csv").addEventListener("click", () => store("csv", "text/csv;charset=utf-8", asCsv));
refuseKey = await keyPanel(byId("key-place"), ["recruit", "read"], () => {
  replace(byId("trouble"));
  mayAsk = true;
  again();
});
document.documentElement.dataset.ready = "true";
