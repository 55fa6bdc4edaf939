import {CLASSES, MANAGED_LEVELS, UNIT_TYPES, type Verdict} from "../../../loaders/vocabulary.ts";
import {formatCount} from "../../components/format.ts";
import {VERDICT_WORDS} from "../../components/words.ts";
import {communeTitleName} from "../../sentences/communeSentences.ts";
import {DUTY_STATE_WORDS} from "../../views/dutyStates.ts";
import type {OverviewFacts} from "../../views/overviewFacts.ts";
import type {Annex, Cell, ReportTable} from "../reportShape.ts";
import {cleanText} from "./cleanText.ts";
import type {ReportUnit} from "./openUnitRows.ts";
import type {CommuneVerdict, ReportFacts} from "./reportFacts.ts";
import {note, table} from "./blocks.ts";

/** Communes × indicators, every present commune, by code; one that has not reported says so and has no figures. */
export function communeTable(
  {communes: values, verdicts, reported, year, isPublic}: ReportFacts,
  lookup: OverviewFacts
): ReportTable {
  const {file, mainTarget: target} = lookup;
  const judged = new Map(
    verdicts.filter(({target_id}) => target_id === target?.target_id).map((verdict) => [verdict.code, verdict])
  );
  const limit = target === null ? {} : {target: target.value, comparator: target.comparator};
  const column = (indicator: string): ((i: number) => {n: number; d: number}) => {
    const counts = values[`${year}|${indicator}|all`];
    return (i) => ({n: counts?.n[i] ?? 0, d: counts?.d[i] ?? 0});
  };
  const [registered, certified, good, excellent, weak] = [
    "registered_of_eligible",
    "certified_of_eligible",
    "good_or_better_of_eligible",
    "excellent_of_eligible",
    "weak_count"
  ].map(column) as [Column, Column, Column, Column, Column];
  return {
    caption: `Kết quả của từng xã, phường năm ${year}`,
    columns: [
      {header: "TT", kind: "count", width: 5},
      {header: "Xã, phường", kind: "text", width: 19},
      {header: "Phải xét", kind: "count", width: 8},
      {header: "Đăng ký", kind: "count", width: 8},
      {header: "Được công nhận", kind: "count", width: 9},
      {header: "Tỷ lệ công nhận", kind: "share", width: 9},
      {header: "Khá trở lên", kind: "count", width: 8},
      {header: "Tỷ lệ Khá trở lên", kind: "share", width: 9},
      {header: "Xuất sắc", kind: "count", width: 8},
      {header: "Yếu", kind: "count", width: 6},
      {header: "Cần thêm", kind: "count", width: 8},
      {header: target === null ? "Ghi chú" : "So với mức chung", kind: "text", width: 14}
    ],
    rows: file.communes.map((commune, i): Cell[] => {
      const name = cleanText(communeTitleName(commune));
      const {n, d} = certified(i);
      const isReported = reported.get(commune.code) === true;
      if (d === 0 || !isReported) {
        const none = isPublic && isReported ? "Không công bố" : "Không có đơn vị";
        const words = isReported || !reported.has(commune.code) ? none : "Chưa nộp";
        return [i + 1, name, null, null, null, null, null, null, null, null, null, words];
      }
      const verdict = judged.get(commune.code);
      return [
        i + 1,
        name,
        d,
        registered(i).n,
        n,
        {numerator: n, denominator: d, ...limit},
        good(i).n,
        {numerator: good(i).n, denominator: good(i).d},
        excellent(i).n,
        weak(i).n,
        verdict?.units_needed ?? null,
        verdict === undefined ? "" : levelWords(verdict)
      ];
    })
  };
}

/** A province's rate binds the province: a commune stands at it or below it, it does not fail a plan. */
function levelWords({verdict, basis}: CommuneVerdict): string {
  if (basis === "doi_chieu" && verdict === "dat") return "Tới mức";
  if (basis === "doi_chieu" && verdict === "chua_dat") return "Dưới mức";
  return VERDICT_WORDS[verdict as Verdict];
}

type Column = (i: number) => {n: number; d: number};

/** Units not certified of the communes asked for. */
export function openUnitTable(
  units: readonly ReportUnit[],
  names: ReadonlyMap<string, string>,
  {caption, withCommune}: {caption: string; withCommune: boolean}
): ReportTable {
  return {
    caption,
    columns: [
      {header: "TT", kind: "count", width: 6},
      {header: "Tên đơn vị", kind: "text", width: 30},
      ...(withCommune ? [{header: "Xã, phường", kind: "text" as const, width: 17}] : []),
      {header: "Loại hình", kind: "text", width: 14},
      {header: "Cấp quản lý", kind: "text", width: 11},
      {header: "Kết quả", kind: "text", width: 11},
      {header: "Phân loại", kind: "text", width: 11},
      {header: "Còn thiếu theo tệp đã nộp", kind: "text", width: 24}
    ],
    rows: units.map((unit, i): Cell[] => [
      i + 1,
      cleanText(unit.unit_name),
      ...(withCommune ? [names.get(unit.code) ?? unit.code] : []),
      UNIT_TYPES[unit.unit_type as keyof typeof UNIT_TYPES],
      MANAGED_LEVELS[unit.managed_level as keyof typeof MANAGED_LEVELS],
      unit.is_certified === null ? "Chưa xét" : "Chưa đạt",
      unit.class === null ? null : CLASSES[unit.class as keyof typeof CLASSES],
      cleanText(unit.missing.join("; "))
    ])
  };
}

/** Annexes of the home area: communes, units of the communes that close the gap, who is late or missing. */
export function homeAnnexes(facts: ReportFacts, lookup: OverviewFacts, closing: readonly string[]): Annex[] {
  const names = new Map(lookup.file.communes.map((commune) => [commune.code, cleanText(communeTitleName(commune))]));
  const open = facts.units.filter(({is_certified}) => is_certified !== true);
  const shown = open.filter(({code}) => closing.includes(code));
  const late = lateTable(facts);
  return [
    {
      title: `Kết quả của từng xã, phường năm ${facts.year}`,
      isWide: true,
      blocks: [
        table(communeTable(facts, lookup)),
        note("Số liệu trên địa giới từ 1/7/2025. Xã chưa nộp để trống, không tính là 0.")
      ]
    },
    ...(shown.length === 0
      ? []
      : [
          {
            title: `Đơn vị chưa được công nhận của ${formatCount(closing.length)} xã đầu danh sách`,
            isWide: true,
            blocks: [
              table(
                openUnitTable(shown, names, {
                  caption: `${formatCount(shown.length)} đơn vị chưa được công nhận năm ${facts.year}`,
                  withCommune: true
                })
              ),
              note(
                `Cả địa bàn có ${formatCount(open.length)} đơn vị chưa được công nhận; danh sách đủ ở trang Đơn vị của tệp Excel kèm theo.`
              )
            ]
          }
        ]),
    ...(late.rows.length === 0
      ? []
      : [{title: `Xã, phường nộp báo cáo trễ hoặc chưa nộp năm ${facts.year}`, isWide: false, blocks: [table(late)]}])
  ];
}

/** Duties that are a report to send in. */
const REPORTS = new Set(["annual_report", "half_year_report"]);

/** Communes whose report of the year came late or has not come. */
function lateTable({duties, year}: ReportFacts): ReportTable {
  const rows = duties.filter(
    ({duty, state}) => REPORTS.has(duty.evidence) && (state === "tre" || state === "chua_nop" || state === "chua_thay")
  );
  return {
    caption: `Xã, phường nộp báo cáo trễ hoặc chưa nộp năm ${year}`,
    columns: [
      {header: "TT", kind: "count", width: 8},
      {header: "Xã, phường", kind: "text", width: 32},
      {header: "Việc phải làm", kind: "text", width: 28},
      {header: "Tình trạng", kind: "text", width: 16},
      {header: "Ngày nhận", kind: "day", width: 16}
    ],
    rows: rows.map(({area, duty, state, received_date}, i): Cell[] => [
      i + 1,
      cleanText(communeTitleName(area)),
      cleanText(duty.title),
      DUTY_STATE_WORDS[state],
      received_date
    ])
  };
}
