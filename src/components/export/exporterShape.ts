import type {ExportTable} from "./exportTable.ts";
import type {PictureWords} from "./pictureSvg.ts";

/** A chart as it is drawn anew for a picture. */
export interface PictureParts {
  words: PictureWords;
  /** Makes the drawings, one under the other, `width` px wide where they can choose. */
  draw: (width: number) => readonly HTMLElement[];
}

/** What every page of a site says of its data. */
export interface PageFacts {
  /** "Tỉnh Thanh Hóa". */
  place: string;
  isSimulated: boolean;
  /** Cut-off day, ISO. */
  asOf: string | null;
}

/** The code that makes files, loaded on the first click: nothing of it is in the first view. */
export interface Exporter {
  /** A picture as SVG text, letters outlined. */
  svg: (parts: PictureParts) => Promise<string>;
  /** The same at 300 dpi, 1890 px wide, which is 16 cm in Word. */
  png: (svg: string) => Promise<Uint8Array>;
  csv: (table: ExportTable) => Uint8Array;
  xlsx: (table: ExportTable, facts: PageFacts) => Uint8Array;
  /** Name of a file without accents and ending. */
  fileName: (name: string) => string;
}
