import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {Feature, FeatureCollection, MultiPolygon, Polygon} from "geojson";
import {feature} from "topojson-client";
import type {GeometryCollection, Topology} from "topojson-specification";
import {z} from "zod";
import type {CommuneShape} from "./communeCells.ts";
import {type Projection, toPlane} from "./countries.ts";
import {boxOf} from "./plane.ts";

/** An operator's boundary file that cannot be used: file, what was found, what to do. */
export class BoundaryError extends Error {}

export interface Boundaries {
  /** Names of the files read. */
  files: string[];
  shapes: CommuneShape[];
}

/**
 * True boundaries of the communes with these codes, from the GeoJSON and TopoJSON files of the folder `boundaries`
 * (each feature's `id`, or its property `code`, is the commune code; degrees, WGS 84). Null when the folder holds no such file.
 * @throws BoundaryError when a file cannot be read or a commune is missing.
 */
export function readBoundaries(directory: string, codes: ReadonlySet<string>, project: Projection): Boundaries | null {
  const files = boundaryFiles(directory);
  if (files.length === 0) return null;
  const shapes = new Map<string, CommuneShape & {file: string}>();
  for (const file of files) {
    for (const {code, geometry} of readFeatures(directory, file)) {
      if (!codes.has(code)) continue;
      const known = shapes.get(code);
      if (known !== undefined && known.file !== file)
        throw new BoundaryError(`boundaries/${file}: xã ${code} đã có trong ${known.file}. Giữ xã này ở một tệp.`);
      const parts = toPlane(geometry, project).filter(([outer = []]) => outer.length >= 3);
      const polygons = [...(known?.polygons ?? []), ...parts];
      const {left, top, right, bottom} = boxOf(polygons.flat(2));
      shapes.set(code, {code, file, centre: [(left + right) / 2, (top + bottom) / 2], polygons, isSymbol: false});
    }
  }
  const missing = [...codes].filter((code) => (shapes.get(code)?.polygons.length ?? 0) === 0).toSorted();
  if (missing.length > 0) {
    const listed = missing.slice(0, 5).join(", ") + (missing.length > 5 ? ", …" : "");
    throw new BoundaryError(
      `boundaries/${files.join(", ")}: thiếu ranh giới của ${missing.length} trong ${codes.size} xã (${listed}). ` +
        "Mỗi xã là một đối tượng có id là mã xã 5 chữ số. Bổ sung cho đủ, hoặc bỏ tệp khỏi thư mục để dùng bản đồ sơ đồ."
    );
  }
  return {files, shapes: [...shapes.values()]};
}

/** Names of the boundary files in a folder, ordered; none when there is no such folder. */
export function boundaryFiles(directory: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, {withFileTypes: true})
    .filter((entry) => !entry.isDirectory() && /\.(geo|topo)?json$/i.test(entry.name) && !entry.name.startsWith("."))
    .map(({name}) => name)
    .toSorted();
}

const identified = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  properties: z.object({code: z.union([z.string(), z.number()]).optional()}).nullish()
});

/** Features of one file with their commune codes; features without a code or without an area are passed over. */
function readFeatures(directory: string, file: string): {code: string; geometry: Polygon | MultiPolygon}[] {
  const place = `boundaries/${file}`;
  const features: {code: string; geometry: Polygon | MultiPolygon}[] = [];
  try {
    for (const item of toFeatures(JSON.parse(readFileSync(join(directory, file), "utf8")) as FileContent)) {
      const {id, properties} = identified.parse(item);
      const code = id ?? properties?.code;
      const type = (item.geometry as Feature["geometry"] | null)?.type;
      if (code === undefined || (type !== "Polygon" && type !== "MultiPolygon")) continue;
      features.push({code: String(code).padStart(5, "0"), geometry: item.geometry as Polygon | MultiPolygon});
    }
  } catch (error) {
    throw new BoundaryError(
      `${place}: không đọc được (${(error as Error).message}). Cần GeoJSON hoặc TopoJSON đúng chuẩn. ` +
        "Xuất lại tệp, hoặc bỏ tệp khỏi thư mục để dùng bản đồ sơ đồ."
    );
  }
  const box = boxOf(
    features.flatMap(({geometry}) =>
      (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates)
        .flat(2)
        .map(([x = NaN, y = NaN]) => [x, y] as const)
    )
  );
  if (features.length > 0 && !(box.left > 100 && box.right < 120 && box.top > 5 && box.bottom < 25)) {
    throw new BoundaryError(
      `${place}: tọa độ từ ${box.left}, ${box.top} đến ${box.right}, ${box.bottom} không phải kinh độ, vĩ độ ở Việt Nam. ` +
        "Chuyển tệp sang hệ WGS 84 (EPSG:4326) rồi chép lại."
    );
  }
  return features;
}

type FileContent = FeatureCollection | Feature | Topology<Record<string, GeometryCollection>>;

function toFeatures(content: FileContent): Feature[] {
  if (content.type === "Feature") return [content];
  if (content.type === "FeatureCollection") return content.features;
  if ((content as {type?: unknown}).type !== "Topology")
    throw new Error(`type là "${String((content as {type?: unknown}).type)}"`);
  return Object.values(content.objects).flatMap((object) => {
    const made = feature(content, object) as Feature | FeatureCollection;
    return made.type === "Feature" ? [made] : made.features;
  });
}
