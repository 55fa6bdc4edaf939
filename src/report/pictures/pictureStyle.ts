import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";
import {type FontFace, FontSet} from "../../components/export/fontSet.ts";
import {lightTokens} from "../../components/export/lightTokens.ts";
import type {PictureStyle} from "../../components/export/plainSvg.ts";
import {tabularDigits} from "../../publish/fonts/tabularDigits.ts";

const require = createRequire(import.meta.url);
const WEIGHTS = [400, 600];
const SUBSETS = ["latin", "latin-ext", "vietnamese"];
let style: PictureStyle | null = null;

/** The fonts and colours of the site, from the installed packages: what pictures are drawn with outside a browser. */
export function pictureStyle(): PictureStyle {
  style ??= {
    fonts: new FontSet(fontFaces()),
    tokens: lightTokens(readFileSync(new URL("../../styles/tokens.css", import.meta.url), "utf8"))
  };
  return style;
}

function fontFaces(): FontFace[] {
  const text = packageFiles("@fontsource/be-vietnam-pro");
  const digits = packageFiles("@fontsource/inter");
  return WEIGHTS.flatMap((weight): FontFace[] => [
    {family: "digits", weight, bytes: copied(tabularDigits(readFileSync(join(digits, `inter-latin-${weight}-normal.woff`))))},
    ...SUBSETS.map((subset): FontFace => ({
      family: "text",
      weight,
      bytes: copied(readFileSync(join(text, `be-vietnam-pro-${subset}-${weight}-normal.woff`)))
    }))
  ]);
}

/** A Buffer of Node may be a piece of a larger one: a copy is not. */
function copied(bytes: Buffer): Uint8Array {
  return new Uint8Array(bytes);
}

function packageFiles(name: string): string {
  return join(dirname(require.resolve(`${name}/package.json`)), "files");
}
