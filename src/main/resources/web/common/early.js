// Runs before the page is painted, so that a remembered choice of light or dark does not flicker.
"use strict";
try {
  const theme = JSON.parse(localStorage.getItem("rung") ?? "{}").theme;
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // No storage here: the system's preference holds.
}
