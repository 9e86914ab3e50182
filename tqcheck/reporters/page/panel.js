// The panel: one finding with its note, its other places and the manual of its check.
let current = -1;
const panel = $("panel");

const firstRun = (id) => findings[id].runs[0]?.el ?? cards[findings[id].note].querySelector(".open");

function mark(id, on) {
  findings[id].runs.forEach((run) => run.el.classList.toggle("on", on));
  if (findings[id].para >= 0) paras[findings[id].para].classList.toggle("here", on);
}

// Twice: paragraphs off screen have only a guessed height until they come near.
function bring(el) {
  el.scrollIntoView({ block: "center" });
  requestAnimationFrame(() => el.scrollIntoView({ block: "center" }));
}

function reveal(id) {
  if (!shown[id]) resetFilters();
}

function select(id, focus) {
  if (current >= 0) mark(current, false);
  current = id;
  clearRelated();
  reveal(id);
  mark(id, true);
  const el = firstRun(id);
  bring(el);
  if (focus) el.focus({ preventScroll: true });
  if (!panel.hidden) fill();
}

function open(id, focus = true) {
  if (panel.hidden) {
    panel.hidden = false;
    document.body.classList.add("reading");
  }
  select(id, false);
  if (focus) $("panel-title").focus({ preventScroll: true });
}

function close() {
  if (panel.hidden) return;
  panel.hidden = true;
  document.body.classList.remove("reading");
  clearRelated();
  if (current >= 0) {
    firstRun(current).focus({ preventScroll: true });
    bring(firstRun(current));
  }
}

const copy = (nodes) => [...nodes].map((node) => node.cloneNode(true));

function fill() {
  const finding = findings[current];
  const card = cards[finding.note];
  const places = notes[finding.note];
  const at = places.indexOf(current);
  const severity = card.querySelector(".sev").cloneNode(true);
  $("panel-place").replaceChildren(severity, places.length > 1 ? ` · place ${at + 1} of ${places.length}` : "");
  $("panel-title").replaceChildren(...copy(card.querySelector(".open").childNodes));
  $("panel-body").replaceChildren(...copy(all(":scope > .cite, :scope > .body", card)));
  all("#panel-body [data-f]").forEach((link) => {
    if (Number(link.dataset.f) === current) link.setAttribute("aria-current", "true");
  });
  $("place-previous").hidden = $("place-next").hidden = places.length < 2;
  $("place-previous").disabled = at === 0;
  $("place-next").disabled = at === places.length - 1;
  fillDecide();
  fillAlso();
  fillManual(finding.check);
  panel.scrollTop = 0;
}

function fillAlso() {
  const also = new Set(findings[current].runs.flatMap((run) => run.ids).filter((id) => id !== current && shown[id]));
  const buttons = [...also].map((id) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    button.dataset.f = String(id);
    button.append(...copy(cards[findings[id].note].querySelector(".open").childNodes));
    return button;
  });
  const label = document.createElement("p");
  label.className = "lab";
  label.textContent = "Also at these words";
  $("panel-also").replaceChildren(...(buttons.length ? [label, ...buttons] : []));
}

const checkIds = all("#by-check option").slice(1).map((option) => option.dataset.id);

function fillManual(check) {
  const source = all(".manual").find((el) => el.dataset.check === checkIds[check]);
  if (!source) {
    $("panel-why").replaceChildren();
    return;
  }
  const title = document.createElement("h3");
  title.textContent = "Why it is marked";
  const why = document.createElement("p");
  why.className = "why";
  why.append(...copy(source.querySelector(".why").childNodes));
  const details = document.createElement("details");
  const summary = document.createElement("summary");
  summary.textContent = "The manual of this check";
  details.append(summary, source.querySelector(".card-text").cloneNode(true));
  $("panel-why").replaceChildren(title, why, details);
}

function step(by) {
  const places = notes[findings[current].note].filter((id) => shown[id] || id === current);
  const id = places[places.indexOf(current) + by];
  if (id !== undefined) select(id, !panel.contains(document.activeElement));
}

// Related places: the words themselves, found by code points (a token for an invisible character counts as one).
function clearRelated() {
  if (window.CSS?.highlights) CSS.highlights.delete("related");
}

function showRelated(link) {
  const para = document.querySelector(link.hash);
  if (!para) return;
  if (para.classList.contains("off") || para.parentElement.classList.contains("off")) resetFilters();
  const side = (link.dataset.side === "source" && para.querySelector(".src")) || para.querySelector(".tgt");
  const range = rangeOf(side, Number(link.dataset.start), Number(link.dataset.end));
  if (range && window.CSS?.highlights) CSS.highlights.set("related", new Highlight(range));
  bring(para);
}

function rangeOf(side, start, end) {
  const range = document.createRange();
  const walker = document.createTreeWalker(side, NodeFilter.SHOW_TEXT);
  let at = 0;
  let begun = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement;
    if (holder.classList.contains("pt")) continue;
    const token = holder.classList.contains("inv");
    const points = token ? [node.data] : [...node.data];
    const unit = (count) => points.slice(0, count).join("").length;
    if (!begun && start < at + points.length) {
      range.setStart(node, unit(start - at));
      begun = true;
    }
    if (begun && end <= at + points.length) {
      range.setEnd(node, unit(end - at));
      return range;
    }
    at += points.length;
  }
  return null;
}
