// What is known about the visitor, and the questions made of it. It lives in this page; see share.js and settings.js for the two ways out of it,
// both of which the visitor takes knowingly.
import {isKept, set, setting} from "../common/settings.js";

export const LEVELS = ["foundation", "intermediate", "advanced", "expert"];
export const EVIDENCE = ["self", "work", "endorsed", "attended", "assessed"];
const STEPS_BACK = 30;

/**
 * skills: [{skill, label, level, evidence, said}], perhaps: the same, found but not sure; work: [{role, months}]; credentials: [{id, title}];
 * badges: [{openBadge, title, verdict}]; wishes: [{kind, id, title}]; target: {kind, id, title}; limits: as constraints in a profile.
 */
const nothing = () => ({skills: [], perhaps: [], work: [], credentials: [], badges: [], wishes: [], target: null, limits: {}});

export let state = nothing();
const told = ({skill, level, evidence, lastUsed}) => ({skill, level, evidence, ...(lastUsed && {lastUsed})});
const past = [];
let lastField = ""; // whose change was the last one, where it came from a field that is typed into or dragged
const listeners = [];

export function onState(f) {
  listeners.push(f);
}

function tell() {
  if (isKept()) set("learner", snapshot());
  for (const listener of listeners) listener();
}

/**
 * Changes what is known: change((s) => s.target = null). It can be taken back. Changes in a row of the same field, which somebody types into or
 * drags, are taken back as one.
 */
export function change(f, field = "") {
  if (!field || field !== lastField) past.push(structuredClone(state));
  if (past.length > STEPS_BACK) past.shift();
  lastField = field;
  f(state);
  tell();
}

export const canTakeBack = () => past.length > 0;

export function takeBack() {
  if (!past.length) return;
  state = past.pop();
  lastField = "";
  tell();
}

/** Puts something else in place of all that is known. */
export function start(known) {
  past.push(structuredClone(state));
  lastField = "";
  state = {...nothing(), ...known};
  tell();
}

/** What an answer calls things that are known by their ids only; no change that could be taken back. */
export function name(labels) {
  for (const skill of state.skills) skill.label ??= labels.get(skill.skill);
}

export const isEmpty = () =>
  !["skills", "work", "credentials", "badges", "wishes"].some((list) => state[list].length) && !state.target;

/** What may leave this page in a link or be kept in this browser: no words of the visitor's own, no badges. */
export function snapshot() {
  const {skills, work, credentials, wishes, target, limits} = state;
  return {
    skills: skills.map(told),
    work, credentials, wishes, target, limits,
  };
}

export const remembered = () => setting("learner");

/** The profile that the server is asked about. Wishes go as a sentence, since that is where it looks for them. */
export function profile({skills, work, credentials, badges, wishes, target, limits} = state) {
  const asked = {};
  if (skills.length) asked.skills = skills.map(told);
  if (work.length) asked.experience = work.map(({role, months}) => ({role, months}));
  if (credentials.length + badges.length) {
    asked.credentials = [...credentials.map(({id}) => ({id})), ...badges.map(({openBadge, verdict}) => ({openBadge, ...(verdict && {verdict})}))];
  }
  const wished = wishes.filter((wish) => wish.id !== target?.id);
  if (wished.length) asked.text = wished.map(({kind, title}) => (kind === "role" ? `I want to become a ${title}.` : `I want to learn ${title}.`)).join(" ");
  if (target) asked.target = {[target.kind]: target.id};
  if (Object.keys(limits).length) asked.constraints = limits;
  return asked;
}

const isNone = (value) => value === undefined || value === false || value === "" || Array.isArray(value) && !value.length;

/** Sets a limit, or lifts it; one that is set so already is no change. */
export function setLimit(limit, value) {
  const wanted = isNone(value) ? undefined : value;
  if (JSON.stringify(state.limits[limit]) === JSON.stringify(wanted)) return;
  change((s) => {
    const {[limit]: before, ...others} = s.limits;
    s.limits = wanted === undefined ? others : {...others, [limit]: wanted};
  }, limit);
}

const byId = (key) => (one) => (other) => other[key] === one[key];

function addTo(list, key, items) {
  for (const item of items) if (!list.some(byId(key)(item))) list.push(item);
}

/** Adds what was found in words or files to what is known; what is known already stays as the visitor has it. */
export function add(found) {
  change((s) => {
    addTo(s.skills, "skill", found.skills ?? []);
    s.perhaps = s.perhaps.filter((each) => !s.skills.some(byId("skill")(each)));
    addTo(s.perhaps, "skill", (found.perhaps ?? []).filter((each) => !s.skills.some(byId("skill")(each))));
    addTo(s.work, "role", found.work ?? []);
    addTo(s.credentials, "id", found.credentials ?? []);
    addTo(s.badges, "title", found.badges ?? []);
    addTo(s.wishes, "id", found.wishes ?? []);
    s.target ??= found.target ?? found.wishes?.find((wish) => wish.kind === "role") ?? null;
    s.limits = {...s.limits, ...found.limits};
  });
}
