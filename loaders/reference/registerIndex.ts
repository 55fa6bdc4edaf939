import {nameKey} from "./nameKey.ts";
import type {Commune, District, Province, Register} from "./register.ts";

/** The register by code and by name key (aliases included), made once for each register. */
export interface RegisterIndex {
  former: NamedAreas<Commune>;
  current: NamedAreas<Commune>;
  districts: NamedAreas<District>;
  provinces: NamedAreas<Province>;
  /** Present provinces in which a former commune's successors lie. */
  successorProvinces: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface NamedAreas<T> {
  byCode: ReadonlyMap<string, readonly T[]>;
  byName: ReadonlyMap<string, readonly T[]>;
}

const indexes = new WeakMap<Register, RegisterIndex>();

export function indexOf(register: Register): RegisterIndex {
  const known = indexes.get(register);
  if (known !== undefined) return known;
  const aliasesOf = (level: string, code: string, valid_from: string | null): string[] =>
    register.aliases
      .filter((alias) => alias.level === level && alias.code === code && alias.valid_from === valid_from)
      .map(({alias}) => alias);
  const aliased = new Set(register.aliases.map(({code}) => code));
  const named = <T extends {code: string; name: string; valid_from?: string | null}>(
    level: string,
    areas: readonly T[]
  ): NamedAreas<T> => ({
    byCode: groupBy(areas, ({code}) => [code]),
    byName: groupBy(areas, ({code, name, valid_from = null}) => {
      const aliases = aliased.has(code) ? aliasesOf(level, code, valid_from) : [];
      return new Set([name, ...aliases].map(nameKey));
    })
  });
  const provinceOf = new Map(
    register.communes
      .filter(({valid_from}) => valid_from !== null)
      .map(({code, province_code}) => [code, province_code])
  );
  const successorProvinces = new Map<string, Set<string>>();
  for (const {old_code, new_code} of register.lineage) {
    const provinces = successorProvinces.get(old_code) ?? new Set();
    successorProvinces.set(old_code, provinces.add(provinceOf.get(new_code) ?? ""));
  }
  const index: RegisterIndex = {
    former: named(
      "commune",
      register.communes.filter(({valid_from}) => valid_from === null)
    ),
    current: named(
      "commune",
      register.communes.filter(({valid_from}) => valid_from !== null)
    ),
    districts: named("district", register.districts),
    provinces: named("province", register.provinces),
    successorProvinces
  };
  indexes.set(register, index);
  return index;
}

function groupBy<T>(items: readonly T[], keysOf: (item: T) => Iterable<string>): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  }
  return groups;
}
