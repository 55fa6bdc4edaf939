import {formatDate} from "../../components/format.ts";
import type {Block, Report, ReportPart, ReportTable} from "../reportShape.ts";
import type {Slide} from "./slideShape.ts";

/** Rows of a table that a slide still shows from the back of a room. */
const MOST_ROWS = 10;

/** The slides of a report: title, what leads, each clause, then every chart, picture and table of its parts. */
export function planSlides(report: Report): Slide[] {
  return [cover(report), summary(report), ...report.targets.map(targetSlide), ...report.parts.flatMap(partSlides)];
}

function targetSlide(target: Report["targets"][number]): Slide {
  return {title: target.title, subtitle: target.clause, body: {kind: "target", target}, notes: [target.sentence]};
}

function cover(report: Report): Slide {
  return {title: report.area, subtitle: report.subject, body: {kind: "cover"}, notes: paragraphs(report.opening)};
}

function summary({headline, bounds, marks, targets}: Report): Slide {
  const lines = [
    ...(bounds === "" ? [] : [bounds]),
    ...targets.map(({title, figure, level, verdict, gap}) =>
      [`${title}: ${figure}`, level.toLocaleLowerCase("vi"), verdict.toLocaleLowerCase("vi"), gap].filter(Boolean).join("; ")
    )
  ];
  const subtitle = marks.as_of === null ? "" : `Số liệu tính đến ${formatDate(marks.as_of)}`;
  return {title: headline, subtitle, body: {kind: "text", lines}, notes: lines};
}

/** Charts, pictures and tables of a part, each with the sentences of its section as notes. */
function partSlides({blocks}: ReportPart): Slide[] {
  return sections(blocks).flatMap((section) => {
    const notes = paragraphs(section);
    return section.flatMap((block): Slide[] => {
      switch (block.kind) {
        case "chart":
          return [{...split(block.chart.caption), body: {kind: "chart", chart: block.chart}, notes}];
        case "picture":
          return [{...split(block.picture.caption), body: {kind: "picture", picture: block.picture}, notes}];
        case "table":
          return tableSlides(block.table, notes);
        default:
          return [];
      }
    });
  });
}

/** Blocks from one heading to the next. */
function sections(blocks: readonly Block[]): Block[][] {
  const found: Block[][] = [[]];
  for (const block of blocks) {
    if (block.kind === "heading") found.push([]);
    else found.at(-1)?.push(block);
  }
  return found;
}

function paragraphs(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));
}

/** A long table goes on over several slides, its head on each. */
function tableSlides(table: ReportTable, notes: readonly string[]): Slide[] {
  const count = Math.max(1, Math.ceil(table.rows.length / MOST_ROWS));
  return Array.from({length: count}, (_, i): Slide => {
    const from = i * MOST_ROWS;
    const totals = (table.totals ?? []).filter((row) => row >= from && row < from + MOST_ROWS).map((row) => row - from);
    return {
      title: table.caption,
      subtitle: count === 1 ? "" : `Phần ${i + 1}/${count}`,
      body: {kind: "table", table: {...table, rows: table.rows.slice(from, from + MOST_ROWS), totals}},
      notes
    };
  });
}

/** "Câu nói số chính. Số đo, đơn vị" as a title and the line under it. */
function split(caption: string): {title: string; subtitle: string} {
  const end = caption.indexOf(". ");
  return end === -1 ? {title: caption, subtitle: ""} : {title: caption.slice(0, end), subtitle: caption.slice(end + 2)};
}
