// <rung-recommendations>: which credential next, inside any page. One script, no globals, no dependencies.
//
//   <script src="https://rung.example/embed.js" defer></script>
//   <rung-recommendations profile='{"text":"Four years in a hotel kitchen"}' target="pastry chef"></rung-recommendations>
//
// docs/widget.md describes attributes, events, parts and custom properties, and which way of asking is safe.
// To add a language, add an entry to TEXTS; `other` is the plural that every language has.
(() => {
  "use strict";

  const NAME = "rung-recommendations";
  if (customElements.get(NAME)) return;

  /** Where this script came from is where it asks, unless `endpoint` says otherwise. Modules do not know; they need `endpoint`. */
  const HOME = document.currentScript?.src ?? document.baseURI;

  const TEXTS = {
    en: {
      heading: "Credentials to take next",
      asking: "Looking for credentials …",
      found: { one: "{n} credential, best first", other: "{n} credentials, best first" },
      none: "Nothing fits. Fewer limits or another target would let more in.",
      fault: "No recommendations can be shown just now.",
      again: "Try again",
      opens: { one: "{n} more job within reach", other: "{n} more jobs within reach" },
      opensNone: "no further job by itself",
      hours: { one: "{n} hour", other: "{n} hours" },
      hoursUnknown: "hours not stated",
      weeks: { one: "{n} week", other: "{n} weeks" },
      free: "free",
      costUnknown: "cost not stated",
      mode: { online: "online", hybrid: "hybrid", onsite: "on site" },
      assessed: "Assessed: {list}",
      unassessed: "Attendance only, not assessed",
      assessmentUnknown: "Assessment not known",
      assessment: {
        project: "project", exam: "exam", "proctored-exam": "proctored exam", "peer-review": "peer review",
        "case-study": "case study", practical: "practical", simulation: "simulation",
      },
      eqf: "EQF level {n}",
      stacks: "Counts towards a larger award",
      finished: "{completed} of {started} finished",
      illustrative: "Invented example",
      score: "Score {n}",
      why: "Why, and what it asks",
      whyOf: "Why, and what it asks: {title}",
      kind: {
        gain: "Skills", wish: "Wish", stack: "Stack", opens: "Jobs", trust: "Trust", effort: "Time and cost", outcomes: "Completion",
        histories: "What others did", other: "Other",
      },
      before: "Before you start",
      counts: "Counts towards",
      more: "About it",
      unread: "Its description cannot be shown just now.",
      issuer: "{name} (new tab)",
      select: "Choose",
      selectOf: "Choose: {title}",
      follow: "Go to this credential",
      followOf: "Go to this credential: {title}",
      footer: "Jobs are postings counted on {day}. Nothing here promises employment.",
    },
    de: {
      heading: "Passende nächste Abschlüsse",
      asking: "Abschlüsse werden gesucht …",
      found: { one: "{n} Abschluss", other: "{n} Abschlüsse, die besten zuerst" },
      none: "Nichts passt. Weniger Grenzen oder ein anderes Ziel ließen mehr zu.",
      fault: "Empfehlungen können gerade nicht gezeigt werden.",
      again: "Noch einmal versuchen",
      opens: { one: "{n} weitere Stelle in Reichweite", other: "{n} weitere Stellen in Reichweite" },
      opensNone: "allein keine weitere Stelle",
      hours: { one: "{n} Stunde", other: "{n} Stunden" },
      hoursUnknown: "Dauer nicht angegeben",
      weeks: { one: "{n} Woche", other: "{n} Wochen" },
      free: "kostenlos",
      costUnknown: "Kosten nicht angegeben",
      mode: { online: "online", hybrid: "hybrid", onsite: "vor Ort" },
      assessed: "Geprüft: {list}",
      unassessed: "Nur Teilnahme, keine Prüfung",
      assessmentUnknown: "Prüfungsform nicht bekannt",
      assessment: {
        project: "Projekt", exam: "Prüfung", "proctored-exam": "beaufsichtigte Prüfung", "peer-review": "Begutachtung durch Mitlernende",
        "case-study": "Fallstudie", practical: "praktische Prüfung", simulation: "Simulation",
      },
      eqf: "EQR-Stufe {n}",
      stacks: "Zählt für einen größeren Abschluss",
      finished: "{completed} von {started} abgeschlossen",
      illustrative: "Erfundenes Beispiel",
      score: "Wert {n}",
      why: "Warum, und was verlangt wird",
      whyOf: "Warum, und was verlangt wird: {title}",
      kind: {
        gain: "Kompetenzen", wish: "Wunsch", stack: "Anrechnung", opens: "Stellen", trust: "Vertrauen", effort: "Zeit und Kosten", outcomes: "Abschlussquote",
        histories: "Wege anderer", other: "Anderes",
      },
      before: "Vorher nötig",
      counts: "Zählt für",
      more: "Beschreibung",
      unread: "Die Beschreibung kann gerade nicht gezeigt werden.",
      issuer: "{name} (neuer Tab)",
      select: "Auswählen",
      selectOf: "Auswählen: {title}",
      follow: "Zu diesem Abschluss",
      followOf: "Zu diesem Abschluss: {title}",
      footer: "Stellen sind Anzeigen, gezählt am {day}. Nichts hiervon verspricht eine Beschäftigung.",
      adds: "Vermittelt {list}",
      towards: " auf dem Weg zu {target}",
      addsLittle: "Bringt der Richtung wenig",
      reason: {
        gain: "vermittelt {label}", wish: "entspricht dem Wunsch {label}", stack: "zählt für einen größeren Abschluss",
        trust: "Prüfung, Stufe und Anerkennung", effort: "Stunden und Kosten", outcomes: "Anteil der Abschlüsse",
        histories: "was andere nach Gleichem wählten",
      },
    },
    es: {
      heading: "Próximas credenciales recomendadas",
      asking: "Buscando credenciales …",
      found: { one: "{n} credencial", other: "{n} credenciales, las mejores primero" },
      none: "Nada encaja. Menos límites u otra meta permitirían más.",
      fault: "Ahora mismo no se pueden mostrar recomendaciones.",
      again: "Intentar de nuevo",
      opens: { one: "{n} empleo más al alcance", other: "{n} empleos más al alcance" },
      opensNone: "por sí sola, ningún empleo más",
      hours: { one: "{n} hora", other: "{n} horas" },
      hoursUnknown: "duración no indicada",
      weeks: { one: "{n} semana", other: "{n} semanas" },
      free: "gratis",
      costUnknown: "precio no indicado",
      mode: { online: "en línea", hybrid: "semipresencial", onsite: "presencial" },
      assessed: "Con evaluación: {list}",
      unassessed: "Solo asistencia, sin evaluación",
      assessmentUnknown: "Evaluación desconocida",
      assessment: {
        project: "proyecto", exam: "examen", "proctored-exam": "examen supervisado", "peer-review": "evaluación entre pares",
        "case-study": "caso práctico", practical: "prueba práctica", simulation: "simulación",
      },
      eqf: "Nivel {n} del MEC",
      stacks: "Cuenta para un título mayor",
      finished: "{completed} de {started} terminaron",
      illustrative: "Ejemplo inventado",
      score: "Valor {n}",
      why: "Por qué, y qué exige",
      whyOf: "Por qué, y qué exige: {title}",
      kind: {
        gain: "Competencias", wish: "Deseo", stack: "Acumulación", opens: "Empleos", trust: "Confianza", effort: "Tiempo y coste", outcomes: "Finalización",
        histories: "Lo que hicieron otros", other: "Otros",
      },
      before: "Antes de empezar",
      counts: "Cuenta para",
      more: "Descripción",
      unread: "Ahora mismo no se puede mostrar la descripción.",
      issuer: "{name} (pestaña nueva)",
      select: "Elegir",
      selectOf: "Elegir: {title}",
      follow: "Ir a esta credencial",
      followOf: "Ir a esta credencial: {title}",
      footer: "Los empleos son ofertas contadas el {day}. Nada de esto promete un empleo.",
      adds: "Aporta {list}",
      towards: " hacia {target}",
      addsLittle: "Aporta poco en esta dirección",
      reason: {
        gain: "enseña {label}", wish: "responde al deseo {label}", stack: "cuenta para un título mayor",
        trust: "evaluación, nivel y reconocimiento", effort: "horas y coste", outcomes: "proporción que termina",
        histories: "lo que otros eligieron después de lo mismo",
      },
    },
  };

  /** Parts of a score in the order in which the bar shows them. */
  const KINDS = ["gain", "wish", "stack", "opens", "trust", "effort", "outcomes", "histories"];
  /** What a newer server may add; without it the bar would not be the score. */
  const OTHER = "other";
  const DEFAULT_LIMIT = 3;
  const MOST = 50;

  const STYLE = `
    :host {
      --accent: var(--rung-accent, light-dark(#0b5d4e, #7fd6c2));
      --on-accent: var(--rung-on-accent, light-dark(#ffffff, #10201c));
      --ink: var(--rung-ink, light-dark(#1c2430, #e7ebe6));
      --quiet: var(--rung-quiet, light-dark(#4f5b6b, #a9b3ad));
      --paper: var(--rung-paper, light-dark(#fdfdfb, #151a19));
      --panel: var(--rung-panel, light-dark(#f1f3ef, #1f2625));
      --line: var(--rung-line, light-dark(#c9cfc6, #3b4644));
      --fault: var(--rung-fault, light-dark(#a3221b, #ff9c93));
      --radius: var(--rung-radius, 8px);
      display: block;
      container-type: inline-size;
      color: var(--ink);
      font: var(--rung-font, 1rem/1.5 system-ui, sans-serif);
      overflow-wrap: anywhere;
    }
    :host([hidden]) { display: none; }
    :host([theme="light"]) { color-scheme: light; }
    :host([theme="dark"]) { color-scheme: dark; }
    * { box-sizing: border-box; }
    section { background: var(--paper); border: 1px solid var(--line); border-radius: var(--radius); padding: 1rem 1.1rem; }
    .heading { font-size: 1.25em; line-height: 1.25; margin: 0; }
    .status, .footer { color: var(--quiet); font-size: 0.875em; margin: 0.2rem 0 0; }
    .footer { border-top: 1px solid var(--line); margin-top: 1rem; padding-top: 0.6rem; }
    .fault { border-left: 3px solid var(--fault); margin: 0.8rem 0 0; padding: 0.1rem 0 0.1rem 0.8rem; }
    .fault p { margin: 0 0 0.5rem; }
    .list { list-style: none; margin: 0.8rem 0 0; padding: 0; }
    [aria-busy="true"] .list { opacity: 0.55; }
    .item { border-top: 1px solid var(--line); padding: 0.9rem 0; }
    .item:last-child { padding-bottom: 0; }
    .title { font-size: 1.0625em; line-height: 1.3; margin: 0; }
    .by { color: var(--quiet); font-size: 0.875em; margin: 0.1rem 0 0; }
    .sentence { margin: 0.4rem 0 0; }
    .facts, .marks, .parts, .notes { list-style: none; margin: 0.5rem 0 0; padding: 0; }
    .facts { display: flex; flex-wrap: wrap; gap: 0.1rem 1.1rem; font-weight: 600; }
    .facts .unknown { color: var(--quiet); font-weight: 400; font-style: italic; }
    .marks { display: flex; flex-wrap: wrap; gap: 0.35rem; font-size: 0.8125em; }
    .mark { background: var(--panel); border: 1px solid var(--line); border-radius: 999px; padding: 0.05rem 0.6rem; }
    .mark.good::before { content: "✓ " / ""; color: var(--accent); font-weight: 700; }
    .mark.unknown { border-style: dashed; }
    .mark.unknown::before { content: "? " / ""; font-weight: 700; }
    .mark.warn { border-color: var(--quiet); font-style: italic; }
    .score { align-items: center; display: flex; gap: 0.7rem; margin: 0.6rem 0 0; }
    .number { font-size: 0.875em; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .bar { background: var(--panel); border: 1px solid var(--line); border-radius: 999px; display: flex; flex: 1; gap: 1px; height: 0.75rem; min-width: 4rem; overflow: hidden; }
    .gain { --part: light-dark(#0b5d4e, #7fd6c2); }
    .wish { --part: light-dark(#8a3b6b, #eea6cf); }
    .stack { --part: light-dark(#8a4b00, #ffbf75); }
    .opens { --part: light-dark(#1c5fb0, #8fbcff); }
    .trust { --part: light-dark(#6a4fb3, #c4b1ff); }
    .effort { --part: light-dark(#6b6f00, #d8dc6a); }
    .outcomes { --part: light-dark(#5f6b66, #b3beb8); }
    .histories { --part: light-dark(#00707f, #6fdcec); }
    .other { --part: light-dark(#1c2430, #e7ebe6); }
    .segment, .swatch { background: var(--part); forced-color-adjust: none; }
    .segment { flex: none; }
    .swatch { border-radius: 3px; display: inline-block; height: 0.75em; margin-right: 0.5em; width: 0.75em; }
    details { margin: 0.5rem 0 0; }
    summary { border-radius: 4px; color: var(--accent); cursor: pointer; min-height: 1.5rem; width: fit-content; }
    .parts > li { margin: 0.5rem 0 0; }
    .parts .name { display: flex; font-weight: 600; gap: 0.6rem; justify-content: space-between; }
    .parts .value { font-variant-numeric: tabular-nums; }
    .parts ul { color: var(--quiet); font-size: 0.9375em; margin: 0.1rem 0 0; padding-left: 1.3rem; }
    .notes > li { margin: 0.6rem 0 0; }
    .notes strong { display: block; }
    a { color: var(--accent); }
    .act { display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 0.7rem 0 0; }
    .button {
      background: var(--accent); border: 1px solid transparent; border-radius: calc(var(--radius) * 0.75); color: var(--on-accent); cursor: pointer;
      display: inline-block; font: inherit; font-weight: 600; min-height: 2.5rem; padding: 0.4rem 1rem; text-decoration: none;
    }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
    [hidden] { display: none; }
    @container (min-width: 34rem) {
      section { padding: 1.3rem 1.5rem; }
    }
    @media print { .act { display: none; } }
  `;

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);

  /** A problem that can be told: `status` of HTTP, 0 if there was no answer at all, and a sentence. */
  class Fault extends Error {
    constructor(status, message) {
      super(message);
      this.status = status;
    }
  }

  /** An element. Texts are only ever set as text, never as markup, and styles never as attributes, which a strict policy refuses. */
  function make(tag, className, ...children) {
    const made = document.createElement(tag);
    if (className) {
      made.className = className;
      made.setAttribute("part", className.split(" ")[0]);
    }
    made.append(...children.filter((child) => child !== null));
    return made;
  }

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

  /** Ask for nothing that is not a web address, and for nothing with a password in it. */
  function webAddress(text, base) {
    try {
      const url = new URL(text, base);
      return /^https?:$/.test(url.protocol) && !url.username && !url.password ? url : null;
    } catch {
      return null;
    }
  }

  /** A link may lead to an encrypted address or to the site that shows it, nowhere else. */
  function linkAddress(text) {
    const url = webAddress(text, document.baseURI);
    return url && (url.protocol === "https:" || url.origin === location.origin) ? url.href : null;
  }

  /** What the texts of one language need: plurals, numbers, money, lists and days. */
  class Speech {
    constructor(code) {
      this.code = code;
      this.texts = TEXTS[code];
      this.plurals = new Intl.PluralRules(code);
    }

    static of(element) {
      for (let node = element; node; node = node.parentNode ?? node.host) {
        const code = node.lang?.slice(0, 2).toLowerCase();
        if (code) return new Speech(TEXTS[code] ? code : "en");
      }
      const known = navigator.languages.map((l) => l.slice(0, 2)).find((l) => TEXTS[l]);
      return new Speech(known ?? "en");
    }

    say(name, values = {}) {
      return fill(this.texts[name], values);
    }

    count(name, n) {
      const forms = this.texts[name];
      return fill(forms[this.plurals.select(n)] ?? forms.other, { n: n.toLocaleString(this.code) });
    }

    score(n) {
      return n.toLocaleString(this.code, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    }

    money({ amount, currency }) {
      if (amount === 0) return this.texts.free;
      try {
        return amount.toLocaleString(this.code, { style: "currency", currency, minimumFractionDigits: amount % 1 ? 2 : 0 });
      } catch {
        return amount.toLocaleString(this.code) + " " + currency;
      }
    }

    list(words) {
      return new Intl.ListFormat(this.code).format(words);
    }

    day(iso) {
      return new Intl.DateTimeFormat(this.code, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(iso));
    }

    /** Why a credential is here. The server says it in English; in other languages the same is said from the same facts. */
    sentence(result, target) {
      if (this.code === "en") return result.sentence;
      const labels = [...new Set(result.reasons.map((r) => r.label).filter(Boolean))].slice(0, 3);
      const adds = labels.length ? this.say("adds", { list: this.list(labels) }) : this.say("addsLittle");
      const towards = labels.length && target ? this.say("towards", { target }) : "";
      return adds + towards + "; " + (result.opens ? this.count("opens", result.opens) : this.say("opensNone")) + ".";
    }

    reason(reason, result) {
      if (this.code === "en") return reason.text;
      if (reason.kind === "opens") return this.count("opens", result.opens);
      return fill(this.texts.reason[reason.kind] ?? reason.text, { label: reason.label ?? "" });
    }

    /** Marks words that the server said in English, so that they are read out as English. */
    foreign(element) {
      if (this.code !== "en") element.lang = "en";
      return element;
    }
  }

  class RungRecommendations extends HTMLElement {
    static observedAttributes = ["profile", "target", "region", "limit", "endpoint", "key", "lang", "heading", "heading-level", "href", "selectable"];
    static #asks = new Set(["profile", "target", "region", "limit", "endpoint", "key"]);

    #root = this.attachShadow({ mode: "open" });
    #profile = null;
    #answer = null;
    #fault = null;
    #asking = null;
    #reading = null;
    #due = false;

    constructor() {
      super();
      this.#root.adoptedStyleSheets = [sheet];
    }

    /** The profile as an object; while it is null, the attribute counts. Never stored and never part of an address. */
    get profile() {
      return this.#profile;
    }

    set profile(value) {
      this.#profile = value ?? null;
      this.refresh();
    }

    /** Asks again. Several calls in one go are one question. */
    refresh() {
      if (this.#due || !this.isConnected) return;
      this.#due = true;
      queueMicrotask(() => {
        this.#due = false;
        if (this.isConnected) this.#ask();
      });
    }

    connectedCallback() {
      if (Object.hasOwn(this, "profile")) {
        const early = this.profile;
        delete this.profile;
        this.profile = early;
      }
      this.#reading = new AbortController();
      this.refresh();
    }

    disconnectedCallback() {
      this.#asking?.abort();
      this.#reading?.abort();
      this.#root.replaceChildren();
    }

    attributeChangedCallback(name, before, after) {
      if (before === after || !this.isConnected) return;
      if (RungRecommendations.#asks.has(name)) this.refresh();
      else if (this.#answer || this.#fault) this.#render();
    }

    async #ask() {
      this.#asking?.abort();
      const asking = (this.#asking = new AbortController());
      this.#render();
      let answer;
      try {
        answer = await this.#send("/v1/recommendations/credentials", asking.signal, this.#request());
        if (!Array.isArray(answer.results)) throw new Fault(0, "The answer is not one of Rung's.");
      } catch (problem) {
        if (asking.signal.aborted) return;
        this.#settle(null, problem instanceof Fault ? problem : new Fault(0, "There was no answer: " + problem.message));
        this.#tell("rung-error", { status: this.#fault.status, message: this.#fault.message });
        return;
      }
      if (asking.signal.aborted) return;
      this.#settle(answer, null);
      const { generation, model, asOf, total } = answer;
      this.#tell("rung-answer", { generation, model, asOf, total, ids: answer.results.map((r) => r.id) });
    }

    #settle(answer, fault) {
      this.#asking = null;
      this.#answer = answer;
      this.#fault = fault;
      this.#render();
    }

    #tell(name, detail, cancelable = false) {
      return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }));
    }

    #request() {
      const request = { ...(this.#profile ?? this.#writtenProfile()), limit: this.#limit() };
      const target = this.getAttribute("target")?.trim();
      const region = this.getAttribute("region")?.trim();
      if (target) request.target = { role: target };
      if (region) request.constraints = { ...request.constraints, region };
      return request;
    }

    #limit() {
      const limit = Number.parseInt(this.getAttribute("limit") ?? "", 10);
      return limit >= 1 ? Math.min(limit, MOST) : DEFAULT_LIMIT;
    }

    #writtenProfile() {
      const written = this.getAttribute("profile")?.trim();
      if (!written) return {};
      const json = written.startsWith("{") ? written : this.#block(written.replace(/^#/, ""));
      try {
        return JSON.parse(json);
      } catch {
        throw new Fault(0, "The attribute profile should be JSON, or the id of a script element with JSON in it.");
      }
    }

    #block(id) {
      const block = this.getRootNode().getElementById?.(id) ?? document.getElementById(id);
      return block?.textContent ?? "";
    }

    async #send(path, signal, body) {
      const base = webAddress(this.getAttribute("endpoint") ?? new URL(".", HOME).href, document.baseURI);
      if (!base) throw new Fault(0, "The attribute endpoint should be a web address.");
      const headers = { Accept: "application/json" };
      const key = this.getAttribute("key");
      if (key) headers.Authorization = "Bearer " + key;
      if (body) headers["Content-Type"] = "application/json";
      const response = await fetch(base.origin + base.pathname.replace(/\/$/, "") + path, {
        method: body ? "POST" : "GET", headers, body: body && JSON.stringify(body), signal, referrerPolicy: "no-referrer",
      });
      const answer = await response.json().catch(() => null);
      if (!response.ok || !answer) throw new Fault(response.status, answer?.detail ?? "The server answered with status " + response.status + ".");
      return answer;
    }

    #render() {
      const speech = Speech.of(this);
      const heading = make("h" + this.#headingLevel(), "heading", this.getAttribute("heading") ?? speech.say("heading"));
      heading.id = "heading";
      // The same status element stays, so that screen readers notice what it says next.
      const status = this.#root.querySelector(".status") ?? make("p", "status");
      status.setAttribute("role", "status");
      const section = make("section", "", heading, status, this.#faultBox(speech), ...this.#found(speech));
      section.setAttribute("aria-labelledby", "heading");
      section.setAttribute("part", "box");
      section.setAttribute("aria-busy", String(this.#asking !== null));
      section.lang = speech.code;
      this.#place(section);
      status.textContent = this.#statusText(speech);
    }

    /** Puts the new content where the old was, keeping the focus on what has it if that is still there, and what was open open. */
    #place(section) {
      const old = this.#root.querySelector("section");
      const open = new Set([...this.#root.querySelectorAll("details[open]")].map((d) => d.dataset.id));
      const focused = this.#root.activeElement?.id;
      if (old) {
        old.replaceChildren(...section.childNodes);
        for (const { name, value } of section.attributes) old.setAttribute(name, value);
      } else {
        this.#root.append(section);
      }
      for (const details of this.#root.querySelectorAll("details")) details.open = open.has(details.dataset.id);
      if (focused) this.#root.getElementById(focused)?.focus();
    }

    #headingLevel() {
      const level = Number.parseInt(this.getAttribute("heading-level") ?? "", 10);
      return level >= 2 && level <= 5 ? level : 3;
    }

    #statusText(speech) {
      if (this.#asking) return speech.say("asking");
      if (this.#fault) return "";
      const results = this.#answer.results;
      return results.length ? speech.count("found", results.length) : speech.say("none");
    }

    #faultBox(speech) {
      if (!this.#fault || this.#asking) return null;
      const again = make("button", "button", speech.say("again"));
      again.type = "button";
      again.id = "again";
      again.addEventListener("click", () => this.refresh());
      const box = make("div", "fault", make("p", "", speech.say("fault")), speech.foreign(make("p", "", this.#fault.message)), again);
      box.setAttribute("role", "alert");
      return box;
    }

    #found(speech) {
      const results = this.#answer?.results ?? [];
      if (!results.length) return [];
      const best = Math.max(...results.map((r) => r.score));
      const list = make("ol", "list", ...results.map((result, at) => this.#item(result, at, best, speech)));
      list.setAttribute("role", "list");
      return [list, make("p", "footer", speech.say("footer", { day: speech.day(this.#answer.asOf) }))];
    }

    #item(result, at, best, speech) {
      const title = make("h" + (this.#headingLevel() + 1), "title", result.title);
      return make(
        "li", "item",
        title,
        result.issuer ? make("p", "by", result.issuer) : null,
        make("p", "sentence", speech.sentence(result, this.#answer.understood?.target?.title)),
        facts(result, speech),
        marks(result, speech),
        scoreBar(result, best, speech),
        this.#details(result, at, speech),
        this.#actions(result, at, speech),
      );
    }

    #details(result, at, speech) {
      const summary = make("summary", "why", speech.say("why"));
      summary.id = "why-" + at;
      summary.setAttribute("aria-label", speech.say("whyOf", { title: result.title }));
      const notes = make("ul", "notes", ...remarks(result, speech));
      notes.setAttribute("role", "list");
      const details = make("details", "details", summary, parts(result, speech), notes);
      details.dataset.id = result.id;
      details.addEventListener("toggle", () => details.open && this.#describe(result, notes, speech), { once: true });
      return details;
    }

    /** What the catalogue says about a credential, asked for when somebody wants to know. */
    async #describe(result, notes, speech) {
      const signal = this.#reading.signal;
      let about;
      try {
        const credential = await this.#send("/v1/credentials/" + encodeURIComponent(result.id), signal);
        const link = issuerLink(credential.issuer, speech);
        about = make("li", "about", make("strong", "", speech.say("more")), credential.description ?? "", link ? " " : "", link);
      } catch {
        about = make("li", "about", speech.say("unread"));
      }
      if (!signal.aborted) notes.append(about);
    }

    #actions(result, at, speech) {
      const template = this.getAttribute("href");
      const address = template && linkAddress(template.replaceAll("{id}", encodeURIComponent(result.id)));
      if (!address && !this.hasAttribute("selectable")) return null;
      const act = make(address ? "a" : "button", "button", speech.say(address ? "follow" : "select"));
      act.setAttribute("aria-label", speech.say(address ? "followOf" : "selectOf", { title: result.title }));
      act.id = "act-" + at;
      if (address) {
        act.href = address;
        act.rel = "noopener";
      } else {
        act.type = "button";
      }
      act.addEventListener("click", (click) => {
        const { id, title, issuer, opens, hours, cost } = result;
        if (!this.#tell("rung-select", { id, title, issuer, opens, hours, cost, position: at + 1 }, true)) click.preventDefault();
      });
      return make("p", "act", act);
    }
  }

  /** What it takes and brings. What is not stated is said to be so. */
  function facts(result, speech) {
    const known = (text) => make("li", "fact", text);
    const unknown = (name) => make("li", "fact unknown", speech.say(name));
    const time = [];
    if (result.hours !== undefined) time.push(speech.count("hours", result.hours));
    if (result.weeks !== undefined) time.push(speech.count("weeks", result.weeks));
    const list = make(
      "ul", "facts",
      known(result.opens ? "+ " + speech.count("opens", result.opens) : speech.say("opensNone")),
      time.length ? known(time.join(" · ")) : unknown("hoursUnknown"),
      result.cost ? known(speech.money(result.cost)) : unknown("costUnknown"),
      result.modes?.length ? known(result.modes.map((m) => speech.texts.mode[m] ?? m).join(", ")) : null,
    );
    list.setAttribute("role", "list");
    return list;
  }

  /** What speaks for it. Not known looks different from known to be so and from known not to be so. */
  function marks(result, speech) {
    const kinds = (result.assessment ?? []).filter((kind) => kind !== "none");
    const mark = (className, text) => make("li", "mark " + className, text);
    const list = make("ul", "marks");
    if (kinds.length) list.append(mark("good", speech.say("assessed", { list: kinds.map((k) => speech.texts.assessment[k] ?? k).join(", ") })));
    else list.append(result.assessment?.length ? mark("warn", speech.say("unassessed")) : mark("unknown", speech.say("assessmentUnknown")));
    if (result.eqf !== undefined) list.append(mark("good", speech.say("eqf", { n: result.eqf })));
    if (result.stacksInto?.length) list.append(mark("good", speech.say("stacks")));
    const { started, completed } = result.outcomeStatistics ?? {};
    if (started && completed !== undefined) list.append(mark("plain", speech.say("finished", { started, completed })));
    if (result.illustrative) list.append(mark("warn", speech.say("illustrative")));
    list.setAttribute("role", "list");
    return list;
  }

  /** Sums of the reasons by kind, in the order of the bar; together they are the score. */
  function sums(result) {
    return [...KINDS, OTHER].map((kind) => {
      const reasons = result.reasons.filter((r) => (KINDS.includes(r.kind) ? r.kind : OTHER) === kind);
      return { kind, reasons, sum: reasons.reduce((sum, r) => sum + r.contribution, 0) };
    }).filter(({ reasons }) => reasons.length);
  }

  function scoreBar(result, best, speech) {
    const bar = make("span", "bar");
    bar.setAttribute("role", "img");
    const said = sums(result).map(({ kind, sum }) => speech.texts.kind[kind] + " " + speech.score(sum));
    bar.setAttribute("aria-label", said.join(", "));
    for (const { kind, sum } of sums(result)) {
      const segment = make("span", "segment " + kind);
      segment.style.setProperty("width", (100 * sum) / (best || 1) + "%");
      bar.append(segment);
    }
    return make("div", "score", make("span", "number", speech.say("score", { n: speech.score(result.score) })), bar);
  }

  function parts(result, speech) {
    const list = make("ul", "parts");
    for (const { kind, reasons, sum } of sums(result)) {
      const swatch = make("span", "swatch " + kind);
      const name = make("span", "name", make("span", "", swatch, speech.texts.kind[kind]), make("span", "value", speech.score(sum)));
      list.append(make("li", "reason", name, make("ul", "", ...reasons.map((r) => make("li", "", speech.reason(r, result))))));
    }
    list.setAttribute("role", "list");
    return list;
  }

  /** What stands before it and what it counts towards. */
  function remarks(result, speech) {
    const remark = (name, texts) => {
      if (!texts?.length) return null;
      return make("li", "note", make("strong", "", speech.say(name)), speech.foreign(make("span", "", texts.join("; "))));
    };
    return [remark("before", result.obstacles), remark("counts", result.stacksInto?.map((rule) => rule.agreement ?? rule.award))].filter(Boolean);
  }

  function issuerLink(issuer, speech) {
    const address = issuer?.url && linkAddress(issuer.url);
    if (!address) return null;
    const link = make("a", "link", speech.say("issuer", { name: issuer.name }));
    link.href = address;
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    return link;
  }

  customElements.define(NAME, RungRecommendations);
})();
