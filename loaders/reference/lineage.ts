import type {LineageEdge, Register} from "./register.ts";

/** Steps of each commune, found once for each register. */
const steps = new WeakMap<Register, {from: Map<string, LineageEdge[]>; to: Map<string, LineageEdge[]>}>();
const NONE: readonly LineageEdge[] = [];

/** What a former commune became, by its code until 30/6/2025. Several steps without `area_only`: it was split. */
export function successorsOf(register: Register, oldCode: string): readonly LineageEdge[] {
  return stepsOf(register).from.get(oldCode) ?? NONE;
}

/** What a present commune was made of, by its code since 1/7/2025. The same code may have been another commune before. */
export function predecessorsOf(register: Register, newCode: string): readonly LineageEdge[] {
  return stepsOf(register).to.get(newCode) ?? NONE;
}

/** True if people of a former commune went to more than one new one: its figures cannot be moved as a whole. */
export function isSplit(register: Register, oldCode: string): boolean {
  return successorsOf(register, oldCode).filter(({extent}) => extent !== "area_only").length > 1;
}

function stepsOf(register: Register): {from: Map<string, LineageEdge[]>; to: Map<string, LineageEdge[]>} {
  const known = steps.get(register);
  if (known !== undefined) return known;
  const made = {from: new Map<string, LineageEdge[]>(), to: new Map<string, LineageEdge[]>()};
  for (const edge of register.lineage) {
    made.from.set(edge.old_code, [...(made.from.get(edge.old_code) ?? []), edge]);
    made.to.set(edge.new_code, [...(made.to.get(edge.new_code) ?? []), edge]);
  }
  steps.set(register, made);
  return made;
}
