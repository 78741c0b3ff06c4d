// A path as a picture: steps along an axis of weeks (or hours, where no hours a week are known), what has been paid, exits, what counts towards what.
import {svg} from "../common/dom.js";
import {money, number, t} from "../common/texts.js";

const LANE = 62;
const BAR = 14;
/** Where a step's bar begins in its lane: below its two lines of text, with room for the flag of an exit between. */
const BAR_AT = 38;
const TOP = 8;
const PAID = 80;
const AXIS = 30;
const AWARD = 48;
const CREDIT = 16;
const LETTER = 8.6;
const SMALL_LETTER = 6.6;
const EDGE = 6;
/** Room for the line of the goal, and right of it. */
const GOAL = 22;
/** Length of a step whose hours are not stated, as a share of the others' mean. */
const GUESS = 0.5;

const short = (text, width, letter) => {
  const most = Math.max(6, Math.floor(width / letter));
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
};

/** Where each step begins and ends, in weeks if all have them, else in hours. */
function timed(steps) {
  const unit = steps.every(({weeks}) => weeks !== undefined) ? "weeks" : "hours";
  const known = steps.map((step) => step[unit]).filter((length) => length !== undefined);
  const mean = known.length ? known.reduce((a, b) => a + b, 0) / known.length : 1;
  let at = 0;
  return {unit, pieces: steps.map((step) => {
    const length = step[unit] ?? mean * GUESS;
    const piece = {step, from: at, to: at + length, known: step[unit] !== undefined};
    at += length;
    return piece;
  }), end: Math.max(at, 1)};
}

function ticks(end, room) {
  const most = Math.max(2, Math.floor(room / 70));
  const rough = end / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const size = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= Math.max(1, rough));
  const at = [];
  for (let value = 0; value <= end + size * 1e-6; value += size) at.push(Math.round(value * 1e6) / 1e6);
  return at;
}

function lane({step, from, to, known}, i, x, width) {
  const y = TOP + i * LANE;
  const [left, right] = [x(from), x(to)];
  const facts = [step.hours && t("unit.hours", {n: step.hours}), step.cost && money(step.cost), step.opens > 0 && t("path.plusJobs", {n: step.opens})].filter(Boolean).join(" · ");
  const title = `${i + 1}. ${step.title}`;
  const textWidth = Math.max(title.length * LETTER, facts.length * SMALL_LETTER) + 1;
  const room = width - GOAL; // texts end before the line of the goal
  const start = Math.max(EDGE, Math.min(left, room - Math.min(textWidth, room - EDGE)));
  return svg("g", {class: "lane"},
    svg("text", {x: start, y: y + 13, class: "title"}, short(title, room - start, LETTER)),
    svg("text", {x: start, y: y + 28, class: "quiet"}, short(facts, room - start, SMALL_LETTER)),
    svg("rect", {class: known ? "step" : "step guessed", x: left, y: y + BAR_AT, width: Math.max(4, right - left - 2), height: BAR, rx: 3}),
    step.exits?.total > 0 && svg("path", {class: "exit", d: `M${right - 1} ${y + BAR_AT + BAR}V${y + BAR_AT - 6}l9 4.5l-9 4.5`},
      svg("title", {}, `${t("path.exits")} ${step.exits.roles.map(({title}) => title).join(", ")}`)));
}

/** The sign of an exit, for a legend. */
export const flag = () => svg("svg", {class: "path", viewBox: "0 0 14 16", width: 14, height: 16, "aria-hidden": "true"}, svg("path", {class: "exit", d: "M3 15V2l9 4.5l-9 4.5"}));

function paid(pieces, x, y, width, currency) {
  const total = pieces.reduce((sum, {step}) => sum + (step.cost?.amount ?? 0), 0);
  const high = (amount) => y + PAID - 8 - (amount / total) * (PAID - 46);
  let sum = 0;
  let d = `M${x(0)} ${y + PAID - 8}`;
  const labels = [];
  for (const {step, from, to} of pieces) {
    sum += step.cost?.amount ?? 0;
    d += `L${x(from)} ${high(sum)}H${x(to)}`;
    if (step.cost?.amount) labels.push(svg("text", {x: Math.min(x(from) + 3, width - 62), y: high(sum) - 4, class: "quiet"}, money({amount: sum, currency})));
  }
  return svg("g", {class: "paid"},
    svg("text", {x: EDGE, y: y + 10, class: "quiet"}, t("path.paid")),
    svg("path", {class: "area", d: `${d}V${y + PAID - 8}Z`}), svg("path", {class: "edge", d}), labels);
}

function axis({unit, end}, x, y, width) {
  return svg("g", {class: "axis"},
    svg("path", {d: `M${x(0)} ${y}H${x(end)}`}),
    ticks(end, width - 60).filter((value) => x(value) < width - 70).map((value) => [
      svg("path", {d: `M${x(value)} ${y}v5`}),
      svg("text", {x: x(value), y: y + 18, "text-anchor": value === 0 ? "start" : "middle"}, number(value))]),
    svg("text", {x: width - EDGE, y: y + 18, "text-anchor": "end"}, t(`path.${unit}`)));
}

/** What the steps count towards: for each award, and each unit of credit, the credit of each step, after what is held already. */
function awardsOf(steps) {
  const awards = new Map();
  steps.forEach(({countsTowards = []}, i) => {
    for (const {award, title, unit, of, amount, carried} of countsTowards) {
      if (!of || amount === undefined) continue;
      const key = JSON.stringify([award, unit]);
      if (!awards.has(key)) awards.set(key, {title, unit, of, carried: 0, parts: carried > amount ? [{sign: "✓", amount: carried - amount}] : []});
      awards.get(key).parts.push({sign: String(i + 1), amount});
      awards.get(key).carried = carried;
    }
  });
  return [...awards.values()];
}

function award({title, unit, of, carried, parts}, y, width) {
  const room = width - 2 * EDGE;
  const middle = y + 20 + CREDIT / 2 + 4;
  let at = EDGE;
  const pieces = parts.map(({sign, amount}) => {
    const length = room * Math.min(1, amount / of);
    const piece = [svg("rect", {class: "part", x: at, y: y + 20, width: Math.max(2, length - 2), height: CREDIT, rx: 3}),
      length > 14 && svg("text", {class: "on", x: at + length / 2 - 1, y: middle, "text-anchor": "middle"}, sign)].filter(Boolean);
    at += length;
    return piece;
  });
  return svg("g", {class: "award"},
    svg("text", {x: EDGE, y: y + 13}, short(t("path.credit", {award: title, carried: number(carried), of: number(of), unit}), room, LETTER)),
    svg("rect", {class: "whole", x: EDGE, y: y + 20, width: room, height: CREDIT, rx: 3}), pieces);
}

/** Draws a plan, so many pixels wide. */
export function picture(plan, {target}, width) {
  const time = timed(plan.steps);
  const x = (at) => EDGE + (at / time.end) * (width - EDGE - 18);
  const awards = awardsOf(plan.steps);
  const lanes = TOP + plan.steps.length * LANE;
  const paying = plan.steps.some(({cost}) => cost?.amount > 0);
  const atAxis = lanes + (paying ? PAID : 0) + 4;
  const height = atAxis + AXIS + awards.length * AWARD + 4;
  const said = t("path.picture", {n: plan.steps.length, goal: target?.title ?? t("path.most")});
  return svg("svg", {class: "path", viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": said},
    svg("path", {class: plan.progress?.reached ? "goal" : "goal open", d: `M${x(time.end)} ${TOP}V${atAxis}`}),
    time.pieces.map((piece, i) => lane(piece, i, x, width)),
    paying && paid(time.pieces, x, lanes, width, plan.totals.cost.currency),
    axis(time, x, atAxis, width),
    awards.map((each, i) => award(each, atAxis + AXIS + 6 + i * AWARD, width)));
}
