"use strict";

// Asks this server the questions of the start page. Texts from answers are only ever set as text, never as markup.
const byId = (id) => document.getElementById(id);
const HINTS = {
  person: ["What you can do, have done and want", "What you write here is used for this answer and is not kept."],
  skills: ["Skills that you look for, separated by commas or lines", "For example: bake pastries, food hygiene rules"],
};

function about() {
  return document.querySelector('input[name="about"]:checked').value;
}

function showFields() {
  const [label, hint] = about() === "candidates" ? HINTS.skills : HINTS.person;
  byId("text-label").textContent = label;
  byId("text-hint").textContent = hint;
  byId("target-field").hidden = about() === "candidates";
}

function question() {
  const text = byId("text").value;
  if (about() === "candidates") {
    const names = text.split(/[,\n]/).map((name) => name.trim()).filter((name) => name);
    return ["/v1/candidates/search", { requirements: names.map((name) => ({ skill: name })), limit: 10 }];
  }
  const request = { text, limit: 10 };
  const target = byId("target").value.trim();
  if (target) request.target = { role: target };
  return ["/v1/recommendations/" + about(), request];
}

async function send(path, request) {
  const headers = { "Content-Type": "application/json" };
  const key = byId("key").value.trim();
  if (key) headers.Authorization = "Bearer " + key;
  const response = await fetch(path, { method: "POST", headers, body: JSON.stringify(request) });
  const answer = await response.json();
  if (response.status === 401) byId("key-field").hidden = false;
  if (!response.ok) throw new Error(answer.detail);
  return answer;
}

function element(name, text, className) {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

function item(result) {
  const made = document.createElement("li");
  const heading = element("h3", result.title + " ");
  for (const mark of ["illustrative", "sample", "fictitious"]) {
    if (result[mark]) heading.append(element("span", mark, "mark"));
  }
  const reasons = document.createElement("ul");
  for (const reason of result.reasons ?? []) {
    reasons.append(element("li", reason.text + " (" + reason.contribution.toFixed(2) + ")"));
  }
  const details = document.createElement("details");
  details.append(element("summary", "Why: score " + result.score.toFixed(2)), reasons);
  made.append(heading, element("p", result.sentence), details);
  return made;
}

function show(answer) {
  const results = answer.results ?? [];
  byId("status").textContent = results.length ? "The best " + results.length + ":" : "Nothing fits.";
  const understood = (answer.understood.skills ?? []).map((said) => "“" + said.said + "” as " + said.label);
  byId("understood").textContent = understood.length ? "Understood: " + understood.join("; ") + "." : "";
  byId("results").replaceChildren(...results.map(item));
  byId("answer-heading").focus();
}

async function ask(event) {
  event.preventDefault();
  const button = event.target.querySelector("button");
  button.disabled = true;
  byId("status").className = "";
  byId("status").textContent = "Asking …";
  byId("understood").textContent = "";
  byId("results").replaceChildren();
  try {
    show(await send(...question()));
  } catch (fault) {
    byId("status").className = "fault";
    byId("status").textContent = fault.message;
  } finally {
    button.disabled = false;
  }
}

byId("ask").addEventListener("submit", ask);
document.querySelectorAll('input[name="about"]').forEach((choice) => choice.addEventListener("change", showFields));
showFields();
