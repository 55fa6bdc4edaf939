import {CLASSES, EXCLUSION_REASONS, MODEL_CLASSES, PERIODS, STAGES, UNIT_TYPES, type UnitType} from "../vocabulary.ts";
import type {FieldType} from "../validate/form.ts";
import {LEVEL_WORDS} from "../validate/values/managedLevel.ts";

/** Types of units there are since 1/7/2025, when thị trấn ended. */
const PRESENT_TYPES = (Object.keys(UNIT_TYPES) as UnitType[]).filter((type) => type !== "thi_tran");

/** Words of the drop-down lists, by the type of the column; columns of areas have their own. */
export const FIELD_WORDS: Readonly<Partial<Record<FieldType, readonly string[]>>> = {
  unit_type: PRESENT_TYPES.map((type) => UNIT_TYPES[type]),
  // The district level ended on 30/6/2025.
  managed_level: [LEVEL_WORDS.xa, LEVEL_WORDS.tinh, LEVEL_WORDS.trung_uong],
  exclusion: Object.values(EXCLUSION_REASONS),
  tick: ["x", "Không"],
  yes_no: ["Có", "Không"],
  result: ["Đạt", "Chưa đạt"],
  class: Object.values(CLASSES),
  model_class: Object.values(MODEL_CLASSES)
};

export const STAGE_WORDS: readonly string[] = Object.values(STAGES);
export const PERIOD_WORDS: readonly string[] = Object.values(PERIODS).toReversed();
