/**
 * The site was made for people outside ("Bản công khai"): units, files and cells are not in it, so nothing can be traced to them. The
 * masthead, which stands before any script runs, says so; components read it here alone.
 */
export function isPublicEdition(): boolean {
  return document.querySelector<HTMLElement>(".masthead")?.dataset["edition"] === "public";
}

/** What stands in the place of a part that a public edition leaves out: never an empty table, nor a count of 0. */
export function notInPublicEdition(what: string): string {
  return `Bản công khai không có ${what}.`;
}
