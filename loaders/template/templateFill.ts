import type {ExclusionReason, ManagedLevel, UnitType} from "../vocabulary.ts";

/** A unit that last year's list held, without its results. Areas are written as people write them: "Phường Điện Biên". */
export interface TemplateUnit {
  unit_code: string | null;
  unit_name: string;
  unit_type: UnitType;
  /** Only in a form for several communes. */
  commune: string | null;
  former_commune: string | null;
  managed_level: ManagedLevel;
  managed_by: string | null;
  exclusion_reason: ExclusionReason | null;
}

export interface TemplateModel {
  model_name: string;
  unit_name: string | null;
}

/** A day on which something is due: "Công nhận khu dân cư", "trước ngày 15/11/2026", "Thông tư 124/2021/TT-BCA, Điều 9". */
export interface TemplateDeadline {
  title: string;
  when: string;
  source: string;
}

/** Whose form it is. */
export interface TemplateOwner {
  /** A province's form lists the units that the province manages, in all its communes. */
  level: "commune" | "province";
  code: string;
  /** "Phường Hạc Thành", "Tỉnh Thanh Hóa". */
  title: string;
  /** Without its type, for the name of the file. */
  name: string;
  /** "Tỉnh Thanh Hóa". */
  province: string;
}

/** What a form is filled with before it is handed out: plain data, the same from the command line and in the browser. */
export interface TemplateFill {
  year: number;
  /** Null: a blank form that anyone can fill in. */
  owner: TemplateOwner | null;
  /** Units come from simulated submissions. */
  isSimulated: boolean;
  /** Years of the lists the units come from, rising. */
  unitYears: readonly number[];
  units: readonly TemplateUnit[];
  models: readonly TemplateModel[];
  /** Choices of the columns of areas. */
  formerCommunes: readonly string[];
  communes: readonly string[];
  deadlines: readonly TemplateDeadline[];
  /** Sentence of the norm about who is outside it. */
  excluded: string;
  /** "Ban Chỉ đạo 138 tỉnh (qua Công an tỉnh)". */
  sendTo: string;
  /** ISO day the data stand at, or the first of the year: written into the file in place of a clock. */
  day: string;
}
