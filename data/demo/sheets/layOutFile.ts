import {type CellValue} from "../../../loaders/write/plannedSheet.ts";
import {type DemoSheet} from "../files/styles.ts";
import {type ListFile} from "../plan/plannedFile.ts";
import {type Random} from "../random.ts";
import {capitalised} from "../world/areaTitles.ts";
import {type AreaNames} from "./areaNames.ts";
import {factsSheet} from "./factsSheet.ts";
import {letterhead, titleOf} from "./fileTitles.ts";
import {modelsSheet} from "./modelsSheet.ts";
import {summarySheet} from "./summarySheet.ts";
import {type ListNeeds} from "./unitColumns.ts";
import {type CellTexts, type PlacedUnit, unitListSheets} from "./unitListSheets.ts";

/** What the unit list of a file must say because of who sends it and what it holds. */
export function listNeeds({reporter, year, contents}: Pick<ListFile, "reporter" | "year" | "contents">): ListNeeds {
  const units = contents.units ?? [];
  return {
    hasCommune: reporter.level !== "commune",
    hasFormerCommune: year >= 2025 && units.some(({former_commune_code}) => former_commune_code !== null),
    hasCodes: units.some(({unit_code}) => unit_code !== null),
    hasExclusions: units.some(({exclusion_reason}) => exclusion_reason !== null),
    hasManagedLevel: reporter.level !== "commune" || units.some(({managed_level}) => managed_level !== "xa")
  };
}

function cellTexts({slips}: ListFile): CellTexts {
  return new Map(slips.map(({index, field, text}) => [index, {[field]: text}]));
}

function identity({reporter, year, stage, layout}: ListFile): [string, CellValue][] {
  const area: [string, CellValue] =
    reporter.level === "commune" ? ["Xã", capitalised(reporter.title)] : ["Huyện", capitalised(reporter.title)];
  return [
    ["Năm", year],
    ["Tỉnh", capitalised(reporter.province)],
    area,
    ["Kỳ báo cáo", "Năm"],
    ...(layout.stageIn === "facts"
      ? [["Giai đoạn", stage === "so_bo" ? "Sơ bộ" : "Chính thức"] as [string, CellValue]]
      : [])
  ];
}

/** The sheets of a file as its sender lays them out; `placed` tells where each unit of the list stands. */
export function layOutFile(
  file: ListFile,
  names: AreaNames,
  random: Random
): {sheets: DemoSheet[]; placed: PlacedUnit[]} {
  const {reporter, contents, layout} = file;
  const head = letterhead(reporter, random);
  const hasCommune = reporter.level !== "commune";
  const list =
    contents.units === null
      ? {sheets: [], placed: []}
      : unitListSheets({
          rows: contents.units,
          texts: cellTexts(file),
          layout,
          needs: listNeeds(file),
          title: titleOf(
            file,
            ["DANH SÁCH ĐƠN VỊ XÉT, CÔNG NHẬN ĐẠT TIÊU CHUẨN", '"AN TOÀN VỀ AN NINH, TRẬT TỰ"'],
            head,
            random
          ),
          signature: head,
          isFormer: file.year < 2025,
          names
        });
  const models =
    contents.models === null
      ? []
      : [
          modelsSheet({
            rows: contents.models,
            hasCommune,
            layout,
            title: titleOf(file, ["MÔ HÌNH PHONG TRÀO TOÀN DÂN BẢO VỆ AN NINH TỔ QUỐC"], head, random),
            names
          })
        ];
  const facts =
    contents.facts === null
      ? []
      : [
          factsSheet({
            rows: contents.facts,
            identity: identity(file),
            hasCommune,
            layout,
            title: titleOf(file, ["THÔNG TIN CHUNG"], head, random),
            names
          })
        ];
  const summary =
    contents.summary === null
      ? []
      : [
          summarySheet({
            rows: contents.summary.map((row) => {
              const slip = file.summarySlips.find(
                ({commune_code, unit_type}) => commune_code === row.commune_code && unit_type === row.unit_type
              );
              return slip === undefined ? row : {...row, certified_count: slip.certified_count};
            }),
            title: titleOf(
              file,
              ["BIỂU TỔNG HỢP KẾT QUẢ XÉT, CÔNG NHẬN", '"AN TOÀN VỀ AN NINH, TRẬT TỰ" VÀ PHÂN LOẠI PHONG TRÀO'],
              head,
              random
            ),
            signature: head,
            names
          })
        ];
  const sheets = layout.factsFirst
    ? [...facts, ...list.sheets, ...models, ...summary]
    : [...list.sheets, ...summary, ...models, ...facts];
  return {sheets, placed: list.placed};
}
