import {AlignmentType, Paragraph, type Table, TextRun} from "docx";
import type {Report} from "../reportShape.ts";
import {twoColumns} from "./headingBlock.ts";
import {mm, SIZES, STYLES} from "./page.ts";

const COLUMNS = [mm(82), mm(83)] as const;

/** "Nơi nhận" at the left, who signs at the right; room for the signature, the name stays blank. */
export function signatureBlock({recipients, signature}: Report): Table {
  const left = [
    text("Nơi nhận:", {size: SIZES.note, isBold: true, isItalic: true}),
    ...recipients.map((one) => text(`- ${one};`, {size: SIZES.recipients})),
    text("- Lưu: VT, ….", {size: SIZES.recipients})
  ];
  const right = [
    ...signature.map((one) => text(one, {size: SIZES.body, isBold: true, isCentred: true})),
    ...Array.from({length: 4}, () => text("", {size: SIZES.body})),
    text("……………………………", {size: SIZES.body, isBold: true, isCentred: true})
  ];
  return twoColumns([left, right], COLUMNS);
}

function text(
  words: string,
  {
    size,
    isBold = false,
    isItalic = false,
    isCentred = false
  }: {size: number; isBold?: boolean; isItalic?: boolean; isCentred?: boolean}
): Paragraph {
  return new Paragraph({
    style: STYLES.plain,
    keepNext: true,
    keepLines: true,
    alignment: isCentred ? AlignmentType.CENTER : AlignmentType.LEFT,
    children: [new TextRun({text: words, size, bold: isBold, italics: isItalic})]
  });
}
