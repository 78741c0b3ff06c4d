// The bar on top: where one can go, the language, light or dark.
import {el, svg} from "./dom.js";
import {set, setting} from "./settings.js";
import {LANGUAGES, choose, currentLanguage, onLanguage, t} from "./texts.js";

const PAGES = [["learner", "/"], ["recruiter", "/recruiter"], ["operator", "/operator"], ["docs", "/docs"]];
const THEMES = ["system", "light", "dark"];

function brand() {
  return el("a", {class: "brand", href: "/"},
    svg("svg", {viewBox: "0 0 24 24", "aria-hidden": "true"},
      svg("path", {d: "M6 2v20M18 2v20M6 6.5h12M6 12h12M6 17.5h12", stroke: "currentColor", "stroke-width": 2.6, "stroke-linecap": "round", fill: "none"})),
    "Rung");
}

function showTheme(theme) {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** Fills <header class="bar"> of a page; page is its name in PAGES. Words follow the language. */
export function showBar(page) {
  const place = document.querySelector("header.bar");
  const fill = () => {
    const links = PAGES.map(([name, address]) => el("li", {},
      el("a", {href: address, "aria-current": name === page && "page"}, t(`bar.${name}`))));
    const languages = el("select", {id: "language", "aria-label": t("bar.language"), on: {change: (event) => choose(event.target.value)}},
      Object.entries(LANGUAGES).map(([code, name]) => el("option", {value: code, lang: code, selected: code === currentLanguage()}, name)));
    const themes = el("select", {id: "theme", "aria-label": t("bar.theme"), on: {change: (event) => {
      set("theme", event.target.value === "system" ? undefined : event.target.value);
      showTheme(event.target.value);
    }}}, THEMES.map((theme) => el("option", {value: theme, selected: theme === (setting("theme") ?? "system")}, t(`bar.theme.${theme}`))));
    const focused = place.contains(document.activeElement) ? document.activeElement.id : "";
    place.replaceChildren(el("div", {}, brand(), el("nav", {"aria-label": t("bar.pages")}, el("ul", {}, links)), languages, themes));
    if (focused) document.getElementById(focused)?.focus();
  };
  onLanguage(fill);
}
