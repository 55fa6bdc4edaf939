import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";

const pages = readdirSync("src").filter((name) => name.endsWith(".md"));
const scripts = ["src", "src/components"].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
    .map((name) => join(folder, name))
);

describe.each(pages)("page %s", (name) => {
  const text = readFileSync(join("src", name), "utf8");
  const code = [...text.matchAll(/```js[^\n]*\n([\s\S]*?)```|\$\{([^}]*)\}/g)]
    .map((match) => match[1] ?? match[2] ?? "")
    .join("\n");

  it("asks nothing of the network: no npm: import, no library that Framework would download", () => {
    expect(code).not.toMatch(/["'](npm|jsr|https?):/);
    expect(code).not.toMatch(/(?<![.\w"'/])(Plot|d3|Inputs|html|svg|htl|topojson|aq|_)\s*[.`(]/);
    expect(code).not.toMatch(/\.(csv|tsv|parquet|arrow|xlsx|sqlite)\(/);
  });
  it("says in its front matter what it is called", () => {
    expect(text).toMatch(/^---\n[\s\S]*?^title: \S/m);
  });
});

it("components load packages that are installed, and their own files by .js", () => {
  for (const path of scripts) {
    const imports = readFileSync(path, "utf8").matchAll(/^(import|export) (type )?[^;]*?from "([^"]+)"/gm);
    for (const [line, , isType, specifier = ""] of imports) {
      if (isType) continue;
      expect(line, path).not.toMatch(/"(npm|jsr|https?|node):/);
      if (specifier.startsWith(".")) expect(specifier, path).toMatch(/^(\.\/|(\.\.\/)+)([a-zA-Z]+\/)*[\w-]+\.js$/);
    }
  }
});
