import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";
import {tabularDigits} from "./fonts/tabularDigits.ts";

const WEIGHTS = [400, 500, 600, 700];

/** Of overlapping ranges the later face wins: Vietnamese last, or ă, đ, ơ and ư would fetch latin-ext for themselves. */
const SUBSETS = ["latin-ext", "latin", "vietnamese"];

/**
 * Writes the fonts of the site and `fonts.css` into `directory`, from the installed packages: Be Vietnam Pro, and the digits of Inter
 * as the family `Num`, because Be Vietnam Pro has no digits of one width. Writes only what is missing or changed.
 */
export function prepareFonts(directory: string): void {
  mkdirSync(directory, {recursive: true});
  const text = packageFiles("@fontsource/be-vietnam-pro");
  const digits = packageFiles("@fontsource/inter");
  const ranges = JSON.parse(readFileSync(join(text, "unicode.json"), "utf8")) as Record<string, string>;
  const faces: string[] = [];
  for (const weight of WEIGHTS) {
    for (const subset of SUBSETS) {
      const name = `be-vietnam-pro-${subset}-${weight}-normal.woff2`;
      write(join(directory, name), readFileSync(join(text, "files", name)));
      faces.push(face("Be Vietnam Pro", weight, name, "woff2", ranges[subset] ?? ""));
    }
    const name = `digits-${weight}.woff`;
    write(
      join(directory, name),
      tabularDigits(readFileSync(join(digits, "files", `inter-latin-${weight}-normal.woff`)))
    );
    faces.push(face("Num", weight, name, "woff", "U+0030-0039", "size-adjust:101.5%;"));
  }
  write(join(directory, "fonts.css"), Buffer.from(faces.join("\n")));
}

function packageFiles(name: string): string {
  return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
}

function face(family: string, weight: number, file: string, format: string, range: string, extra = ""): string {
  return `@font-face{font-family:"${family}";font-weight:${weight};font-display:swap;src:url("${file}") format("${format}");unicode-range:${range};${extra}}`;
}

function write(path: string, contents: Buffer): void {
  try {
    if (readFileSync(path).equals(contents)) return;
  } catch {
    // Not there yet.
  }
  writeFileSync(path, contents);
}
