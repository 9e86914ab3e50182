// Filters: first everything is reckoned, then only what changed is written, so that the page is laid out once.
const checked = (name) => new Set(all(`input[name="${name}"]:checked`).map((box) => Number(box.value)));
const chosen = (id) => ($(id)?.value ? Number($(id).value) : -1);

let paraTexts = null;
let cardTexts = null;

function readTexts() {
  paraTexts ??= paras.map((para) => para.textContent.toLowerCase());
  cardTexts ??= cards.map((card) => card.textContent.toLowerCase());
}

function applyFilters() {
  const severities = checked("severity");
  const certainties = checked("certainty");
  const check = chosen("by-check");
  const doc = chosen("by-document");
  const query = $("query").value.trim().toLowerCase();
  const only = $("only").checked;
  if (query) readTexts();

  const next = new Uint8Array(findings.length);
  const inNote = new Uint32Array(cards.length);
  const inPara = new Uint32Array(paras.length);
  let count = 0;
  findings.forEach((finding, i) => {
    const here = severities.has(finding.severity) && certainties.has(finding.certainty)
      && (check < 0 || finding.check === check) && (doc < 0 || finding.doc === doc)
      && (!query || cardTexts[finding.note].includes(query) || (finding.para >= 0 && paraTexts[finding.para].includes(query)));
    if (!here) return;
    next[i] = 1;
    count += 1;
    inNote[finding.note] += 1;
    if (finding.para >= 0) inPara[finding.para] += 1;
  });
  shown = next;

  runs.forEach(showRun);
  findings.forEach((finding, i) => finding.sign?.classList.toggle("off", !shown[i]));
  cards.forEach((card, i) => card.classList.toggle("off", !inNote[i]));
  docs.forEach((el, i) => el.classList.toggle("off", doc >= 0 && doc !== i));
  let texts = 0;
  paras.forEach((para, i) => {
    const off = !inPara[i] && (only || (query !== "" && !paraTexts[i].includes(query)));
    para.classList.toggle("off", off);
    if (!off && (doc < 0 || paraDoc[i] === doc)) texts += 1;
  });
  const filtered = count < findings.length || texts < paras.length;
  $("status").textContent = count < findings.length ? `${count} of ${findings.length} findings` : countAll;
  $("reset").hidden = !filtered;
  $("nothing").hidden = count > 0 || texts > 0;
}

const countAll = findings.length === 1 ? "1 finding" : `${findings.length} findings`;

// A mark whose findings are all filtered away is plain text: no line, and no link to stop at.
function showRun(run) {
  const off = !run.ids.some((id) => shown[id]);
  const ax = run.a !== undefined && !shown[run.a];
  const bx = run.b !== undefined && !shown[run.b];
  if (ax !== run.ax) run.el.classList.toggle("ax", ax);
  if (bx !== run.bx) run.el.classList.toggle("bx", bx);
  if (off !== run.off) {
    if (off) run.el.removeAttribute("href");
    else run.el.setAttribute("href", run.href);
  }
  Object.assign(run, { off, ax, bx });
}

function resetFilters() {
  all("#filters input").forEach((box) => { box.checked = box.id !== "only"; });
  all("#filters select").forEach((list) => { list.value = ""; });
  $("query").value = "";
  applyFilters();
}

let waiting = 0;
$("filters").addEventListener("change", applyFilters);
$("query").addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(applyFilters, 120);
});
$("reset").addEventListener("click", () => { resetFilters(); $("query").focus(); });
$("more").addEventListener("click", () => {
  const open = $("filters").classList.toggle("open");
  $("more").setAttribute("aria-expanded", String(open));
});
// A browser may bring back the boxes of an earlier visit.
resetFilters();
