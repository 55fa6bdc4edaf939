import {nameKey} from "../../reference/nameKey.ts";
import type {ModelRow} from "../reading.ts";
import {modelCountDiffers} from "../rules/unitRules.ts";
import type {RowSink} from "./readValues.ts";
import {placeOf, type UnitDraft} from "./unitDraft.ts";

/**
 * Holds a unit's number of effective models against the sheet of models of the same file: more models that name the unit and are not Yếu
 * than the unit counts. Fewer is no fault: the sheet may leave the unit out.
 */
export function compareModels(models: readonly ModelRow[], units: readonly UnitDraft[], {log}: RowSink): void {
  const byUnit = new Map<string, number>();
  for (const {unit_name, commune_code, year, class: rated} of models) {
    if (unit_name === null || rated === "yeu") continue;
    const key = `${year} ${commune_code} ${nameKey(unit_name)}`;
    byUnit.set(key, (byUnit.get(key) ?? 0) + 1);
  }
  if (byUnit.size === 0) return;
  for (const draft of units) {
    const {effective_model_count: counted, year, commune_code, name_key} = draft.row;
    const listed = byUnit.get(`${year} ${commune_code} ${name_key}`);
    if (counted === null || listed === undefined || listed <= counted) continue;
    const {place, header} = placeOf(draft, "effective_model_count");
    log.report(modelCountDiffers, place, {header, text: String(counted), detail: String(listed)});
  }
}
