import type {
  Boundary,
  Governing,
  Overview,
  OverviewClosing,
  OverviewFigure,
  OverviewResult,
  OverviewTarget
} from "../data/queries/overviewShape.ts";
import type {Traceable} from "../components/trace/figureKey.js";
import type {CommuneColumns} from "../data/queries/communeValues.ts";
import type {UnitGroup} from "../../loaders/vocabulary.ts";
import type {Missing} from "../sentences/openWords.js";
import {wholeArea} from "../sentences/nouns.js";

/** What the reader chose. */
export interface OverviewState {
  year: number;
  group: UnitGroup;
  boundary: Boundary;
}

/** Year from which communes are those of 1/7/2025. */
export const FIRST_PRESENT_YEAR = 2025;

/** The file of Tổng quan, looked up by what the reader chose. */
export class OverviewFacts {
  readonly file: Overview;
  readonly state: OverviewState;
  /** The area's own target for certified units, of whatever year: what maps and trends are read against. */
  readonly mainTarget: OverviewTarget | null;

  constructor(file: Overview, state: OverviewState) {
    this.file = file;
    this.state = state;
    const own = file.targets.filter(
      ({kind, indicator, measure, subject_level}) =>
        kind === "plan" && measure === "percent" && indicator.startsWith("certified_of_") && subject_level !== "commune"
    );
    const governing = this.plan()?.plan_id;
    this.mainTarget = own.find(({plan_id}) => plan_id === governing) ?? own.at(-1) ?? null;
  }

  /** The plan that governs the year; norms do not. */
  plan(): Governing | null {
    const {year, boundary} = this.state;
    const plans = this.file.governing.filter((plan) => plan.year === year && plan.kind === "plan");
    return plans.find((plan) => plan.boundary === boundary) ?? plans[0] ?? null;
  }

  figure(
    indicator: string,
    {year = this.state.year, group = this.state.group}: {year?: number; group?: string} = {}
  ): OverviewFigure | null {
    return (
      this.file.figures.find(
        (figure) =>
          figure.indicator === indicator &&
          figure.year === year &&
          figure.unit_group === group &&
          figure.boundary === this.state.boundary
      ) ?? null
    );
  }

  /** What the tables conclude of a target in a year: of the home area itself, or of the board the target names. */
  result(target: OverviewTarget, year = this.state.year): OverviewResult | null {
    return (
      this.file.results.find(
        (result) =>
          result.target_id === target.target_id && result.year === year && result.boundary === this.state.boundary
      ) ?? null
    );
  }

  /** Whether the target speaks of the unit group the reader chose. */
  isOfGroup(target: OverviewTarget): boolean {
    return target.unit_group === this.state.group || target.subject_level === "board";
  }

  target(id: string): OverviewTarget | null {
    return this.file.targets.find(({target_id}) => target_id === id) ?? null;
  }

  closing(targetId: string): OverviewClosing | null {
    const {year, boundary} = this.state;
    return (
      this.file.closing.find(
        (one) =>
          one.target_id === targetId && one.year === year && (one.boundary === boundary || year >= FIRST_PRESENT_YEAR)
      ) ?? null
    );
  }

  /** Counts of present communes in the chosen year and group. */
  columns(indicator: string): CommuneColumns | null {
    return this.file.values[`${this.state.year}|${indicator}|${this.state.group}`] ?? null;
  }

  reports(): {expected: number; reported: number; files: number} {
    return this.file.reports.find(({year}) => year === this.state.year) ?? {expected: 0, reported: 0, files: 0};
  }

  missing(): Missing {
    const {expected, reported} = this.reports();
    const noun = this.state.year < FIRST_PRESENT_YEAR ? "xã cũ" : "xã";
    return {communes: expected - reported, expected, noun};
  }

  /** What a figure of the home area, or of one of its communes, is traced by. */
  traceOf(
    indicator: string,
    {
      title,
      group = this.state.group,
      managed = "all",
      commune
    }: {title: string; group?: string; managed?: string; commune?: {code: string; name: string}}
  ): Traceable {
    const {year, boundary} = this.state;
    const {code, name} = commune ?? this.file.home;
    return {figure: {indicator, area: code, year, group, boundary, managed}, label: `${title}, ${name}, năm ${year}`};
  }

  area(): string {
    return wholeArea(this.file.home.level, this.file.home.type);
  }

  /** Whether the chosen view shows communes that ended on 30/6/2025. */
  isFormerView(): boolean {
    return this.state.boundary === "as_reported" && this.state.year < FIRST_PRESENT_YEAR;
  }
}
