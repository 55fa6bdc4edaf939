/** Makes `button` open and close the menu it names in `aria-controls` (phones); Escape closes it. */
export function foldMenu(button: HTMLButtonElement): void {
  const set = (open: boolean): void => button.setAttribute("aria-expanded", `${open}`);
  const isOpen = (): boolean => button.getAttribute("aria-expanded") === "true";
  button.addEventListener("click", () => set(!isOpen()));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isOpen()) return;
    set(false);
    button.focus();
  });
}
