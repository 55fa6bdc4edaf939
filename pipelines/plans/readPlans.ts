import {readdirSync, readFileSync} from "node:fs";
import {basename, join} from "node:path";
import {parse} from "yaml";
import {z} from "zod";
import {type Plan, planSchema} from "./planSchema.ts";

/**
 * Reads every plan and norm of `directory` (`*.yaml`), in the order of their file names.
 * @throws Error for the person who keeps the plans: the file, the place in it, what was found and what is expected;
 *   all problems of all files at once.
 */
export function readPlans(directory: string): Plan[] {
  const files = readdirSync(directory)
    .filter((name) => name.endsWith(".yaml"))
    .sort();
  const problems: string[] = [];
  const plans: Plan[] = [];
  for (const name of files) {
    const file = join(directory, name);
    const read = readPlan(file);
    if (Array.isArray(read)) problems.push(...read.map((problem) => `${file}${problem}`));
    else plans.push(read);
  }
  problems.push(...repeatedIds(plans).map((problem) => `${directory}: ${problem}`));
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return plans;
}

/** The plan, or what is wrong with its file. */
function readPlan(file: string): Plan | string[] {
  let content: unknown;
  try {
    content = parse(readFileSync(file, "utf8").normalize("NFC"));
  } catch (error) {
    return [`: không đọc được YAML (${(error as Error).message.split("\n")[0]}); sửa lại cách viết rồi chạy lại`];
  }
  const parsed = planSchema.safeParse(content, {error: z.locales.vi().localeError, reportInput: true});
  if (!parsed.success) return parsed.error.issues.map(describe);
  const expected = basename(file, ".yaml");
  if (parsed.data.id !== expected)
    return [`, id: nhận "${parsed.data.id}", cần "${expected}" như tên tệp; đổi tên tệp hoặc mã`];
  return parsed.data;
}

function describe({path, message, input}: z.core.$ZodIssue): string {
  const place = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`)).join("");
  const found = input === undefined ? "để trống" : JSON.stringify(input);
  const shown = found.length > 60 ? `${found.slice(0, 60)}…` : found;
  return `${place === "" ? "" : `, ${place.replace(/^\./, "")}`}: nhận ${shown}; ${message}`;
}

/** A target or plan id stands for one thing in every table. */
function repeatedIds(plans: readonly Plan[]): string[] {
  const owner = new Map<string, string>();
  const problems: string[] = [];
  for (const plan of plans) {
    for (const {id} of [...plan.targets, ...plan.deadlines, ...plan.awards, ...plan.exclusions]) {
      const other = owner.get(id);
      if (other !== undefined)
        problems.push(`mã "${id}" có trong cả ${other}.yaml và ${plan.id}.yaml; mỗi mã dùng một lần`);
      owner.set(id, plan.id);
    }
  }
  return problems;
}
