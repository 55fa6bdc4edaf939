import * as opentype from "opentype.js";
import type {Font} from "opentype.js";

interface Names {
  parse?: (bytes: ArrayBuffer) => Font;
  default?: Names;
}

/** Reads a font. Bundlers take the package's module build; Node its CommonJS build, whose names stand under `default`. */
export function parseFont(bytes: ArrayBuffer): Font {
  const names: Names = opentype;
  const parse = names.parse ?? names.default?.parse;
  if (parse === undefined) throw new Error("opentype.js without parse");
  return parse(bytes);
}
