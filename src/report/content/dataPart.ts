import {formatCount, formatDate} from "../../components/format.ts";
import type {DutyYear} from "../../data/queries/progress.ts";
import {isTracked, progressTitle, respondentNoun, stateWords} from "../../sentences/progressSentences.ts";
import {DUTY_STATES} from "../../views/dutyStates.ts";
import type {Block, Cell, ReportPart, ReportTable} from "../reportShape.ts";
import {cleanText} from "./cleanText.ts";
import type {ReportFacts} from "./reportFacts.ts";
import {heading, note, table} from "./blocks.ts";

/** Part III: who reported, what the open reports could change, what was read, where the figures come from. */
export function dataPart(facts: ReportFacts, {bounds, subtitle}: {bounds: string; subtitle: string}): ReportPart {
  const duties = ownDuties(facts).filter(isTracked);
  return {
    title: "Chế độ báo cáo và số liệu",
    blocks: [
      heading("Thực hiện chế độ báo cáo"),
      ...(duties.length > 0
        ? [
            ...duties.map((duty): Block => ({kind: "paragraph", text: dutyParagraph(facts, duty)})),
            table(dutyTable(duties, facts.year))
          ]
        : [
            {
              kind: "paragraph",
              text: `Năm ${facts.year} không có chế độ báo cáo nào theo dõi được qua các tệp đã nộp.`
            } as Block
          ]),
      heading("Mức độ đầy đủ và chất lượng số liệu"),
      {kind: "paragraph", text: subtitle},
      ...(bounds === "" ? [] : [{kind: "paragraph", text: bounds} as Block]),
      {kind: "paragraph", text: readParagraph(facts)},
      note(
        "Đơn vị chưa có kết quả và xã chưa nộp không tính là chưa đạt; chúng làm rộng khoảng của tỷ lệ. Tỷ lệ của một địa bàn là tổng số chia cho tổng số, không phải trung bình của các tỷ lệ."
      )
    ]
  };
}

/** Duties of the plans of the home area, and of norms, in the year. */
export function ownDuties({duties}: ReportFacts): DutyYear[] {
  return [...new Set(duties.map(({duty}) => duty))].filter(({level}) => level !== "province");
}

function dutyParagraph(facts: ReportFacts, duty: DutyYear): string {
  const {dung_han = 0, tre = 0} = duty.counts;
  const noun = respondentNoun(duty);
  const when =
    dung_han + tre > 0
      ? ` Trong số đã nộp, ${formatCount(dung_han)} ${noun} đúng hạn, ${formatCount(tre)} ${noun} trễ.`
      : "";
  const where = `${duty.clause} ${duty.document}`;
  return cleanText(
    `${duty.title}: ${lower(progressTitle(duty, {year: facts.year, files: facts.read.files}))} (${where}).${when}`
  );
}

function lower(text: string): string {
  return text.slice(0, 1).toLocaleLowerCase("vi") + text.slice(1);
}

function dutyTable(duties: readonly DutyYear[], year: number): ReportTable {
  const states = DUTY_STATES.filter((state) => duties.some(({counts}) => (counts[state] ?? 0) > 0));
  return {
    caption: `Thực hiện chế độ báo cáo năm ${year}`,
    columns: [
      {header: "Việc phải làm", kind: "text", width: 28},
      {header: "Hạn", kind: "text", width: 20},
      {header: "Phải làm", kind: "count", width: 11},
      ...states.map((state) => ({
        header: duties[0] === undefined ? state : stateWords(state, duties[0]),
        kind: "count" as const,
        width: 12
      }))
    ],
    rows: duties.map((duty): Cell[] => [
      cleanText(duty.title),
      duty.due === "" ? "Không có hạn" : duty.due,
      duty.expected,
      ...states.map((state) => duty.counts[state] ?? 0)
    ])
  };
}

function readParagraph({read, overview, isPublic}: ReportFacts): string {
  const rows = `Đã đọc ${formatCount(read.rows_read)} dòng của ${formatCount(read.files)} tệp đang có hiệu lực, tính đến ${overview.as_of === null ? "nay" : formatDate(overview.as_of)}: nạp ${formatCount(read.rows_accepted)} dòng, từ chối ${formatCount(read.rows_rejected)} dòng`;
  if (isPublic) return `${rows}. Bản công khai không có kết quả kiểm tra tệp và tên đơn vị.`;
  const errors = read.row_errors + read.value_errors;
  const faults =
    errors === 0
      ? "không có dòng hay giá trị nào bị lỗi"
      : `${formatCount(read.row_errors)} lỗi làm dòng không nạp được và ${formatCount(read.value_errors)} giá trị không đọc được`;
  return `${rows}; ${faults}, ${formatCount(read.warnings)} điểm nên xem lại.`;
}
