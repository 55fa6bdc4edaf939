import {readFileSync} from "node:fs";

const TOKENS = new URL("../../styles/tokens.css", import.meta.url);

/** The site's colours as they stand on paper: the light tokens, with a white page. */
export function paperColours(): ReadonlyMap<string, string> {
  const [light = ""] = /:root \{[^}]*\}/.exec(readFileSync(TOKENS, "utf8")) ?? [];
  const colours = new Map([...light.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, name = "", hex = ""]) => [name, hex]));
  return colours.set("page", "#ffffff");
}

/** An SVG with each `var(--name)` and mix of two of them replaced by its colour: programs outside a browser know no variables. */
export function withColours(svg: string, colours: ReadonlyMap<string, string>): string {
  const plain = svg.replace(/var\(--([a-z0-9-]+)\)/g, (_, name: string) => {
    const hex = colours.get(name);
    if (hex === undefined) throw new Error(`no colour --${name} in tokens.css`);
    return hex;
  });
  return plain.replace(
    /color-mix\(in srgb, (#[0-9a-f]{6}) (\d+)%, (#[0-9a-f]{6})\)/g,
    (_, one: string, percent: string, other: string) => mixed(one, other, Number(percent) / 100)
  );
}

function mixed(one: string, other: string, part: number): string {
  const channel = (hex: string, at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
  const mix = (at: number): string =>
    Math.round(part * channel(one, at) + (1 - part) * channel(other, at))
      .toString(16)
      .padStart(2, "0");
  return `#${mix(1)}${mix(3)}${mix(5)}`;
}
