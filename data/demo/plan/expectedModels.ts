import {type ModelRow} from "../outcomes/modelRows.ts";
import {type ListFile} from "./plannedFile.ts";

/** The models a loader should have read: a blank in "Nhân rộng toàn tỉnh" is "no" only where the commune ticks another model. */
export function expectedModels({contents, layout}: ListFile): ModelRow[] {
  const rows = contents.models ?? [];
  const ticked = new Set(
    rows.filter((row) => row.is_replicated_province === true).map(({commune_code}) => commune_code)
  );
  return rows.map((row) =>
    layout.writesNo || ticked.has(row.commune_code) ? row : {...row, is_replicated_province: null}
  );
}
