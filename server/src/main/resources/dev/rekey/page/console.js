// Makes the console a little better; nothing depends on it.
"use strict";

/** A filter that is chosen is applied at once. */
for (const form of document.querySelectorAll("form[data-apply]")) {
  for (const select of form.querySelectorAll("select")) {
    select.addEventListener("change", () => form.requestSubmit());
  }
}
