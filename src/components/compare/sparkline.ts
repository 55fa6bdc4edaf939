import {svgElement} from "../element.js";

/** One year of a rate; null: the year has none. */
export type SparkPoint = {n: number; d: number} | null;

const SIZE = {width: 56, height: 18, inset: 3};

/**
 * The shape of a rate over the years, on its own scale: no axis, the last point a dot. A year without a figure is a gap; over 1/7/2025, when
 * the communes were made anew, the line is dashed.
 * @param breakAt place of the first year of the new boundaries; -1: none among these.
 */
export function sparkline(points: readonly SparkPoint[], breakAt: number): SVGSVGElement {
  const shares = points.map((point) => (point === null ? null : point.n / point.d));
  const known = shares.filter((share) => share !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const x = (i: number): number =>
    points.length < 2
      ? SIZE.width - SIZE.inset
      : SIZE.inset + (i * (SIZE.width - 2 * SIZE.inset)) / (points.length - 1);
  const y = (share: number): number =>
    high === low ? SIZE.height / 2 : SIZE.inset + ((high - share) / (high - low)) * (SIZE.height - 2 * SIZE.inset);
  const line = (from: number, to: number): string =>
    shares
      .map((share, i) => {
        if (i < from || i > to || share === null) return "";
        const isNew = i === from || shares[i - 1] === null;
        return `${isNew ? "M" : "L"}${round(x(i))} ${round(y(share))}`;
      })
      .join("");
  const last = shares.length - 1;
  const end = shares[last];
  return svgElement(
    "svg",
    {
      class: "spark",
      width: SIZE.width,
      height: SIZE.height,
      viewBox: `0 0 ${SIZE.width} ${SIZE.height}`,
      "aria-hidden": "true"
    },
    svgElement("path", {d: breakAt > 0 ? line(0, breakAt - 1) : line(0, last), class: "spark-line"}),
    breakAt > 0 && svgElement("path", {d: line(breakAt - 1, breakAt), class: "spark-line spark-break"}),
    breakAt > 0 && breakAt < last && svgElement("path", {d: line(breakAt, last), class: "spark-line"}),
    end !== null &&
      end !== undefined &&
      svgElement("circle", {cx: round(x(last)), cy: round(y(end)), r: 2.2, class: "spark-end"})
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
