import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";
import {initWasm, Resvg} from "@resvg/resvg-wasm";
import {readWoff} from "../../publish/fonts/woff.ts";
import {openTypeFont} from "./openTypeFont.ts";

const require = createRequire(import.meta.url);
/** The family that the fonts of the site have in their own name tables. */
export const PICTURE_FONT = "Be Vietnam Pro";
let ready: Promise<Uint8Array[]> | null = null;

/** Draws an SVG as PNG of `width` px; its text must name `PICTURE_FONT`. */
export async function renderPng(svg: string, width: number): Promise<Uint8Array> {
  ready ??= prepare();
  const fontBuffers = await ready;
  const drawn = new Resvg(svg, {
    fitTo: {mode: "width", value: width},
    font: {fontBuffers, defaultFontFamily: PICTURE_FONT},
    background: "#ffffff"
  }).render();
  const png = drawn.asPng();
  drawn.free();
  return png;
}

async function prepare(): Promise<Uint8Array[]> {
  await initWasm(readFileSync(require.resolve("@resvg/resvg-wasm/index_bg.wasm")));
  const files = join(dirname(require.resolve("@fontsource/be-vietnam-pro/package.json")), "files");
  return [400, 600].flatMap((weight) =>
    ["latin", "latin-ext", "vietnamese"].map((subset) =>
      openTypeFont(readWoff(readFileSync(join(files, `be-vietnam-pro-${subset}-${weight}-normal.woff`))))
    )
  );
}
