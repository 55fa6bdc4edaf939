import {AlignmentType, type INumberingOptions, type IStylesOptions, LevelFormat} from "docx";
import {FONT, GREY, INDENT, mm, SIZES, STYLES} from "./page.ts";

/** Numbering of the headings: I, II for parts; 1, 2 within each. */
export const HEADING_NUMBERS = "de-muc";

export const NUMBERING: INumberingOptions = {
  config: [
    {
      reference: HEADING_NUMBERS,
      levels: [
        {
          level: 0,
          format: LevelFormat.UPPER_ROMAN,
          text: "%1.",
          alignment: AlignmentType.LEFT,
          suffix: "space",
          style: {paragraph: {indent: {left: 0, firstLine: INDENT}}}
        },
        {
          level: 1,
          format: LevelFormat.DECIMAL,
          text: "%2.",
          alignment: AlignmentType.LEFT,
          suffix: "space",
          style: {paragraph: {indent: {left: 0, firstLine: INDENT}}}
        }
      ]
    }
  ]
};

const run = (size: number, rest: object = {}): object => ({font: FONT, size, color: "000000", ...rest});

/** Every look is a style: whoever edits the report changes it once, and Word can make a table of contents. */
export const DOCUMENT_STYLES: IStylesOptions = {
  default: {
    document: {run: {...run(SIZES.body), language: {value: "vi-VN", eastAsia: "vi-VN"}}},
    heading1: {
      run: run(SIZES.body, {bold: true, allCaps: true}),
      paragraph: {spacing: {before: 200, after: 100}, keepNext: true, outlineLevel: 0}
    },
    heading2: {
      run: run(SIZES.body, {bold: true}),
      paragraph: {spacing: {before: 140, after: 80}, keepNext: true, outlineLevel: 1}
    },
    title: {
      run: run(SIZES.body, {bold: true}),
      paragraph: {alignment: AlignmentType.CENTER, spacing: {before: 240, after: 0}, keepNext: true}
    }
  },
  paragraphStyles: [
    {
      id: STYLES.subject,
      name: "Subtitle",
      basedOn: "Normal",
      quickFormat: true,
      run: run(SIZES.body, {bold: true}),
      paragraph: {alignment: AlignmentType.CENTER, spacing: {after: 0}, keepNext: true, indent: {left: mm(15), right: mm(15)}}
    },
    {
      id: STYLES.body,
      name: "Nội dung",
      basedOn: "Normal",
      quickFormat: true,
      paragraph: {
        alignment: AlignmentType.JUSTIFIED,
        indent: {firstLine: INDENT},
        spacing: {after: 120, line: 276}
      }
    },
    {
      id: STYLES.plain,
      name: "Không thụt đầu dòng",
      basedOn: "Normal",
      quickFormat: true,
      paragraph: {spacing: {after: 0}}
    },
    {
      id: STYLES.tableTitle,
      name: "Tiêu đề bảng",
      basedOn: "Normal",
      quickFormat: true,
      run: run(SIZES.note, {bold: true}),
      paragraph: {alignment: AlignmentType.CENTER, spacing: {before: 160, after: 80}, keepNext: true, keepLines: true}
    },
    {
      id: STYLES.figureTitle,
      name: "Tiêu đề hình",
      basedOn: "Normal",
      quickFormat: true,
      run: run(SIZES.note, {bold: true}),
      paragraph: {alignment: AlignmentType.CENTER, spacing: {before: 40, after: 160}, keepLines: true}
    },
    {
      id: STYLES.cell,
      name: "Ô dữ liệu",
      basedOn: "Normal",
      quickFormat: true,
      run: run(SIZES.table),
      paragraph: {spacing: {before: 20, after: 20}}
    },
    {
      id: STYLES.note,
      name: "Ghi chú bảng, hình",
      basedOn: "Normal",
      quickFormat: true,
      run: run(SIZES.recipients, {italics: true, color: GREY}),
      paragraph: {alignment: AlignmentType.JUSTIFIED, spacing: {before: 60, after: 160}}
    }
  ]
};
