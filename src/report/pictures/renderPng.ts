import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {initWasm, Resvg} from "@resvg/resvg-wasm";

let ready: Promise<void> | null = null;

/** Draws an SVG as PNG of `width` px on white; its letters must be outlines. */
export async function renderPng(svg: string, width: number): Promise<Uint8Array> {
  ready ??= prepare();
  await ready;
  const drawn = new Resvg(svg, {fitTo: {mode: "width", value: width}, background: "#ffffff"}).render();
  const png = drawn.asPng();
  drawn.free();
  return png;
}

async function prepare(): Promise<void> {
  await initWasm(readFileSync(createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm")));
}
