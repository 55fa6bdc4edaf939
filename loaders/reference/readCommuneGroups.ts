import {existsSync} from "node:fs";
import {join} from "node:path";
import {listProblems, readRows} from "./readRows.ts";
import type {Commune} from "./register.ts";
import {COMMUNE_GROUP_ROW} from "./registerRows.ts";

/** A commune and the group of communes like it that people settled. */
export interface CommuneGroup {
  code: string;
  group: string;
}

const FILE = "commune_groups.csv";

/**
 * Reads the groups of communes that are compared with each other (`commune_groups.csv` in `directory`); none where the file is left out.
 * @param communes the register: a code that is no present commune is a problem too. Left out: codes are not looked up.
 * @throws Error in Vietnamese: file, line, what was found, what to do.
 */
export function readCommuneGroups(directory: string, communes?: readonly Commune[]): CommuneGroup[] {
  if (!existsSync(join(directory, FILE))) return [];
  const rows = readRows(directory, FILE, COMMUNE_GROUP_ROW);
  const present = communes && new Set(communes.filter(isPresent).map(({code}) => code));
  const lines = new Map<string, number>();
  const problems: string[] = [];
  rows.forEach(({code}, i) => {
    const line = i + 2;
    const before = lines.get(code);
    if (before === undefined) lines.set(code, line);
    else {
      problems.push(
        `${FILE}, dòng ${line}, cột code: mã ${code} đã có ở dòng ${before}, mỗi xã chỉ thuộc một nhóm. Bỏ một trong hai dòng.`
      );
    }
    if (present && !present.has(code)) {
      problems.push(
        `${FILE}, dòng ${line}, cột code: có "${code}", không phải mã của xã, phường, đặc khu hiện nay. Ghi mã trong communes_current.csv.`
      );
    }
  });
  if (problems.length > 0) throw new Error(listProblems(problems));
  return rows;
}

function isPresent({valid_from, valid_to}: Commune): boolean {
  return valid_from !== null && valid_to === null;
}
