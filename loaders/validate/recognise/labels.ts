import {textOf} from "../cellText.ts";
import type {IdentityKind} from "../form.ts";
import type {CompiledForm} from "./compileForms.ts";
import type {Table} from "./findTables.ts";
import {fitsPath, headerKeys} from "./headerPattern.ts";

/** Id of the fact that a label of Thông tin chung names: the most telling pattern that fits; null if none does. */
export function factOf(label: string, {facts, labels}: CompiledForm): string | null {
  const known = labels.get(label);
  if (known !== undefined) return known;
  const path = [headerKeys(label)];
  let best: {fact: string; weight: number} | null = null;
  for (const {pattern, fact} of facts) {
    if ((best === null || pattern.weight > best.weight) && fitsPath(pattern, path))
      best = {fact, weight: pattern.weight};
  }
  const fact = best?.fact ?? null;
  if (labels.size > 10_000) labels.clear();
  labels.set(label, fact);
  return fact;
}

/** What a label of Thông tin chung says of the file itself ("Năm", "Xã"); null for a fact. */
export function identityKind(label: string, {identity}: CompiledForm): IdentityKind | null {
  const path = [headerKeys(label)];
  return identity.find(({pattern}) => fitsPath(pattern, path))?.kind ?? null;
}

/** True for a label that the form knows. */
export function isLabel(label: string, compiled: CompiledForm): boolean {
  return label !== "" && (factOf(label, compiled) !== null || identityKind(label, compiled) !== null);
}

/** True if the table holds at least one label that the form knows: other sheets have a column "Nội dung" too. */
export function holdsFacts({match, rows}: Table): boolean {
  const column = match.columns.find(({field}) => field === "fact");
  if (column === undefined) return false;
  return rows.some(({cells}) => isLabel(textOf(cells[column.column]), match.compiled));
}
