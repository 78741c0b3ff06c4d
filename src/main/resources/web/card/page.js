// Stands where a credential's page is, on a server that wants a key: asks for one, and puts the page in its own place. Nothing of the catalogue is
// in this file; whoever has no key learns nothing, not even whether there is such a credential.
import {Trouble, look} from "../common/api.js";
import {showBar} from "../common/bar.js";
import {byId} from "../common/dom.js";
import {keyPanel} from "../common/key.js";
import {speak, t} from "../common/texts.js";

let refuseKey = () => {};

/** The page, as text; also the one that says that there is no such credential. */
async function fetched() {
  try {
    return (await look(location.pathname + location.search)).detail;
  } catch (trouble) {
    if (!(trouble instanceof Trouble) || trouble.status !== 404) throw trouble;
    return trouble.message;
  }
}

async function show() {
  byId("trouble").textContent = "";
  try {
    // Made by the server, which writes whatever a catalogue says as text; this page's policy lets no script in it run either.
    const page = new DOMParser().parseFromString(await fetched(), "text/html");
    document.title = page.title;
    const main = page.querySelector("main");
    main.lang = page.documentElement.lang;
    byId("main").replaceWith(main, ...page.querySelectorAll("footer"));
    main.focus();
  } catch (trouble) {
    if (!(trouble instanceof Trouble)) throw trouble;
    if (trouble.status === 401 || trouble.status === 403) refuseKey(trouble.status);
    else byId("trouble").textContent = trouble.status === 0 ? t("trouble.unreached") : trouble.status === 429 ? t("trouble.often") : trouble.message;
  }
}

showBar("");
await speak();
refuseKey = await keyPanel(byId("key-place"), ["read"], show);
document.documentElement.dataset.ready = "true";
