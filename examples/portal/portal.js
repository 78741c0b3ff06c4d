"use strict";

// The portal's own part: another target is another attribute, and what somebody chooses arrives as an event.
const career = document.getElementById("career");
const plan = document.getElementById("plan");

document.getElementById("target").addEventListener("change", (change) => career.setAttribute("target", change.target.value));

career.addEventListener("rung-select", (select) => {
  document.getElementById("nothing").hidden = true;
  const line = document.createElement("li");
  line.textContent = select.detail.title + ", " + select.detail.issuer;
  plan.append(line);
});
