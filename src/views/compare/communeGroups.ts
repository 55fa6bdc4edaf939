import {formatCount} from "../../components/format.js";
import type {Compare, CompareYear} from "../../data/queries/compareShape.ts";
import {COMMUNE_TYPES} from "../../sentences/compareWords.js";

/** Communes that are fairly compared with each other. */
export interface CommuneGroupView {
  /** As a link holds it: "n-vung-bien", "phuong-lon". */
  id: string;
  /** "Vùng biển"; "phường, từ 60 đơn vị". */
  words: string;
  /** Places of its communes. */
  places: ReadonlySet<number>;
  /** Made by people, not of type and size. */
  isOwn: boolean;
}

const SIZES = ["nho", "vua", "lon"] as const;

/**
 * Groups of communes: those people settled first, then those of one type and size class. The classes are thirds of all communes by the
 * number of units expected that year; their bounds stand in the words.
 */
export function communeGroups({communes, own_groups}: Compare, {expected}: CompareYear): CommuneGroupView[] {
  const own = own_groups.names.map((name, i) => ({
    id: `n-${slug(name)}`,
    words: name,
    places: placesWhere(communes, (place) => own_groups.of[place] === i),
    isOwn: true
  }));
  const [low, high] = thirds(expected.filter((units) => units > 0));
  if (low === null || high === null || low >= high) return own;
  const sizeOf = (units: number): (typeof SIZES)[number] => (units < low ? "nho" : units < high ? "vua" : "lon");
  const sizeWords = {
    nho: `dưới ${formatCount(low)} đơn vị`,
    vua: low === high - 1 ? `${formatCount(low)} đơn vị` : `${formatCount(low)}–${formatCount(high - 1)} đơn vị`,
    lon: `từ ${formatCount(high)} đơn vị`
  };
  const made = Object.entries(COMMUNE_TYPES).flatMap(([type, typeWords]) =>
    SIZES.map((size) => ({
      id: `${type.replace("_", "-")}-${size}`,
      words: `${typeWords}, ${sizeWords[size]}`,
      places: placesWhere(communes, (place) => {
        const units = expected[place] ?? 0;
        return communes[place]?.type === type && units > 0 && sizeOf(units) === size;
      }),
      isOwn: false
    }))
  );
  return [...own, ...made].filter(({places}) => places.size > 0);
}

/** The group a commune is compared in: its own one where people settled it, else that of type and size; null where it is in none. */
export function groupOfCommune(groups: readonly CommuneGroupView[], place: number): CommuneGroupView | null {
  return groups.find(({places}) => places.has(place)) ?? null;
}

function placesWhere(communes: readonly unknown[], test: (place: number) => boolean): ReadonlySet<number> {
  return new Set(communes.map((_, place) => place).filter(test));
}

/** The counts that part a list in three. */
function thirds(counts: readonly number[]): readonly [number | null, number | null] {
  const ordered = [...counts].sort((a, b) => a - b);
  const at = (share: number): number | null => ordered[Math.floor(share * ordered.length)] ?? null;
  return [at(1 / 3), at(2 / 3)];
}

/** A name as a link can hold it: "Vùng biển" → "vung-bien". */
function slug(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
