/** Attributes of an element; null, undefined and false leave the attribute out, true writes it empty. */
export type Attributes = Record<string, string | number | boolean | null | undefined>;

/** What may stand inside an element; null, undefined and false are left out, text is always text (never markup). */
export type Child = Node | string | number | null | undefined | false;

/** Makes an HTML element: `element("p", {class: "note"}, "Chưa có tệp")`. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(name);
  fill(node, attributes, children);
  return node;
}

/** Makes an SVG element: `svgElement("circle", {r: 4})`. */
export function svgElement<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: Child[]
): SVGElementTagNameMap[K] {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  fill(node, attributes, children);
  return node;
}

function fill(node: Element, attributes: Attributes, children: Child[]): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false)
      node.setAttribute(name, value === true ? "" : `${value}`);
  }
  for (const child of children) {
    if (child !== null && child !== undefined && child !== false) {
      node.append(typeof child === "number" ? `${child}` : child);
    }
  }
}
