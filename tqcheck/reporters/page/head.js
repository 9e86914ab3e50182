// Before the first paint: with script the notes fold, and a chosen theme holds.
document.documentElement.classList.add("js");
try {
  const theme = localStorage.getItem("tqcheck-theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be closed to pages from disk; the system's theme serves.
}
