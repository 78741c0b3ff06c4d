// What a check found, so that nobody takes one for another: each finding has a shape, a frame and a word of its own, and a colour besides.
import {el, svg} from "../common/dom.js";
import {t} from "../common/texts.js";

const PARTS = ["signature", "dates", "status", "issuer"];
const LOOKS = {valid: "good", invalid: "fault", unknown: "warn"};

const stroke = {stroke: "currentColor", "stroke-width": 2, "stroke-linecap": "round", "stroke-linejoin": "round", fill: "none"};

/** A disc with a tick, a stop sign with a cross, a broken ring with a question mark. */
function shape(finding) {
  const parts = {
    valid: [svg("circle", {cx: 8, cy: 8, r: 7, fill: "currentColor"}), svg("path", {...stroke, class: "cut", d: "M4.5 8.3l2.4 2.4 4.6-5"})],
    invalid: [svg("path", {fill: "currentColor", d: "M5 1h6l4 4v6l-4 4H5l-4-4V5z"}), svg("path", {...stroke, class: "cut", d: "M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2"})],
    unknown: [svg("circle", {...stroke, cx: 8, cy: 8, r: 7, "stroke-width": 1.5, "stroke-dasharray": "2.6 2.4"}),
      svg("path", {...stroke, "stroke-width": 1.6, d: "M6 6.3c0-1.2.9-2 2-2s2 .8 2 1.9c0 1.4-2 1.6-2 3M8 11.6v.1"})],
  };
  return svg("svg", {viewBox: "0 0 16 16", class: "shape", "aria-hidden": "true"}, parts[finding]);
}

/** One finding in words: “Signature: valid”. */
const mark = (finding, ...words) => el("li", {class: `mark ${LOOKS[finding]} ${finding}`}, shape(finding), ...words);

/** Each part of a verdict. Without a verdict nobody has checked, which is not the same as having found nothing out. */
export function findings(verdict) {
  if (!verdict) return el("ul", {class: "plain row findings"}, el("li", {class: "mark"}, t("verdict.unchecked")));
  const parts = verdict.subject ? [...PARTS, "subject"] : PARTS;
  return el("ul", {class: "plain row findings"}, parts.map((part) =>
    mark(verdict[part], t("verdict.says", {part: t(`verdict.${part}`), finding: t(`finding.${verdict[part]}`)}))));
}

/** The whole in a word: verified, refuted or not settled by a check, or a claim that nobody has checked. */
export function summary(isVerified, verdict) {
  const place = (finding, key) => el("span", {class: `mark ${LOOKS[finding]} ${finding} whole`}, shape(finding), t(key));
  if (isVerified) return place("valid", "verdict.verified");
  if (!verdict) return el("span", {class: "mark whole"}, t("verdict.claim"));
  if (PARTS.some((part) => verdict[part] === "invalid")) return place("invalid", "verdict.refuted");
  return place("unknown", "verdict.unsettled");
}

/** Why the parts are what they are, as the check said it. */
export function because(verdict) {
  if (!verdict?.reasons?.length) return null;
  return el("details", {class: "small"}, el("summary", {}, t("verdict.because")),
    el("ul", {class: "quiet", lang: "en"}, verdict.reasons.map((reason) => el("li", {}, reason.message))));
}
