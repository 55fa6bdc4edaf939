import {createRequire} from "node:module";
import type pptxgenjs from "pptxgenjs";

/** A presentation of the library that writes them. */
export type Presentation = pptxgenjs.default;

/** The library's CommonJS build: its module build has a name that Node of some versions does not take for a module. */
export const newPresentation = (): Presentation => {
  const PptxGenJS = createRequire(import.meta.url)("pptxgenjs") as new () => Presentation;
  return new PptxGenJS();
};
