import {csvFormatRow} from "d3";
import {type Kysely, sql} from "kysely";
import {UNIT_TYPES, type UnitType} from "../../loaders/vocabulary.ts";
import {UNIT_LINEAGE_COLUMNS} from "../staging/loadUnitLineage.ts";

interface OpenMatch {
  old_unit_id: string;
  new_unit_id: string;
  unit_type: UnitType;
  old_name: string;
  old_year: number;
  new_name: string;
  new_year: number;
  commune: string;
  score: number;
  why: string;
}

/**
 * The uncertain matches as rows of `reference/unit_lineage.csv`, `settled` left blank: a person writes "có" or "không" and pastes the
 * rows there. The nearest first within each commune. UTF-8 with a byte order mark, for Excel.
 */
export async function matchesCsv(db: Kysely<never>): Promise<{csv: string; count: number}> {
  const {rows} = await sql<OpenMatch>`
    select m.*, coalesce(c.name, m.current_commune_code) as commune
    from unit_matches m
    left join (
      select code, arg_max(name, valid_from) as name from communes where valid_from is not null group by code
    ) c on c.code = m.current_commune_code
    order by m.current_commune_code, m.unit_type, m.score desc, m.old_unit_id, m.new_unit_id
  `.execute(db);
  const lines = rows.map((match) => [match.old_unit_id, match.new_unit_id, basisOf(match), ""]);
  return {
    csv: `\uFEFF${[csvFormatRow([...UNIT_LINEAGE_COLUMNS]), ...lines.map(csvFormatRow)].join("\n")}\n`,
    count: rows.length
  };
}

/** "“Thôn Một” (2024) và “Thôn 1” (2025), khu dân cư, Sầm Sơn: khác cách viết số; độ gần 0,97". */
function basisOf({unit_type, old_name, old_year, new_name, new_year, commune, score, why}: OpenMatch): string {
  const nearness = score.toFixed(2).replace(".", ",");
  const type = UNIT_TYPES[unit_type].toLowerCase();
  return `“${old_name}” (${old_year}) và “${new_name}” (${new_year}), ${type}, ${commune}: ${why}; độ gần ${nearness}`;
}
