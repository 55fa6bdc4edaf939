import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";
import type {FontFace} from "../../components/export/fontSet.ts";
import {tabularDigits} from "./tabularDigits.ts";

const WEIGHTS = [400, 500, 600, 700];
/** Of a character in several files the first one draws it: as on the page, where the Vietnamese file wins. */
const SUBSETS = ["vietnamese", "latin", "latin-ext"];

/** The faces of the pages as WOFF 1, from the installed packages: what letters of pictures are outlined with. */
export function pictureFaces(): FontFace[] {
  const text = filesOf("@fontsource/be-vietnam-pro");
  const digits = filesOf("@fontsource/inter");
  return WEIGHTS.flatMap((weight): FontFace[] => [
    ...SUBSETS.map((subset): FontFace => ({
      family: "text",
      weight,
      bytes: readFileSync(join(text, `be-vietnam-pro-${subset}-${weight}-normal.woff`))
    })),
    {family: "digits", weight, bytes: tabularDigits(readFileSync(join(digits, `inter-latin-${weight}-normal.woff`)))}
  ]);
}

function filesOf(name: string): string {
  return join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), "files");
}
