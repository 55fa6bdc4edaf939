import {readUrlState, writeUrlState} from "../urlState.js";

/** Told to the window when the address names another figure, or none any more. Pages need not paint again for it. */
export const TRACE_CHANGED = "tracechange";

/** Puts a figure into the address, or takes it out. */
export function openTrace(vet: string | undefined): void {
  writeUrlState({vet}, {quiet: true});
  window.dispatchEvent(new Event(TRACE_CHANGED));
}

/** Shows on a link to a figure whether its panel is open. */
export function markOpen(link: HTMLElement): void {
  const open = readUrlState().vet?.split("@")[0];
  const isOpen = open !== undefined && link.dataset["vet"]?.split("@")[0] === open && isSameRow(link);
  link.setAttribute("aria-expanded", `${isOpen}`);
}

/** A link to one row is open only when that row was asked for. */
function isSameRow({dataset}: HTMLElement): boolean {
  return !(dataset["vet"] ?? "").includes("@") || dataset["vet"] === readUrlState().vet;
}
