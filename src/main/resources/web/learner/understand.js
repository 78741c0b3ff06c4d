// From words to chips: the server reads them once, and what it found is shown to be corrected. From then on the chips count, not the words.
import {ask} from "../common/api.js";

/** Below this the server is too unsure to count a skill without being told. */
const SURE = 0.6;
const MONTHS_UNSAID = 36;
const NUMBERS = [
  ["one", "ein", "eine", "einem", "einer", "un", "uno", "una"], ["two", "zwei", "dos"], ["three", "drei", "tres"], ["four", "vier", "cuatro"],
  ["five", "fünf", "cinco"], ["six", "sechs", "seis"], ["seven", "sieben", "siete"], ["eight", "acht", "ocho"], ["nine", "neun", "nueve"],
  ["ten", "zehn", "diez"], ["eleven", "elf", "once"], ["twelve", "zwölf", "doce"],
];
const WORDS = new Map(NUMBERS.flatMap((words, i) => words.map((word) => [word, i + 1])));
const TIME = new RegExp(`(?<![\\p{L}\\d])(\\d{1,2}|${[...WORDS.keys()].join("|")})\\s+(years?|jahren?|años?|months?|monaten?|meses)(?!\\p{L})`, "iu");

/** How long somebody says they did something, looked for in the sentence that names it. */
export function monthsIn(text, words) {
  const at = text.toLowerCase().indexOf(words.toLowerCase());
  const from = Math.max(...[".", "!", "?", "\n"].map((end) => text.lastIndexOf(end, at)));
  const to = text.slice(at).search(/[.!?\n]/);
  const found = TIME.exec(text.slice(from + 1, to < 0 ? undefined : at + to));
  if (!found) return MONTHS_UNSAID;
  const count = WORDS.get(found[1].toLowerCase()) ?? Number(found[1]);
  return /^m/i.test(found[2]) ? count : count * 12;
}

/**
 * What the server takes a profile to say: {skills, perhaps, work, credentials, wishes, target, notes}.
 * A role that is named in the text becomes a piece of work, whose skills can be looked at and corrected.
 */
export async function understand(profile) {
  const {understood} = await ask("/v1/recommendations/roles", {...profile, limit: 1});
  const found = {skills: [], perhaps: [], work: [...profile.experience ?? []], credentials: [], wishes: understood.wishes ?? [], notes: understood.notes ?? []};
  for (const {at, said, skill, label, how, confidence, level, evidence} of understood.skills ?? []) {
    if (how === "role") {
      if (at === "/text" && !found.work.some(({role}) => role.toLowerCase() === said.toLowerCase())) {
        found.work.push({role: said, months: monthsIn(profile.text, said)});
      }
    } else if (how !== "credential") {
      const list = confidence >= SURE ? found.skills : found.perhaps;
      if (!list.some((each) => each.skill === skill)) list.push({skill, label, level, evidence, said});
    }
  }
  const unknown = new Set(found.notes.map(({at}) => at));
  found.credentials = (profile.credentials ?? []).flatMap(({id}, i) => (id && !unknown.has(`/credentials/${i}`) ? [{id, title: id}] : []));
  if (understood.target) found.target = understood.target;
  return found;
}
