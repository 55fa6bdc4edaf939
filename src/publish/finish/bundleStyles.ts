import {readFileSync} from "node:fs";
import {join} from "node:path";
import {transform} from "esbuild";
import {writeHashed} from "./bundleScripts.ts";

/** Faces of the first lines every page shows: fetched before the style sheet asks for them. */
const PRELOADED = ["latin-400", "vietnamese-400", "latin-600", "vietnamese-600"];

/**
 * Makes one style sheet of the fonts and the sheets Framework wrote, with the fonts beside it.
 * @param options.sheets paths from the page; the one of the fonts stands in `src/fonts`.
 */
export async function bundleStyles(
  out: string,
  {root, sheets}: {root: string; sheets: readonly string[]}
): Promise<{sheet: string; preloads: string[]}> {
  const fonts = join(root, "src", "fonts");
  const preloads: string[] = [];
  const parts = sheets.map((path) => {
    if (!path.endsWith("fonts/fonts.css")) return readFileSync(join(out, path), "utf8");
    return readFileSync(join(fonts, "fonts.css"), "utf8").replace(/url\("([^"]+)"\)/g, (_, file: string) => {
      const [name = "", extension = ""] = file.split(/(?=\.woff2?$)/);
      const written = writeHashed(out, name, extension, readFileSync(join(fonts, file)));
      if (PRELOADED.some((face) => file.endsWith(`${face}-normal.woff2`))) preloads.push(written);
      return `url("${written.split("/").at(-1) ?? ""}")`;
    });
  });
  const {code} = await transform(parts.join("\n"), {loader: "css", minify: true, target: ["chrome105"]});
  return {sheet: writeHashed(out, "theme", ".css", Buffer.from(code)), preloads};
}
