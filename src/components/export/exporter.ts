import {csvFile} from "./csvFile.ts";
import {drawnHtml} from "./drawnHtml.ts";
import type {Exporter, PictureParts} from "./exporterShape.ts";
import {fileNameOf} from "./fileName.ts";
import {type FontFace, FontSet} from "./fontSet.ts";
import {lightTokens, type Tokens} from "./lightTokens.ts";
import {PICTURE_WIDTH, pictureHeight, pictureSvg} from "./pictureSvg.ts";
import {withResolution} from "./pngResolution.ts";
import {xlsxFile} from "./xlsxFile.ts";

const DPI = 300;
const PIXELS_WIDE = 1890;
/** Rows of a table that a picture holds: about a page of paper. */
const MOST_ROWS = 30;

/** A face as the site's file of fonts holds it. */
export interface PackedFace extends Omit<FontFace, "bytes"> {
  base64: string;
}

/** Makes files of charts and tables in the browser. @param loadFaces fetches the fonts, once, for the first picture. */
export function openExporter(loadFaces: () => Promise<readonly PackedFace[]>): Exporter {
  let fonts: Promise<FontSet> | null = null;
  const style = async (): Promise<{fonts: FontSet; tokens: Tokens}> => {
    fonts ??= loadFaces().then((faces) => new FontSet(faces.map(unpacked)));
    fonts.catch(() => (fonts = null));
    return {fonts: await fonts, tokens: lightTokens(styleSheetText())};
  };
  return {
    svg: async (parts) => {
      const {fonts: set, tokens} = await style();
      const {drawings, note} = laidOut(parts, tokens);
      return pictureSvg(drawings, {...parts.words, note}, {fonts: set, tokens});
    },
    png: rastered,
    csv: csvFile,
    xlsx: (table, {asOf, isSimulated}) =>
      xlsxFile(table, {day: asOf, subject: isSimulated ? "Số liệu mô phỏng" : table.name}),
    fileName: fileNameOf
  };
}

function unpacked({base64, ...face}: PackedFace): FontFace {
  return {...face, bytes: Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))};
}

/** The rules of the page's own style sheets that name the colours of the light theme. */
function styleSheetText(): string {
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (rule instanceof CSSStyleRule && rule.selectorText === ":root" && rule.style.getPropertyValue("--ink") !== "")
        return rule.cssText.replace(/\}\s*$/, ";}");
    }
  }
  throw new Error("the page's style sheet names no colours");
}

/** Draws the chart beside the page, in the colours of the light theme, and takes what the browser laid out. */
function laidOut({draw, words}: PictureParts, tokens: Tokens): {drawings: SVGSVGElement[]; note: string | undefined} {
  const holder = document.createElement("div");
  holder.className = "picture-holder";
  holder.inert = true;
  holder.style.width = `${PICTURE_WIDTH}px`;
  for (const [name, value] of tokens) if (!["--text", "--title"].includes(name)) holder.style.setProperty(name, value);
  document.body.append(holder);
  try {
    const parts = draw(PICTURE_WIDTH);
    holder.append(...parts);
    const cut = shortenTables(holder);
    // Wider than the page of paper: laid out as wide as it needs, shrunk afterwards.
    const widest = Math.max(...[holder, ...parts].map(({scrollWidth}) => scrollWidth));
    if (widest > PICTURE_WIDTH + 1) holder.style.width = `${widest}px`;
    const note = [words.note, cut].filter(Boolean).join(" ");
    return {drawings: parts.map(drawnHtml), note: note === "" ? undefined : note};
  } finally {
    holder.remove();
  }
}

/** Takes the rows off long tables; what to say of it, or null. */
function shortenTables(holder: HTMLElement): string | null {
  let said: string | null = null;
  for (const table of holder.querySelectorAll("table")) {
    const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
    if (rows.length <= MOST_ROWS) continue;
    rows.slice(MOST_ROWS).forEach((row) => row.remove());
    said = `Hình có ${MOST_ROWS} trên ${rows.length} dòng; bảng đầy đủ ở tệp Excel.`;
  }
  return said;
}

async function rastered(svg: string): Promise<Uint8Array> {
  const height = Math.round((pictureHeight(svg) * PIXELS_WIDE) / PICTURE_WIDTH);
  const sized = svg.replace(/width="16cm" height="[\d.]+cm"/, `width="${PIXELS_WIDE}" height="${height}"`);
  const image = new Image(PIXELS_WIDE, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(sized)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = PIXELS_WIDE;
  canvas.height = height;
  canvas.getContext("2d")?.drawImage(image, 0, 0);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (blob === null) throw new Error(`no PNG of ${PIXELS_WIDE} by ${height} px`);
  return withResolution(new Uint8Array(await blob.arrayBuffer()), DPI);
}
