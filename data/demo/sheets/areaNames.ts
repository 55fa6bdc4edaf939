import {type Commune, type Register} from "../../../loaders/reference/register.ts";
import {capitalised, communeTitle} from "../world/areaTitles.ts";

/** Names of communes as a list writes them: "Phường Hạc Thành". */
export interface AreaNames {
  /** @param validFrom null: the register until 30/6/2025. */
  commune: (code: string, validFrom: string | null) => string;
}

export function areaNames(register: Register): AreaNames {
  const key = (code: string, validFrom: string | null): string => `${code}/${validFrom ?? ""}`;
  const communes = new Map<string, Commune>(
    register.communes
      .filter(({valid_from, valid_to}) => valid_from !== null || valid_to === "2025-06-30")
      .map((commune) => [key(commune.code, commune.valid_from), commune])
  );
  return {
    commune(code, validFrom) {
      const commune = communes.get(key(code, validFrom));
      if (commune === undefined)
        throw new Error(`no such commune in the register: ${code} ${validFrom ?? "before 7/2025"}`);
      return capitalised(communeTitle(commune));
    }
  };
}
