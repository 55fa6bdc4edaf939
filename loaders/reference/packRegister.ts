import type {AreaAlias, Commune, District, LineageEdge, Province, Register} from "./register.ts";

/**
 * The register column by column: 81 kB gzip instead of 231. Holds what recognising a commune needs; areas, centres and clauses
 * are left out, since no rule of reading a file looks at them.
 */
export interface PackedRegister {
  provinces: readonly Province[];
  districts: readonly District[];
  aliases: readonly AreaAlias[];
  /** Each column as one text, in the order of the register. */
  communes: Record<"code" | (typeof WORD_COLUMNS)[number], string>;
  lineage: Record<"old_code" | "new_code" | "extent", string>;
}

const WORD_COLUMNS = ["name", "valid_from", "valid_to", "type", "province_code", "district_code"] as const;

/** Between the words of a column; no name holds it. */
const SEPARATOR = "|";

/** Packs a register for the browser. @throws Error if a word of it holds the separator. */
export function packRegister({provinces, districts, communes, lineage, aliases}: Register): PackedRegister {
  const columns = WORD_COLUMNS.map((key) => [key, packWords(communes.map((commune) => commune[key]))] as const);
  return {
    provinces,
    districts,
    aliases,
    communes: {
      ...(Object.fromEntries(columns) as Record<(typeof WORD_COLUMNS)[number], string>),
      code: packCodes(communes.map(({code}) => code))
    },
    lineage: {
      old_code: packCodes(lineage.map(({old_code}) => old_code)),
      new_code: packCodes(lineage.map(({new_code}) => new_code)),
      extent: packWords(lineage.map(({extent}) => extent))
    }
  };
}

/** The register again; areas and centres are null, clauses empty. */
export function unpackRegister({provinces, districts, aliases, communes, lineage}: PackedRegister): Register {
  const codes = unpackCodes(communes.code);
  const [names, froms, untils, types, ofProvinces, ofDistricts] = WORD_COLUMNS.map((key) => unpackWords(communes[key]));
  const newCodes = unpackCodes(lineage.new_code);
  const extents = unpackWords(lineage.extent);
  return {
    provinces,
    districts,
    aliases,
    communes: codes.map((code, i): Commune => ({
      code,
      valid_from: froms?.[i] ?? null,
      valid_to: untils?.[i] ?? null,
      name: names?.[i] ?? "",
      type: types?.[i] as Commune["type"],
      province_code: ofProvinces?.[i] ?? "",
      district_code: ofDistricts?.[i] ?? null,
      area_km2: null,
      longitude: null,
      latitude: null
    })),
    lineage: unpackCodes(lineage.old_code).map((old_code, i): LineageEdge => ({
      old_code,
      new_code: newCodes[i] ?? "",
      extent: extents[i] as LineageEdge["extent"],
      clause: ""
    }))
  };
}

/** Codes of five digits as differences, which repeat; any other code as it is, after "=". */
function packCodes(codes: readonly string[]): string {
  let last = 0;
  const parts = codes.map((code) => {
    if (!/^\d{5}$/.test(code)) return `=${code}`;
    const step = Number(code) - last;
    last += step;
    return String(step);
  });
  return packWords(parts);
}

function unpackCodes(text: string): string[] {
  let last = 0;
  return unpackWords(text).map((part) => {
    if (part === null || part.startsWith("=")) return part?.slice(1) ?? "";
    last += Number(part);
    return String(last).padStart(5, "0");
  });
}

/** Null is the empty word. */
function packWords(words: readonly (string | null)[]): string {
  const odd = words.find((word) => word?.includes(SEPARATOR) === true);
  if (odd !== undefined) throw new Error(`a name holds "${SEPARATOR}": ${odd ?? ""}`);
  return words.map((word) => word ?? "").join(SEPARATOR);
}

function unpackWords(text: string): (string | null)[] {
  return text === "" ? [] : text.split(SEPARATOR).map((word) => (word === "" ? null : word));
}
