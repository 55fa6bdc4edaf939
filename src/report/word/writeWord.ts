import {
  AlignmentType,
  Document,
  HeadingLevel,
  type ISectionOptions,
  Packer,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun
} from "docx";
import {stablePackage} from "../stablePackage.ts";
import type {Annex, Report} from "../reportShape.ts";
import {Counter, wordBlock} from "./blocks.ts";
import {headingBlock, rule} from "./headingBlock.ts";
import {FONT, MARGINS, mm, STYLES, TEXT_WIDTH} from "./page.ts";
import {pageFooter, pageHeader} from "./runningHeads.ts";
import {signatureBlock} from "./signatureBlock.ts";
import {DOCUMENT_STYLES, HEADING_NUMBERS, NUMBERING} from "./styles.ts";

/** The report as a Word document in the layout of administrative documents; the same report gives the same bytes. */
export async function writeWord(report: Report): Promise<Uint8Array> {
  const counter = new Counter();
  const document = new Document({
    title: `Báo cáo: ${report.subject}, ${report.area}`,
    subject: report.marks.source,
    creator: report.issuer,
    description: report.marks.is_simulated ? "Số liệu mô phỏng" : "",
    lastModifiedBy: report.issuer,
    styles: DOCUMENT_STYLES,
    numbering: NUMBERING,
    features: {updateFields: false},
    sections: [mainSection(report, counter), ...report.annexes.map((annex, i) => annexSection(report, annex, i, counter))]
  });
  return stablePackage(new Uint8Array(await Packer.toBuffer(document)), report.marks.as_of);
}

function mainSection(report: Report, counter: Counter): ISectionOptions {
  const place = {width: TEXT_WIDTH.upright, isSmall: false, counter};
  return {
    properties: {
      titlePage: true,
      page: {size: {width: mm(210), height: mm(297)}, margin: MARGINS}
    },
    headers: {
      first: pageHeader(report.marks, {isFirst: true}),
      default: pageHeader(report.marks, {isFirst: false})
    },
    footers: {first: pageFooter(report.marks), default: pageFooter(report.marks)},
    children: [
      headingBlock(report),
      new Paragraph({heading: HeadingLevel.TITLE, children: [new TextRun("BÁO CÁO")]}),
      new Paragraph({style: STYLES.subject, children: [new TextRun(report.subject)]}),
      rule(TEXT_WIDTH.upright, 0.22),
      ...report.opening.flatMap((block) => wordBlock(block, place)),
      ...report.parts.flatMap(({title, blocks}) => [
        new Paragraph({
          heading: HeadingLevel.HEADING_1,
          numbering: {reference: HEADING_NUMBERS, level: 0},
          children: [new TextRun(title)]
        }),
        ...blocks.flatMap((block) => wordBlock(block, place))
      ]),
      new Paragraph({style: STYLES.plain, children: []}),
      signatureBlock(report)
    ]
  };
}

function annexSection(report: Report, {title, isWide, blocks}: Annex, index: number, counter: Counter): ISectionOptions {
  const width = isWide ? TEXT_WIDTH.across : TEXT_WIDTH.upright;
  const name = report.annexes.length > 1 ? `Phụ lục ${index + 1}` : "Phụ lục";
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        // Word wants the short side first and the direction beside it.
        size: {width: mm(210), height: mm(297), orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT},
        margin: isWide ? {...MARGINS, left: mm(20), right: mm(20)} : MARGINS
      }
    },
    headers: {default: pageHeader(report.marks, {isFirst: false})},
    footers: {default: pageFooter(report.marks)},
    children: [
      new Paragraph({
        heading: HeadingLevel.HEADING_1,
        alignment: AlignmentType.CENTER,
        children: [new TextRun({text: name, font: FONT})]
      }),
      new Paragraph({style: STYLES.subject, spacing: {after: 60}, children: [new TextRun(title)]}),
      ...blocks.flatMap((block) => wordBlock(block, {width, isSmall: true, counter}))
    ]
  };
}
