// Clicks and keys, each heard once for the whole page.
document.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const related = event.target.closest("a.rel[href]");
  const target = event.target.closest("[data-f]");
  if (related) {
    event.preventDefault();
    showRelated(related);
  } else if (target) {
    const id = numbers(target.dataset.f).find((each) => shown[each]);
    if (id === undefined && target.matches(".m, .s")) return;
    event.preventDefault();
    open(id ?? numbers(target.dataset.f)[0]);
  }
});

$("panel-close").addEventListener("click", close);
$("place-previous").addEventListener("click", () => step(-1));
$("place-next").addEventListener("click", () => step(1));
$("previous").addEventListener("click", () => move(-1, false));
$("next").addEventListener("click", () => move(1, false));
$("help").addEventListener("click", () => $("keys").showModal());
$("keys-close").addEventListener("click", () => $("keys").close());
$("keys-on").checked = recall("tqcheck-keys") !== "off";
$("keys-on").addEventListener("change", () => remember("tqcheck-keys", $("keys-on").checked ? "" : "off"));

function move(by, focus = true) {
  let id = current < 0 && by < 0 ? findings.length : current;
  do id += by; while (id >= 0 && id < findings.length && !shown[id]);
  if (findings[id]) select(id, focus && !panel.contains(document.activeElement));
}

const LETTERS = {
  j: () => move(1),
  k: () => move(-1),
  n: () => current >= 0 && step(1),
  p: () => current >= 0 && step(-1),
  g: () => !panel.hidden && !$("decide")?.hidden && $("decide")?.querySelector("input:checked, #decide-undo")?.focus(),
  "/": () => $("query").focus(),
  "?": () => $("keys").showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || $("keys").open) return;
  if (event.key === "Escape") {
    if (document.activeElement === $("query") && $("query").value) return;
    close();
    return;
  }
  if (event.target.closest("input:not([type=checkbox]), select, textarea")) return;
  if (event.key === "Enter" && current >= 0 && event.target === document.body) {
    open(current);
  } else if (LETTERS[event.key] && $("keys-on").checked) {
    event.preventDefault();
    LETTERS[event.key]();
  }
});
