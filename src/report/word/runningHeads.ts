import {AlignmentType, Footer, Header, PageNumber, Paragraph, TextRun} from "docx";
import {markWords} from "../content/marks.ts";
import type {ReportMarks} from "../reportShape.ts";
import {GREY, MARK_COLOUR, SIZES, STYLES} from "./page.ts";

/** Head of a page: its number, centred (not on the first page), and what the figures are. */
export function pageHeader(marks: ReportMarks, {isFirst}: {isFirst: boolean}): Header {
  const words = markWords(marks);
  const number = new Paragraph({
    style: STYLES.plain,
    alignment: AlignmentType.CENTER,
    children: [new TextRun({children: [PageNumber.CURRENT], size: SIZES.body})]
  });
  const mark = new Paragraph({
    style: STYLES.plain,
    alignment: AlignmentType.RIGHT,
    children: words === "" ? [] : [new TextRun({text: words, size: SIZES.small, bold: true, color: MARK_COLOUR})]
  });
  return new Header({children: isFirst ? [mark] : [number, mark]});
}

/** Foot of a page: where the figures come from. */
export function pageFooter({source}: ReportMarks): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: STYLES.plain,
        alignment: AlignmentType.CENTER,
        children: [new TextRun({text: source, size: SIZES.small, color: GREY})]
      })
    ]
  });
}
