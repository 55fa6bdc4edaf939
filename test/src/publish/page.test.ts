import {describe, expect, it} from "vitest";
import {finishPage, takeApart} from "../../../src/publish/finish/page.ts";

/** What Framework writes, shortened. */
const page = (head = "", body = ""): string => `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">
<meta name="generator" content="Observable Framework v1.13.4">
<title>Bản đồ | Toàn dân bảo vệ an ninh Tổ quốc</title>
<link rel="preload" as="style" href="./_import/theme.aa.css">
<link rel="stylesheet" type="text/css" href="./_import/theme.aa.css">
<link rel="modulepreload" href="./_observablehq/client.bb.js">
<script src="./_import/boot.cc.js"></script>
<script type="module" src="./_import/masthead.dd.js"></script>${head}
<script type="module">

import {define} from "./_observablehq/client.bb.js";
import {registerFile} from "./_observablehq/stdlib.bb.js";

registerFile("./data/map.json", {"name":"./data/map.json","mimeType":"application/json","path":"./_file/data/map.ee.json","size":4});
registerFile("./data/later.json", {"name":"./data/later.json","mimeType":"application/json","path":"./_file/data/later.bb.json","size":4});
registerFile("./data/a.zip", {"name":"./data/a.zip","mimeType":"application/zip","path":"./_file/data/a.ff.zip","size":4});
define({id: "1", body: async (FileAttachment) => {
const map = await FileAttachment("./data/map.json").json();
const load = () => FileAttachment("./data/later.json").json();
}});
</script>
</head>
<body>${body}</body>
</html>
`;
const files = {
  page: "ban-do",
  styles: {sheet: "_site/theme-1.css", preloads: ["_site/a.woff2"]},
  script: {path: "_site/ban-do-1.js", imports: ["_site/shared-1.js"]},
  classics: ["_site/boot-1.js"]
};

describe("a finished page", () => {
  const parts = takeApart(page());
  const finished = finishPage(parts, files);

  it("has its scripts in files: none is inline", () => {
    expect(parts.code).toContain("define({id");
    expect(parts.modules).toEqual(["./_import/masthead.dd.js"]);
    const scripts = [...finished.matchAll(/<script\b[^>]*>([^<]*)<\/script>/g)];
    expect(scripts.map(([, code]) => code)).toEqual(["", ""]);
    expect(scripts.map(([tag]) => tag)).toEqual([
      '<script src="./_site/boot-1.js"></script>',
      '<script type="module" src="./_site/ban-do-1.js"></script>'
    ]);
  });
  it("runs the script that sets the theme before the style sheet, so nothing flashes", () => {
    expect(finished.indexOf("boot-1.js")).toBeLessThan(finished.indexOf("theme-1.css"));
  });
  it("is Vietnamese, can be zoomed, and says which page it is of what", () => {
    expect(finished).toContain('<html lang="vi">');
    expect(finished).toContain('content="width=device-width, initial-scale=1">');
    expect(finished).toContain("<title>Bản đồ · Toàn dân bảo vệ an ninh Tổ quốc</title>");
  });
  it("asks early for the fonts of its first lines, what its script imports and its data, and for nothing else", () => {
    const early = [...finished.matchAll(/rel="(?:module)?preload" href="([^"]+)"/g)].map(([, path]) => path);
    expect(early).toEqual(["./_site/a.woff2", "./_site/shared-1.js", "./_file/data/map.ee.json"]);
    expect(finished).not.toContain("_import");
  });
  it("keeps a dollar in its text as it is", () => {
    expect(finishPage(takeApart(page("", "<p>$1 $& $`</p>")), files)).toContain("<p>$1 $& $`</p>");
  });
  it("refuses a page with an inline script it does not know", () => {
    expect(() => takeApart(page("\n<script>alert(1)</script>"))).toThrow("inline script in a page: alert(1)");
  });
});

it("the page of a missing address works at any depth", () => {
  const looksForSlash = '\n<script type="module">\nif (location.pathname.endsWith("/")) fetch(alt);\n</script>';
  const source = page(looksForSlash, '<a href="./xa">x</a>').replace(
    '<meta charset="utf-8">',
    '<meta charset="utf-8">\n<base href="/">'
  );
  const finished = finishPage(takeApart(source), {...files, page: "404"});
  expect(finished).not.toContain("<base");
  expect(finished).not.toContain("location.pathname");
  expect(finished).toContain('<a href="/xa">');
  expect(finished).toContain('src="/_site/ban-do-1.js"');
});
