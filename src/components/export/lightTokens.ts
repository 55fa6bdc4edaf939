/** Colours by the names the style sheet gives them: "--ink" → "#17202b". */
export type Tokens = ReadonlyMap<string, string>;

/**
 * The colours of the light theme, from the text of the style sheet `tokens.css`; the page's colour is white, for pictures go onto paper.
 */
export function lightTokens(css: string): Tokens {
  const [, list = ""] = /:root\s*\{([^}]*)\}/.exec(css) ?? [];
  const tokens = new Map<string, string>();
  for (const [, name = "", value = ""] of list.matchAll(/(--[\w-]+)\s*:\s*([^;]+);/g)) tokens.set(name, value.trim());
  if (!tokens.has("--ink")) throw new Error("a style sheet without the colours of the light theme");
  return tokens.set("--page", "#ffffff");
}

/** A value with its `var(--name)` replaced, as attributes of a picture need it. */
export function resolved(value: string, tokens: Tokens): string {
  return plainColours(replaced(value, tokens));
}

function replaced(value: string, tokens: Tokens): string {
  return value.replace(/var\(\s*(--[\w-]+)\s*(?:,\s*([^()]*))?\)/g, (_, name: string, other?: string) => {
    const found = tokens.get(name) ?? other?.trim();
    if (found === undefined) throw new Error(`no colour named ${name}`);
    return found;
  });
}

/** Colours that only browsers know as `#rrggbb`: mixtures of two, and what browsers compute of them. */
export function plainColours(value: string): string {
  return value
    .replace(
      /color-mix\(in srgb,\s*(#[0-9a-f]{6})\s+([\d.]+)%,\s*(#[0-9a-f]{6})\s*\)/gi,
      (_, first: string, percent: string, second: string) =>
        hex(channels(first).map((channel, i) => mixed(channel, channels(second)[i] ?? 0, Number(percent) / 100)))
    )
    .replace(/color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)\)/g, (_, ...parts: string[]) =>
      hex(parts.slice(0, 3).map((part) => 255 * Number(part)))
    );
}

function mixed(first: number, second: number, part: number): number {
  return first * part + second * (1 - part);
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

function hex(parts: readonly number[]): string {
  return `#${parts.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
}
