// The page's elements as lists. All data of the run is in the document; only numbers come as JSON.
const $ = (id) => document.getElementById(id);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const numbers = (text) => (text ? text.split(" ").map(Number) : []);

const findings = JSON.parse($("data").textContent).map(([note, severity, certainty, check, doc, para]) => ({
  note: note - 1, severity, certainty, check, doc, para, runs: [], sign: null,
}));
const cards = all("#cards > .card");
const notes = cards.map(() => []);
findings.forEach((finding, i) => notes[finding.note].push(i));
const docs = all(".doc");
const paras = all(".pair");
const paraDoc = paras.map((para) => docs.indexOf(para.parentElement));

const runs = all(".texts a.m").map((el) => {
  const run = {
    el, href: el.getAttribute("href"), ids: numbers(el.dataset.f), a: numbers(el.dataset.a)[0], b: numbers(el.dataset.b)[0],
    off: false, ax: false, bx: false,
  };
  run.ids.forEach((id) => findings[id].runs.push(run));
  return run;
});
all(".texts .s").forEach((el) => { findings[Number(el.dataset.f)].sign = el; });

let shown = new Uint8Array(findings.length).fill(1);

function remember(key, value) {
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
  } catch {
    // The choice then lasts as long as the page.
  }
}

function recall(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function setUpTheme() {
  const names = { "": "as system", light: "light", dark: "dark" };
  const order = ["", "light", "dark"];
  const root = document.documentElement;
  const say = () => { $("theme").textContent = `Theme: ${names[root.dataset.theme ?? ""]}`; };
  $("theme").addEventListener("click", () => {
    const theme = order[(order.indexOf(root.dataset.theme ?? "") + 1) % order.length];
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
    remember("tqcheck-theme", theme);
    say();
  });
  say();
}
setUpTheme();
if (!findings.length) return;
