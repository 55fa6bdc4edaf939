import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {parse} from "yaml";
import {type Forms, parseForms} from "../validate/form.ts";

/**
 * Reads every form definition (`*.yaml`) of `directory`. @throws Error naming the file and the entry that is wrong or missing.
 */
export function readForms(directory: string): Forms {
  const files = readdirSync(directory)
    .filter((file) => /\.ya?ml$/.test(file))
    .sort();
  const documents = files.map((file): [string, unknown] => {
    try {
      return [file, parse(readFileSync(join(directory, file), "utf8"))];
    } catch (error) {
      throw new Error(`${join(directory, file)}: ${(error as Error).message}`, {cause: error});
    }
  });
  return parseForms(Object.fromEntries(documents));
}
