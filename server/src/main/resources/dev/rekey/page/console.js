// Makes the console a little better; nothing depends on it.
"use strict";

/** A filter that is chosen is applied at once. */
for (const form of document.querySelectorAll("form[data-apply]")) {
  for (const select of form.querySelectorAll("select")) {
    select.addEventListener("change", () => form.requestSubmit());
  }
}

/**
 * A search that answers while somebody types: the list comes as a part of the page, an older
 * question is taken back, the address says what is shown, and the count is read out.
 */
for (const form of document.querySelectorAll("form[data-search]")) {
  const said = document.getElementById(form.dataset.said);
  let asked = new AbortController();
  let timer;

  const question = () => {
    const fields = new URLSearchParams(new FormData(form));
    return new URLSearchParams([...fields].filter(([, value]) => value.trim() !== "")).toString();
  };

  const show = (text, address) => {
    const part = new DOMParser().parseFromString(text, "text/html");
    const rows = document.adoptNode(part.getElementById(form.dataset.into));
    document.getElementById(form.dataset.into).replaceWith(rows);
    said.textContent = rows.dataset.count;
    history.replaceState(null, "", address);
  };

  const ask = async () => {
    asked.abort();
    asked = new AbortController();
    const { signal } = asked;
    const query = question();
    const mark = query === "" ? "" : `?${query}`;
    try {
      const answer = await fetch(form.dataset.search + mark, { credentials: "same-origin", signal });
      if (!answer.ok || answer.redirected) {
        location.assign(form.action + mark);
        return;
      }
      show(await answer.text(), form.getAttribute("action") + mark);
    } catch (error) {
      if (error.name !== "AbortError") {
        said.textContent = form.dataset.failed;
      }
    }
  };

  const soon = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(ask, wait);
  };
  form.addEventListener("input", (event) => soon(event.target.tagName === "SELECT" ? 0 : 120));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    delete form.dataset.sent;
    soon(0);
  });
}

/** Work that goes on is watched: its part of the page is fetched anew until nothing moves. */
async function watch(path) {
  const answer = await fetch(path, { credentials: "same-origin", redirect: "error" });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = document.getElementById("progress");
  const next = page.getElementById("progress");
  if (!now || !next) return;
  // Whoever stands on a control with the keyboard keeps it while only the figures move.
  const same = now.querySelectorAll("a").length === next.querySelectorAll("a").length && next.dataset.watch;
  if (same && now.contains(document.activeElement)) {
    for (const part of ["h2", "progress", ".tag"]) {
      now.querySelector(part)?.replaceWith(document.adoptNode(next.querySelector(part)));
    }
  } else {
    now.replaceWith(document.adoptNode(next));
  }
  if (next.dataset.watch) setTimeout(() => watch(path).catch(() => {}), 1000);
}
const watched = document.querySelector("[data-watch]");
if (watched) setTimeout(() => watch(watched.dataset.watch).catch(() => {}), 1000);
