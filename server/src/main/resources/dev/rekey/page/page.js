// Makes pages that work without it a little better; nothing depends on it.
"use strict";

/** A button at each password that shows what was typed. */
for (const place of document.querySelectorAll(".reveal")) {
  const input = place.querySelector("input");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = place.dataset.reveal;
  button.setAttribute("aria-controls", input.id);
  button.setAttribute("aria-pressed", "false");
  button.addEventListener("click", () => {
    const shown = input.type === "password";
    input.type = shown ? "text" : "password";
    button.textContent = shown ? place.dataset.conceal : place.dataset.reveal;
    button.setAttribute("aria-pressed", String(shown));
    input.focus();
  });
  input.form.addEventListener("submit", () => { input.type = "password"; });
  place.append(button);
}

/** A form is sent once. */
for (const form of document.forms) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
    }
    form.dataset.sent = "yes";
  });
}
addEventListener("pageshow", () => {
  for (const form of document.forms) {
    delete form.dataset.sent;
  }
});

/** A phrase on request: it is put where it is needed, and shown, for nobody has seen it yet. */
for (const link of document.querySelectorAll("[data-phrase]")) {
  const input = document.getElementById(link.dataset.phrase);
  link.addEventListener("click", async (event) => {
    event.preventDefault();
    const answer = await fetch("/account/phrase", { credentials: "same-origin" });
    if (!answer.ok) {
      location.assign(link.href);
      return;
    }
    input.value = await answer.text();
    if (input.type === "password") {
      input.parentElement.querySelector("button").click();
    }
    input.dispatchEvent(new Event("input", { bubbles: true }));
    show(input);
    input.focus();
  });
}

/** All of the phrase, however narrow the field is; gone once something else is typed. */
function show(input) {
  const field = input.closest(".field");
  const shown = field.querySelector("output") ?? field.appendChild(document.createElement("output"));
  shown.className = "phrase";
  shown.lang = "en";
  shown.htmlFor = input.id;
  shown.textContent = input.value;
  const phrase = input.value;
  input.addEventListener("input", () => { if (input.value !== phrase) { shown.remove(); } });
}

/** The rules tick as they are met. */
function mark(rule, met) {
  rule.classList.toggle("met", met === true);
  rule.classList.toggle("unmet", met === false);
}

function lengthOf(text) {
  return [...text.normalize("NFC")].length;
}

function later(wait, act) {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => act(...values), wait);
  };
}

async function isKnown(path, form, password) {
  const body = new URLSearchParams({ csrf: form.elements.csrf.value, password });
  const answer = await fetch(path, { method: "POST", body, credentials: "same-origin" });
  return answer.ok ? (await answer.text()) === "known" : undefined;
}

for (const rules of document.querySelectorAll(".rules")) {
  const input = document.getElementById(rules.dataset.for);
  const minimum = rules.querySelector("[data-minimum]");
  const unlike = rules.querySelector("[data-unlike]");
  const judge = rules.querySelector("[data-judge]");
  const words = unlike.dataset.unlike.split("\n").map((word) => word.toLowerCase()).filter(Boolean);
  const ask = later(350, async (password) => {
    const known = await isKnown(judge.dataset.judge, input.form, password);
    if (input.value === password) {
      mark(judge, known === undefined ? undefined : !known);
    }
  });
  input.addEventListener("input", () => {
    const text = input.value;
    const enough = lengthOf(text) >= Number(minimum.dataset.minimum);
    mark(minimum, text === "" ? undefined : enough);
    mark(unlike, text === "" ? undefined : !words.includes(text.toLowerCase()));
    mark(judge, undefined);
    if (enough) {
      ask(text);
    }
  });
}

/** An estimate of how long a guess takes, in one sentence; its dictionary is fetched when it is needed. */
let estimator;
function load(path) {
  estimator ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = path;
    script.onload = () => done(window.zxcvbn);
    script.onerror = failed;
    document.head.append(script);
  });
  return estimator;
}

for (const place of document.querySelectorAll("[data-strength]")) {
  const input = document.getElementById(place.dataset.strength);
  const words = place.dataset.words.split("\n");
  const meter = document.createElement("meter");
  meter.max = 4;
  meter.low = 2;
  meter.high = 3;
  meter.optimum = 4;
  meter.setAttribute("aria-hidden", "true");
  const sentence = document.createElement("p");
  place.append(meter, sentence);
  const estimate = later(150, async (text) => {
    const zxcvbn = await load(place.dataset.zxcvbn);
    if (input.value === text && text !== "") {
      const { score } = zxcvbn(text.slice(0, 100), words);
      meter.value = Math.max(score, 0.4);
      sentence.textContent = place.dataset[String(score)];
      place.hidden = false;
    }
  });
  input.addEventListener("focus", () => load(place.dataset.zxcvbn), { once: true });
  input.addEventListener("input", () => {
    if (input.value === "") {
      place.hidden = true;
    } else {
      estimate(input.value);
    }
  });
}
