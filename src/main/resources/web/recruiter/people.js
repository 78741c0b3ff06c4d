// The people who were found, each with the chain from every skill to its proof, and what is lacking on both sides.
import {el} from "../common/dom.js";
import {HERE, around, date, list, number, t} from "../common/texts.js";
import {because, findings, summary} from "./verdict.js";

const SIGNS = {held: "●", partly: "◐", missing: "○"};

/** How each need is answered: held, partly or missing, and whether that is proven. */
function coverage(person, needs, weights) {
  const reasons = new Map(person.reasons.map((reason) => [reason.skill, reason]));
  return needs.map((need) => {
    const reason = reasons.get(need.skill);
    const state = !reason ? "missing" : reason.strength >= weights.met ? "held" : "partly";
    return {need, state, isVerified: reason?.verified === true};
  });
}

function strip(person, needs, weights) {
  return el("ul", {class: "plain row coverage", "aria-label": t("recruiter.coverage")}, coverage(person, needs, weights).map(({need, state, isVerified}) =>
    el("li", {class: `cell ${state} ${need.importance}`},
      el("span", {class: "sign", "aria-hidden": "true"}, SIGNS[state]), el("span", {lang: "en"}, need.label),
      el("span", {class: "unseen"}, ": ", t(`recruiter.state.${state}`)),
      isVerified && [" ", el("span", {class: "proven"}, t("recruiter.proven"))])));
}

/** Reasons with the same evidence behind them belong together. */
function proofs(person) {
  const found = new Map();
  person.reasons.forEach((reason, at) => {
    const chain = person.evidence[at];
    const key = chain.credential ? JSON.stringify([chain.credential, chain.issuer, chain.awardedOn]) : `${chain.kind}/${chain.source}`;
    if (!found.has(key)) found.set(key, {chain, isVerified: reason.verified === true, reasons: []});
    found.get(key).reasons.push(reason);
  });
  return [...found.values()].sort((a, b) => Number(b.isVerified) - Number(a.isVerified) || Number(Boolean(b.chain.credential)) - Number(Boolean(a.chain.credential)));
}

/** What stands behind it. Sources are worded for the person; of those only a length of time says more than the kind. */
function source({credential, title, source: words, kind}) {
  if (credential) return el("span", {lang: "en"}, title ?? words.replace(/^the credential /, ""));
  return t(`recruiter.evidence.${kind}`) + (/^\d/.test(words) ? `, ${words}` : "");
}

function proof({chain, isVerified, reasons}) {
  const tests = (chain.assessment ?? []).filter((kind) => kind !== "none");
  const facts = chain.credential ? [
    chain.issuer && [t("recruiter.issuer"), chain.issuer],
    [t("recruiter.assessment"), tests.length ? list(tests.map((kind) => t(`assessment.${kind}`))) : t(chain.assessment?.length ? "recruiter.attended" : "recruiter.notStated")],
    [t("recruiter.awarded"), chain.awardedOn ? date(chain.awardedOn) : t("recruiter.notStated")],
    chain.verdict?.checkedAt && [t("recruiter.checked"), date(chain.verdict.checkedAt)],
    chain.registries?.length && [t("recruiter.registries"), list(chain.registries)],
  ].filter(Boolean) : [];
  return el("li", {class: "proof"},
    el("div", {class: "row between"}, el("strong", {}, source(chain)), summary(isVerified, chain.verdict)),
    facts.length > 0 && el("dl", {class: "chain"}, facts.map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value)))),
    chain.credential && findings(chain.verdict),
    el("p", {class: "small"}, el("span", {class: "quiet"}, t("recruiter.supports"), " "), list(reasons.map((reason) =>
      (reason.relation === "same" || reason.relation === "narrower") ? reason.label : t("recruiter.inPart", {what: reason.label})))),
    because(chain.verdict));
}

/** What the job lacks, in the visitor's language where it is about a skill; else as the server says it. */
function lackOf({kind, label, text}) {
  const skill = () => el("b", {lang: "en"}, label);
  if (kind === "wish" && label) return el("li", {}, around(t("recruiter.lack.wish", {skill: HERE}), skill()));
  if (kind === "strength" && label) return el("li", {}, around(t("recruiter.lack.strength", {skill: HERE}), skill()));
  return el("li", {lang: "en"}, text);
}

function bothWays(person) {
  const missing = (person.missing ?? []).map((gap) => el("li", {}, el("span", {lang: "en"}, gap.label), " ",
    el("span", {class: "quiet small"}, t(`importance.${gap.importance}`), ", ", t("recruiter.wantedLevel", {level: t(`level.${gap.level}`)})),
    el("div", {class: "small quiet", lang: "en"}, gap.change)));
  const lacks = (person.lacks ?? []).map(lackOf);
  return el("div", {class: "ways"},
    el("div", {}, el("h4", {}, t("recruiter.forRole")), missing.length ? el("ul", {}, missing) : el("p", {class: "quiet"}, t("recruiter.nothingMissing"))),
    lacks.length > 0 && el("div", {}, el("h4", {}, t("recruiter.forPerson")), el("ul", {}, lacks)));
}

function sentence(person) {
  const verified = person.reasons.filter((reason) => reason.verified).length;
  return [t("recruiter.meets", {met: person.met, of: person.of}),
    verified ? t("recruiter.proved", {verified, n: person.reasons.length}) : t("recruiter.unproved")].join(" ");
}

/** One card. isListed and onList are about the shortlist; isOpen: show the evidence at once. */
export function personCard(person, at, {needs, weights, isListed, onList, isOpen}) {
  const proven = proofs(person);
  return el("li", {class: "panel person"},
    el("div", {class: "row between"},
      el("h3", {id: `person-${at}`}, `${at + 1}. `, person.title, person.fictitious && el("span", {class: "mark"}, t("recruiter.fictitious"))),
      el("div", {class: "row"},
        el("span", {class: "quiet"}, t("recruiter.score", {score: number(person.score, {minimumFractionDigits: 2, maximumFractionDigits: 2})})),
        el("button", {type: "button", class: "little", id: `list-${at}`, "aria-pressed": isListed ? "true" : "false", "aria-describedby": `person-${at}`,
          on: {click: () => onList(person)}}, t(isListed ? "recruiter.listed" : "recruiter.list")))),
    el("p", {}, sentence(person)),
    strip(person, needs, weights),
    el("details", {open: isOpen, "data-key": `evidence-${person.id}`}, el("summary", {}, t("recruiter.evidence", {n: proven.length}),
      el("span", {class: "unseen"}, ` ${person.title}`)), el("ul", {class: "plain proofs"}, proven.map(proof))),
    el("details", {"data-key": `ways-${person.id}`}, el("summary", {}, t("recruiter.bothWays"), el("span", {class: "unseen"}, ` ${person.title}`)), bothWays(person)));
}
