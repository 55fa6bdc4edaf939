// Runs before the page is drawn: sets the chosen theme, so nothing flashes, and says that scripts run (the phone menu folds only then).
document.documentElement.classList.add("js");
try {
  const theme = localStorage.getItem("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset["theme"] = theme;
} catch {
  // Storage is closed to this page: the system's setting holds.
}
