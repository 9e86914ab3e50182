// Decisions for the glossary: which form of a name or term is preferred. Kept in the browser, saved as one JSON file.
const choices = JSON.parse($("choices")?.textContent ?? "{}");
const decisionsKey = `tqcheck-decisions-${$("decisions")?.dataset.fingerprint}`;

// What the browser kept may be anything.
const isDecision = ({ terms }) => Object.keys(terms).length > 0 && Object.values(terms).every(
  ([first, ...others]) => typeof first === "string" && others.every((each) => typeof each.term === "string"),
);

function recalled() {
  try {
    const entries = Object.entries(JSON.parse(recall(decisionsKey)) ?? {});
    return Object.fromEntries(entries.filter(([, decision]) => isDecision(decision)));
  } catch {
    return {};
  }
}

let decisions = recalled();

function keep() {
  remember(decisionsKey, Object.keys(decisions).length ? JSON.stringify(decisions) : "");
  listDecisions();
}

// “Kyiv (en), not Kiev”: a decision in words.
function words(concept) {
  return Object.entries(concept.terms).map(([language, terms]) => {
    const [first, ...others] = terms;
    const more = others.map((each) => (each.status === "deprecated" ? `, not ${each.term}` : `, also ${each.term}`));
    return `${first} (${language})${more.join("")}`;
  }).join(" = ");
}

function element(name, fields, ...children) {
  const made = Object.assign(document.createElement(name), fields);
  made.append(...children);
  return made;
}

function formRadio(value, text, checked) {
  const radio = element("input", { type: "radio", name: "form", value, checked });
  return element("label", {}, radio, " ", element("bdi", { textContent: text }));
}

// What the glossary already lists keeps its status.
const unlisted = (choice) => choice.forms.filter((form) => !choice.listed?.includes(form));

function fillDecide() {
  const choice = choices[findings[current].note];
  if (!$("decide")) return;
  $("decide").hidden = !choice;
  if (!choice) return;
  $("decide-said").textContent = "";
  $("decide-forms").replaceChildren(...choice.forms.map((form, at) => formRadio(String(at), form, at === 0)));
  $("decide-own").value = "";
  $("decide-other").checked = choice.forms.length === 0;
  const status = choice.abbreviation ? "admitted" : "deprecated";
  all('input[name="others"]').forEach((box) => { box.checked = box.value === status; });
  $("decide-others").hidden = unlisted(choice).length === 0;
  $("decide-source").hidden = !choice.source;
  $("decide-source").textContent = choice.source ? `Source term (${choice.source[0]}): ${choice.source[1]}` : "";
  showDecided();
}

function showDecided() {
  const choice = choices[findings[current].note];
  const decided = choice && decisions[choice.key];
  $("decide-ask").hidden = Boolean(decided);
  $("decide-done").hidden = !decided;
  $("decide-words").textContent = decided ? words(decided) : "";
}

function decide() {
  const choice = choices[findings[current].note];
  const picked = document.querySelector('input[name="form"]:checked');
  const own = $("decide-own").value.trim();
  const preferred = picked?.id === "decide-other" ? own : choice.forms[Number(picked?.value)];
  if (!preferred) {
    $("decide-said").textContent = "Choose a form, or type one.";
    $("decide-own").focus();
    return;
  }
  const status = document.querySelector('input[name="others"]:checked').value;
  const others = unlisted(choice).filter((form) => form !== preferred).map((term) => (
    term === choice.abbreviation ? { term, status, type: "abbreviation" } : { term, status }
  ));
  const terms = {};
  if (choice.source) terms[choice.source[0]] = [choice.source[1]];
  terms[choice.language] = [preferred, ...others];
  decisions[choice.key] = choice.concept ? { id: choice.concept, terms } : { terms };
  keep();
  showDecided();
  $("decide-said").textContent = "Added to your decisions.";
  $("decide-undo").focus();
}

function undo(key) {
  delete decisions[key];
  keep();
  if (current >= 0 && !panel.hidden && choices[findings[current].note]) showDecided();
}

function listDecisions() {
  if (!$("decisions")) return;
  const keys = Object.keys(decisions);
  $("decisions").hidden = $("to-decisions").hidden = keys.length === 0;
  $("to-decisions").textContent = keys.length === 1 ? "1 decision" : `${keys.length} decisions`;
  $("decided").replaceChildren(...keys.map((key) => {
    const text = words(decisions[key]);
    const button = element("button", { type: "button", className: "quiet", textContent: "Undo" });
    button.setAttribute("aria-label", `Undo ${text}`);
    button.addEventListener("click", () => {
      undo(key);
      ($("decided").querySelector("button") ?? $("notes")).focus();
    });
    return element("li", {}, element("bdi", { textContent: text }), " ", button);
  }));
}

function saveDecisions() {
  const text = `${JSON.stringify({ concepts: Object.values(decisions) }, null, 1)}\n`;
  const link = element("a", { href: URL.createObjectURL(new Blob([text], { type: "application/json" })) });
  link.download = "decisions.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

if ($("decisions")) {
  $("decide-add").addEventListener("click", decide);
  $("decide-own").addEventListener("input", () => { $("decide-other").checked = true; });
  $("decide-own").addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault(); // else the key goes on to the button that gets the focus
    decide();
  });
  $("decide-undo").addEventListener("click", () => {
    undo(choices[findings[current].note].key);
    $("decide-said").textContent = "Taken back.";
    $("decide-add").focus();
  });
  $("decisions-save").addEventListener("click", saveDecisions);
  listDecisions();
}
