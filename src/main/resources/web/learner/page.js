import {showBar} from "../common/bar.js";
import {speak} from "../common/texts.js";

showBar("learner");
await speak();
document.documentElement.dataset.ready = "true";
