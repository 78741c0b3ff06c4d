// Asks the server. What a person says about themselves goes into bodies only, never into an address.
let key = "";

/** The key of a server that wants one; it is kept in this page only. */
export function useKey(given) {
  key = given.trim();
}

export const hasKey = () => key !== "";

/** A refusal or failure: status 0 if the server could not be reached; detail says what to do; errors name fields. */
export class Trouble extends Error {
  constructor(status, problem) {
    super(problem.detail);
    this.status = status;
    this.errors = problem.errors ?? [];
  }
}

async function send(path, options) {
  const headers = {...options.headers};
  if (key) headers.Authorization = `Bearer ${key}`;
  let response;
  try {
    response = await fetch(path, {...options, headers, credentials: "omit"});
  } catch (fault) {
    if (fault.name === "AbortError") throw fault;
    throw new Trouble(0, {detail: fault.message});
  }
  const type = response.headers.get("Content-Type") ?? "";
  const answer = type.includes("json") ? await response.json() : {detail: await response.text()};
  if (!response.ok) throw new Trouble(response.status, answer);
  return answer;
}

/** Asks with a body: await ask("/v1/recommendations/credentials", {text: "…"}). A signal stops it. */
export function ask(path, body, signal) {
  return send(path, {method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify(body), signal});
}

/** Looks something up that is the same for everybody: await look("/v1/roles", {q: "chef", limit: 8}). */
export function look(path, query = {}, signal) {
  const search = new URLSearchParams(query).toString();
  return send(search ? `${path}?${search}` : path, {signal});
}

/** Keeps only the newest of several questions: an older one that is still under way is stopped. */
export function latest() {
  let running;
  return async (question) => {
    running?.abort();
    const mine = (running = new AbortController());
    try {
      const answer = await question(mine.signal);
      return mine.signal.aborted ? undefined : answer;
    } catch (fault) {
      if (mine.signal.aborted || fault.name === "AbortError") return undefined;
      throw fault;
    }
  };
}
