// Reads a file that the visitor chose, in this browser: plain text, Markdown, JSON Resume, badges. The file itself goes nowhere.
import {LEVELS} from "./state.js";

const MOST_BYTES = 2_000_000;
const LEVEL_WORDS = [[/begin|basic|novice|elementary/i, 0], [/intermediate|good|competent/i, 1], [/advanced|fluent|proficient/i, 2], [/expert|master|native/i, 3]];
const today = () => new Date().toISOString().slice(0, 7);

/** Why a file cannot be read; key is that of a text. */
export class Unreadable extends Error {
  constructor(key) {
    super(key);
    this.key = key;
  }
}

const levelOf = (text) => LEVELS[LEVEL_WORDS.find(([pattern]) => pattern.test(text ?? ""))?.[1] ?? 1];

function months(from, to) {
  const [a, b] = [from, to].map((day) => {
    const [, year, month = 1] = /^(\d{4})(?:-(\d{2}))?/.exec(day ?? "") ?? [];
    return year ? Number(year) * 12 + Number(month) : undefined;
  });
  return a && b ? Math.min(1200, Math.max(1, b - a)) : 12;
}

function resume({basics = {}, work = [], volunteer = [], skills = [], languages = [], certificates = [], education = []}) {
  const named = (name, level, evidence) => ({skill: String(name), level: levelOf(level), evidence});
  return {
    text: [basics.label, basics.summary, ...work.flatMap((each) => [each.summary, ...each.highlights ?? []])].filter(Boolean).join("\n") || undefined,
    experience: [...work, ...volunteer].filter((each) => each.position)
      .map((each) => ({role: each.position, months: months(each.startDate, each.endDate ?? today())})),
    skills: [
      ...skills.flatMap((each) => [each.name, ...each.keywords ?? []].filter(Boolean).map((name) => named(name, each.level, "self"))),
      ...languages.filter((each) => each.language).map((each) => named(each.language, each.fluency, "self")),
    ],
    credentials: [...certificates.map((each) => each.name), ...education.map((each) => [each.studyType, each.area].filter(Boolean).join(" "))]
      .filter(Boolean).map((id) => ({id})),
  };
}

const typesOf = (json) => [json.type ?? [], json["@type"] ?? []].flat();
const isBadge = (json) => typesOf(json).some((type) => ["OpenBadgeCredential", "AchievementCredential", "VerifiableCredential", "Assertion"].includes(type));

function badge(json) {
  const subject = [json.credentialSubject].flat()[0];
  return {openBadge: json, title: subject?.achievement?.name ?? json.name ?? json.badge?.name ?? "Open Badge"};
}

/** What a file says: {profile} to be understood, or {badges}. */
export async function read(file) {
  if (/\.pdf$/i.test(file.name) || file.type === "application/pdf") throw new Unreadable("file.pdf");
  if (/\.(docx?|odt|rtf|pages)$/i.test(file.name)) throw new Unreadable("file.office");
  if (file.size > MOST_BYTES) throw new Unreadable("file.large");
  const text = await file.text();
  if (/\u0000|\uFFFD/.test(text.slice(0, 4000))) throw new Unreadable("file.binary");
  if (!text.trim()) throw new Unreadable("file.empty");
  if (!/^\s*[[{]/.test(text)) return {profile: {text}};
  let json;
  try {
    json = JSON.parse(text);
  } catch {
    if (/\.json(ld)?$/i.test(file.name)) throw new Unreadable("file.json");
    return {profile: {text}};
  }
  const all = [json].flat();
  if (all.every((each) => each && isBadge(each))) return {badges: all.map(badge)};
  if (json.basics || json.work || json.skills || json.certificates) return {profile: resume(json)};
  throw new Unreadable("file.unknown");
}
