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
  return value.replace(/var\(\s*(--[\w-]+)\s*(?:,\s*([^()]*))?\)/g, (_, name: string, other?: string) => {
    const found = tokens.get(name) ?? other?.trim();
    if (found === undefined) throw new Error(`no colour named ${name}`);
    return found;
  });
}
