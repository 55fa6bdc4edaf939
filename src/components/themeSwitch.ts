/** Makes `button` switch between light and dark. The choice is kept in this browser; without one the system's setting holds. */
export function themeSwitch(button: HTMLButtonElement): void {
  const root = document.documentElement;
  const label = (): void => {
    const words = shownTheme(root) === "dark" ? "Chuyển sang nền sáng" : "Chuyển sang nền tối";
    button.setAttribute("aria-label", words);
    button.title = words;
  };
  button.addEventListener("click", () => {
    const theme = shownTheme(root) === "dark" ? "light" : "dark";
    root.dataset["theme"] = theme;
    try {
      localStorage.setItem("theme", theme);
    } catch {
      // Storage is closed to this page: the choice lasts until it is left.
    }
    label();
  });
  label();
}

function shownTheme(root: HTMLElement): "light" | "dark" {
  const chosen = root.dataset["theme"];
  if (chosen === "light" || chosen === "dark") return chosen;
  return window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}
