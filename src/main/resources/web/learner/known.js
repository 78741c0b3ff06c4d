// What was understood, as chips to correct: skills with level and evidence, work, credentials that are held.
import {look} from "../common/api.js";
import {combo} from "../common/combo.js";
import {byId, el, replace} from "../common/dom.js";
import {list, t} from "../common/texts.js";
import {EVIDENCE, LEVELS, canTakeBack, change, state, takeBack} from "./state.js";

const SUGGESTED = 8;
/** Of these, credentials where roles are suggested too. */
const AWARDS = 3;
const MONTHS_A_YEAR = 12;
let opened = ""; // id of the skill whose level and evidence are being corrected
let fromWork = new Map(); // place of a piece of work in the question -> what the server takes it to bring

const without = (list, item) => list.filter((each) => each !== item);
const nameOf = (skill) => skill.label ?? skill.skill;

function cross(label, f) {
  return el("button", {type: "button", "aria-label": label, on: {click: f}}, el("span", {"aria-hidden": "true"}, "×"));
}

function choice(id, label, values, texts, value, f) {
  return el("div", {class: "field"}, el("label", {htmlFor: id}, label),
    el("select", {id, on: {change: (event) => f(event.target.value)}},
      values.map((each) => el("option", {value: each, selected: each === value}, t(`${texts}.${each}`)))));
}

function skillChip(skill) {
  const isOpen = opened === skill.skill;
  const show = () => {
    opened = isOpen ? "" : skill.skill;
    showKnown();
  };
  return el("li", {class: "chip"},
    el("button", {type: "button", id: `skill-${skill.skill}`, class: "name", "aria-expanded": String(isOpen), "aria-controls": "skill-editor", on: {click: show}},
      el("span", {lang: "en"}, nameOf(skill)), el("span", {class: "quiet small"}, t(`level.${skill.level ?? "intermediate"}`))),
    cross(t("known.remove", {what: nameOf(skill)}), () => change((s) => {
      s.skills = without(s.skills, skill);
    })));
}

function editor(skill) {
  return el("div", {class: "editor note stack", id: "skill-editor", role: "group", "aria-label": t("known.correct", {what: nameOf(skill)})},
    el("p", {}, el("b", {lang: "en"}, nameOf(skill)), skill.said && skill.said !== skill.label && el("span", {class: "quiet"}, " ", t("known.said", {words: skill.said}))),
    el("div", {class: "pair"},
      choice("skill-level", t("known.level"), LEVELS, "level", skill.level ?? "intermediate", (level) => change(() => {
        skill.level = level;
      })),
      choice("skill-evidence", t("known.evidence"), EVIDENCE, "evidence", skill.evidence ?? "self", (evidence) => change(() => {
        skill.evidence = evidence;
      }))));
}

function perhapsChip(skill) {
  return el("li", {}, el("button", {type: "button", class: "chip perhaps", on: {click: () => change((s) => {
    s.perhaps = without(s.perhaps, skill);
    s.skills.push(skill);
  })}}, "+ ", el("span", {lang: "en"}, nameOf(skill))));
}

function skills() {
  const corrected = state.skills.find((skill) => skill.skill === opened);
  return [
    !state.skills.length && el("p", {class: "quiet"}, t("known.noSkills")),
    el("ul", {class: "row plain"}, state.skills.map(skillChip)),
    corrected && editor(corrected),
    state.perhaps.length > 0 && [el("p", {class: "quiet small"}, t("known.perhaps")), el("ul", {class: "row plain"}, state.perhaps.map(perhapsChip))],
  ];
}

/** Puts the skills that a piece of work is taken to bring in its place, so that each can be corrected. */
function takeApart(work, brought) {
  change((s) => {
    s.work = without(s.work, work);
    for (const {skill, label, level, evidence} of brought) {
      if (!s.skills.some((each) => each.skill === skill)) s.skills.push({skill, label, level, evidence});
    }
  });
}

function workItem(work, i) {
  const brought = fromWork.get(i) ?? [];
  const years = work.months / MONTHS_A_YEAR;
  return el("li", {class: "work"},
    el("div", {class: "row"},
      el("b", {lang: "en"}, work.role),
      el("label", {class: "years"}, el("input", {type: "number", id: `years-${i}`, min: 0, max: 60, step: 0.5, value: String(Math.round(years * 2) / 2), on: {change: (event) => {
        const given = event.target.valueAsNumber;
        if (given >= 0 && given <= 60) change(() => {
          work.months = Math.round(given * MONTHS_A_YEAR);
        });
        else event.target.value = String(years);
      }}}), " ", t("known.years")),
      el("span", {class: "chip bare"}, cross(t("known.remove", {what: work.role}), () => change((s) => {
        s.work = without(s.work, work);
      })))),
    brought.length > 0 && el("details", {},
      el("summary", {}, t("known.brings", {n: brought.length})),
      el("p", {lang: "en", class: "small"}, brought.map((each) => each.label).join(", ")),
      el("button", {type: "button", class: "little", on: {click: () => takeApart(work, brought)}}, t("known.takeApart"))));
}

/** What a check found, in one mark: unknown looks different from valid and from invalid. */
function mark(verdict) {
  const findings = Object.entries(verdict ?? {unchecked: "unknown"});
  const [worst, look, sign] = [["invalid", "fault", "✗"], ["unknown", "warn", "?"], ["valid", "good", "✓"]].find(([each]) => findings.some(([, found]) => found === each));
  const parts = findings.filter(([, found]) => found === worst).map(([part]) => t(`badge.${part}`));
  return el("span", {class: `mark ${look}`}, `${sign} ${worst === "valid" ? t("badge.allValid") : t(`badge.${worst}`, {what: list(parts)})}`);
}

function credentialChip(credential, kind) {
  return el("li", {class: "chip"}, el("span", {lang: "en"}, credential.title),
    kind === "badges" && mark(credential.verdict),
    cross(t("known.remove", {what: credential.title}), () => change((s) => {
      s[kind] = without(s[kind], credential);
    })));
}

/** Draws the panel anew. */
export function showKnown() {
  byId("undo").disabled = !canTakeBack();
  byId("known-said").textContent = t("known.counts", {skills: state.skills.length, work: state.work.length, credentials: state.credentials.length + state.badges.length});
  replace(byId("skills"), skills());
  replace(byId("work"), el("ul", {class: "plain stack"}, state.work.map(workItem)));
  replace(byId("credentials"), el("ul", {class: "row plain"},
    state.credentials.map((each) => credentialChip(each, "credentials")), state.badges.map((each) => credentialChip(each, "badges"))));
}

/** Remembers what an answer says that each piece of work brings. */
export function learnFrom({skills = []}) {
  fromWork = new Map();
  for (const each of skills) {
    const place = /^\/experience\/(\d+)/.exec(each.at);
    if (place) fromWork.set(Number(place[1]), [...fromWork.get(Number(place[1])) ?? [], each]);
  }
}

const suggest = (kind, item) => async (q, signal) => (await look(`/v1/${kind}`, {q, limit: SUGGESTED}, signal)).items.map(item);

const suggestRoles = suggest("roles", ({id, title, description}) => ({id, label: title, note: description}));

const suggestAwards = suggest("credentials", ({id, title, issuer}) => ({id, label: title, note: issuer.name, kind: "credential"}));

/** Roles first, then credentials: both can be aimed at. */
export async function suggestAims(q, signal) {
  const [roles, awards] = await Promise.all([suggestRoles(q, signal), suggestAwards(q, signal)]);
  return [...roles.slice(0, SUGGESTED - AWARDS).map((role) => ({...role, kind: "role"})), ...awards.slice(0, AWARDS)];
}

export function prepareKnown() {
  combo(byId("skill"), {
    suggest: suggest("skills", ({id, label, description}) => ({id, label, note: description})),
    choose: ({id, label}) => {
      opened = id;
      change((s) => {
        s.perhaps = s.perhaps.filter((each) => each.skill !== id);
        if (!s.skills.some((each) => each.skill === id)) s.skills.push({skill: id, label, level: "intermediate", evidence: "self"});
      });
    },
  });
  combo(byId("role"), {suggest: suggestRoles, choose: ({label}) => change((s) => {
    if (!s.work.some((each) => each.role === label)) s.work.push({role: label, months: 36});
  })});
  combo(byId("credential"), {
    suggest: suggestAwards,
    choose: ({id, label}) => change((s) => {
      if (!s.credentials.some((each) => each.id === id)) s.credentials.push({id, title: label});
    }),
  });
  byId("undo").addEventListener("click", takeBack);
}
