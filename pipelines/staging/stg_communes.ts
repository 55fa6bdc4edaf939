import {sql} from "kysely";
import type {Model} from "../database/model.ts";

/**
 * The two registers of communes. Grain: is_former, commune_code. `is_former`: of the register until 30/6/2025.
 * Of a present commune with several versions (xã made phường in 2026) the latest name stands.
 */
export const stgCommunes: Model = {
  name: "stg_communes",
  columns: {
    is_former: "BOOLEAN not null",
    commune_code: "VARCHAR not null",
    name: "VARCHAR not null",
    type: "VARCHAR not null",
    province_code: "VARCHAR not null",
    district_code: "VARCHAR",
    /** Last day of a former commune; one that ended before 30/6/2025 is not expected afterwards. */
    valid_to: "DATE"
  },
  grain: ["is_former", "commune_code"],
  query: (db) =>
    sql`
      select valid_from is null as is_former, code as commune_code, name, type, province_code, district_code, valid_to
      from raw_communes
      qualify row_number() over (partition by code, valid_from is null order by valid_from desc, valid_to desc) = 1
    `.compile(db)
};
