import {type Random} from "../random.ts";
import {fileWord} from "../world/areaTitles.ts";
import {type Part, type Sending} from "./sending.ts";

const STAGE_WORDS = {so_bo: "so-bo", chinh_thuc: "chinh-thuc"} as const;

function onlyPart(parts: readonly Part[]): string {
  if (parts.length > 1) return "";
  return parts[0] === "summary" ? "bieu tong hop " : "danh sach ";
}

/** The name a sender gives its file; each has its own habit. */
export function fileName(sending: Sending, {saysStage}: {saysStage: boolean}, random: Random): string {
  const {reporter, year, stage, turn, parts, format} = sending;
  const habit = random.integer(`fileName/${reporter.level}/${reporter.code}/${reporter.province}`, 0, 4);
  const extension = format === "xlsx" ? "xlsx" : "csv";
  const stageWord = saysStage ? STAGE_WORDS[stage] : "";
  const again =
    turn === 0 || (saysStage && stage === "chinh_thuc") ? "" : habit === 1 ? ` lan ${turn + 1}` : `_v${turn + 1}`;
  const title = fileWord(reporter.title, " ");
  if (reporter.level === "province")
    return `${reporter.code}_don-vi-cap-tinh_${year}_${STAGE_WORDS[stage]}.${extension}`;
  if (reporter.level === "district")
    return habit % 2 === 0
      ? `${reporter.code}_${fileWord(reporter.name).toLowerCase()}_${year}${stageWord === "" ? "" : `_${stageWord}`}${again}.${extension}`
      : `BC ANTT ${onlyPart(parts)}${title} nam ${year}${stageWord === "" ? "" : ` ${stageWord}`}${again}.${extension}`;
  const prefix = `${reporter.code}_${fileWord(reporter.name).toLowerCase()}_${year}`;
  if (habit <= 1) return `${prefix}${stageWord === "" ? "" : `_${stageWord}`}${again}.${extension}`;
  if (habit === 2)
    return `${fileWord(reporter.name, " ")}_ANTT ${year}${stageWord === "" ? "" : `_${stageWord.replace("-", " ")}`}${again}.${extension}`;
  if (habit === 3)
    return `BC ANTT ${onlyPart(parts)}${title} ${year}${stageWord === "" ? "" : ` ${stageWord}`}${again}.${extension}`;
  return `${reporter.name} - An toàn ANTT năm ${year}${stageWord === "" ? "" : stage === "so_bo" ? " (sơ bộ)" : " (chính thức)"}${again}.${extension}`;
}
