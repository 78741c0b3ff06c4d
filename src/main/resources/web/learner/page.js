// The learner's page: what is said goes in, chips are corrected, and every change is answered at once.
import {Trouble, ask, hasKey, latest, useKey} from "../common/api.js";
import {showBar} from "../common/bar.js";
import {byId, el, replace, soon, tabs} from "../common/dom.js";
import {consent, isKept, set} from "../common/settings.js";
import {onLanguage, speak, t} from "../common/texts.js";
import {learnRoles, prepareAims, showAims} from "./aims.js";
import {SHOWN, forgetChanges, learnLabels} from "./changes.js";
import {clearChosen, prepareCompare, showChosen} from "./compare.js";
import {showCredentials} from "./credentials.js";
import {EXAMPLES} from "./examples.js";
import {Unreadable, read} from "./files.js";
import {showJobs, showRoles} from "./fits.js";
import {showGap} from "./gap.js";
import {learnFrom, prepareKnown, showKnown} from "./known.js";
import {askPath, forgetPath, openPath, showPath} from "./path.js";
import {link, shared} from "./share.js";
import {add, isEmpty, name, onState, profile, remembered, snapshot, start, state} from "./state.js";
import {understand} from "./understand.js";

const PAUSE = 30;
/** As in learner.css: there the answers stand beside what was said; below, what was said is folded so that they are near. */
const WIDE = "(min-width: 62rem)";
const ASIDE = ["known", "aim", "limits", "keep-panel"];
const newest = latest();
let answers; // the last ones: {credentials, roles, jobs}
let turn = 0; // counts changes and questions: only the newest one knows that nothing is waited for any more
let tab = "tab-credentials";
let notes = [];

function fault(trouble) {
  const locked = trouble.status === 401 || trouble.status === 403;
  byId("key-panel").hidden = byId("key-panel").hidden && !locked;
  const said = locked ? t(hasKey() ? "trouble.wrongKey" : "trouble.key") : trouble.status === 0 ? t("trouble.unreached") : trouble.status === 429 ? t("trouble.often") : trouble.message;
  replace(byId("trouble"), el("div", {class: "note fault row"}, el("span", {}, said),
    el("button", {type: "button", class: "little", on: {click: recompute}}, t("trouble.again"))));
  byId("answers").hidden = false;
}

function show() {
  if (!answers) return;
  showGap(byId("gap"), answers.credentials.gap);
  showCredentials(answers.credentials);
  showRoles(answers.roles);
  showJobs(answers.jobs);
  showChosen();
}

/** The first answers are where the visitor looks: on top beside what was said, or below it on a small screen. */
function bringIntoView() {
  if (matchMedia(WIDE).matches) scrollTo(0, 0);
  else byId("answers").scrollIntoView();
}

/** From now on the answers that are shown are those to an older question. */
function expectAnswer() {
  byId("answers").setAttribute("aria-busy", "true");
  return ++turn;
}

async function recompute() {
  if (isEmpty()) return;
  const mine = expectAnswer();
  byId("answers").hidden = false;
  forgetChanges();
  if (tab === "tab-path") askPath();
  else forgetPath();
  if (!answers) replace(byId("panel-credentials"), el("p", {class: "panel"}, t("common.wait")));
  const about = ["credentials", "roles", "jobs"];
  try {
    performance.mark("asked");
    const request = {...profile(), limit: SHOWN};
    const {items} = await newest((signal) => ask("/v1/recommendations:batch",
      {items: about.map((each) => ({about: each, request}))}, signal)) ?? {};
    if (!items) return;
    const failed = items.find((item) => item.problem);
    if (failed) throw new Trouble(failed.status, failed.problem);
    const first = !answers;
    answers = Object.fromEntries(about.map((each, i) => [each, items[i].answer]));
    const {understood} = answers.credentials;
    name(new Map((understood.skills ?? []).map(({skill, label}) => [skill, label])));
    learnFrom(understood);
    learnRoles(answers.roles.results);
    learnLabels(answers.credentials);
    byId("trouble").replaceChildren();
    showKnown();
    show();
    performance.measure("answered", "asked");
    if (first) bringIntoView();
    const [best] = answers.credentials.results;
    byId("said").textContent = best ? t("said.best", {n: answers.credentials.results.length, best: best.title}) : t("credentials.none");
  } catch (trouble) {
    if (!(trouble instanceof Trouble)) throw trouble;
    fault(trouble);
  } finally {
    if (mine === turn) byId("answers").removeAttribute("aria-busy");
  }
}

const recomputeSoon = soon(PAUSE, recompute);

function showNotes() {
  replace(byId("notes"), notes.length > 0 && el("ul", {class: "note small", lang: "en"}, notes.map(({message}) => el("li", {}, message))));
}

function onChange() {
  const empty = isEmpty();
  document.body.classList.toggle("begun", !empty);
  for (const id of ASIDE) byId(id).hidden = empty;
  byId("examples").hidden = !empty;
  byId("shared").hidden = true;
  byId("remember").checked = isKept();
  if (empty) {
    answers = undefined;
    newest(() => undefined); // an answer that is still under way answers nobody
    forgetPath();
    byId("answers").hidden = true;
    return;
  }
  showKnown();
  showAims();
  showNotes();
  expectAnswer();
  recomputeSoon();
}

/** Reads words, or a profile from elsewhere, and adds what is found in them to what is known. */
async function take(asked, error) {
  const button = byId("ask");
  button.setAttribute("aria-busy", "true");
  error.textContent = "";
  try {
    const found = await understand(asked);
    const something = ["skills", "perhaps", "work", "credentials", "wishes"].some((list) => found[list].length) || found.target;
    notes = found.notes;
    if (something) add({...found, limits: asked.constraints});
    else error.textContent = t("words.nothing");
  } catch (trouble) {
    if (!(trouble instanceof Trouble)) throw trouble;
    if (trouble.status === 401 || trouble.status === 403) byId("key-panel").hidden = false;
    error.textContent = trouble.status === 401 ? t("trouble.key") : trouble.status === 0 ? t("trouble.unreached") : trouble.message;
  } finally {
    button.removeAttribute("aria-busy");
  }
}

/** Adds badges with what a check of each finds; one that cannot be checked now is held unchecked. */
async function takeBadges(badges) {
  for (const badge of badges) {
    try {
      const {signature, dates, status, issuer} = await ask("/v1/credentials/verify", badge.openBadge);
      badge.verdict = {signature, dates, status, issuer};
    } catch (trouble) {
      if (!(trouble instanceof Trouble)) throw trouble;
    }
  }
  add({badges});
}

async function takeFile(event) {
  const [file] = event.target.files;
  if (!file) return;
  const error = byId("words-error");
  error.textContent = "";
  try {
    const {profile: found, badges} = await read(file);
    if (badges) await takeBadges(badges);
    else await take(found, error);
  } catch (fault_) {
    if (!(fault_ instanceof Unreadable)) throw fault_;
    error.textContent = t(fault_.key);
  }
  event.target.value = "";
}

function showExamples() {
  replace(byId("examples"), el("p", {class: "label"}, t("examples.title")), el("ul", {class: "plain examples"}, Object.entries(EXAMPLES).map(([which, example]) =>
    el("li", {}, el("button", {type: "button", id: `example-${which}`, on: {click: () => {
      byId("words").value = example.text;
      take(example, byId("words-error"));
    }}}, t(`example.${which}`))))));
}

async function share() {
  const address = await link(snapshot());
  byId("shared").hidden = false;
  byId("link").value = address;
  byId("link").select();
  try {
    await navigator.clipboard.writeText(address);
    byId("share-said").textContent = t("keep.copied");
  } catch {
    byId("share-said").textContent = t("keep.copyYourself"); // the browser does not allow it: the link stands there, selected
  }
}

function prepare() {
  byId("you").addEventListener("submit", (event) => {
    event.preventDefault();
    const text = byId("words").value.trim();
    if (text) take({text}, byId("words-error"));
    else byId("words-error").textContent = t("words.empty");
  });
  byId("file").addEventListener("change", takeFile);
  byId("key").addEventListener("change", (event) => {
    useKey(event.target.value);
    recompute();
  });
  byId("share").addEventListener("click", share);
  byId("print").addEventListener("click", () => print());
  byId("restart").addEventListener("click", () => {
    byId("words").value = "";
    notes = [];
    clearChosen();
    start({});
    byId("words").focus();
  });
  byId("remember").addEventListener("change", (event) => {
    set("learner", event.target.checked ? snapshot() : undefined);
    consent(event.target.checked);
  });
  tabs(document.querySelector('[role="tablist"]'), (id) => {
    tab = id;
    if (id === "tab-path") openPath();
  });
  addEventListener("resize", soon(150, () => {
    if (!answers) return;
    showGap(byId("gap"), answers.credentials.gap);
    showPath();
  }));
  const wide = matchMedia(WIDE);
  const fold = () => {
    for (const each of document.querySelectorAll("details.fold")) each.open = wide.matches || each.dataset.open === "always";
  };
  wide.addEventListener("change", fold);
  fold();
  prepareKnown();
  prepareAims();
  prepareCompare();
}

showBar("learner");
onState(onChange);
onLanguage(() => {
  showExamples();
  showNotes();
  if (isEmpty()) return;
  showKnown();
  showAims();
  show();
  showPath();
});
await speak();
prepare();
try {
  const known = await shared() ?? remembered();
  if (known) start(known);
} catch {
  byId("words-error").textContent = t("keep.damaged");
}
document.documentElement.dataset.ready = "true";
