/** A sign drawn by ourselves: its width in em, and its path data from `x` on the baseline. */
export interface DrawnSign {
  width: number;
  draw: (x: number, size: number) => string;
}

type Point = readonly [x: number, y: number];

/** Closed shapes in em, y upwards from the baseline. The faces hold none of these signs; on the page another font of the machine stands in. */
const SIGNS: Readonly<Record<string, {width: number; shapes: readonly (readonly Point[])[]}>> = {
  "→": {
    width: 0.95,
    shapes: [
      [
        [0.08, 0.32],
        [0.74, 0.32],
        [0.56, 0.14],
        [0.61, 0.09],
        [0.88, 0.355],
        [0.61, 0.62],
        [0.56, 0.57],
        [0.74, 0.39],
        [0.08, 0.39]
      ]
    ]
  },
  "≥": {
    width: 0.62,
    shapes: [
      [
        [0.08, 0.62],
        [0.55, 0.42],
        [0.55, 0.36],
        [0.08, 0.16],
        [0.08, 0.235],
        [0.46, 0.39],
        [0.08, 0.545]
      ],
      [
        [0.08, 0],
        [0.55, 0],
        [0.55, 0.07],
        [0.08, 0.07]
      ]
    ]
  },
  "≤": {
    width: 0.62,
    shapes: [
      [
        [0.55, 0.62],
        [0.08, 0.42],
        [0.08, 0.36],
        [0.55, 0.16],
        [0.55, 0.235],
        [0.17, 0.39],
        [0.55, 0.545]
      ],
      [
        [0.08, 0],
        [0.55, 0],
        [0.55, 0.07],
        [0.08, 0.07]
      ]
    ]
  }
};

/** The sign for a character, or null when the faces are to draw it. */
export function drawnSign(character: string): DrawnSign | null {
  const sign = SIGNS[character];
  if (sign === undefined) return null;
  const draw = (x: number, size: number): string =>
    sign.shapes
      .map((shape) => `M${shape.map(([px, py]) => `${round(x + px * size)} ${round(-py * size)}`).join("L")}Z`)
      .join("");
  return {width: sign.width, draw};
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
