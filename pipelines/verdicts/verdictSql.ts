import {type RawBuilder, sql} from "kysely";

/**
 * What decides a target: counts of one subject and the target's own terms, as SQL expressions. All are integers;
 * `goal` is the target's value in hundredths (80 % = 8000, one model = 100), so that no fraction is ever compared.
 */
export interface DecidingColumns {
  /** Units that meet the condition. */
  n: RawBuilder<number>;
  /** Units known to be in scope. */
  d: RawBuilder<number>;
  /** Units of `d` with no outcome yet. */
  u: RawBuilder<number>;
  /** Units expected but not reported, or whose membership of the scope is unknown. */
  v: RawBuilder<number>;
  /** Units of `d` that are not finally decided; null: cannot be told. */
  open: RawBuilder<number | null>;
  /** Whether one unknown may be of any size (a count written in a cell, the households of a silent commune), not just one unit. */
  isUnbounded: RawBuilder<boolean>;
  comparator: RawBuilder<string>;
  measure: RawBuilder<string>;
  goal: RawBuilder<number>;
}

/** The columns of a decided target. */
export interface Decision {
  low_share: RawBuilder<number | null>;
  high_share: RawBuilder<number | null>;
  verdict: RawBuilder<string>;
  units_needed: RawBuilder<number | null>;
  is_impossible: RawBuilder<boolean>;
}

/**
 * Decides by integers, for every row at once. Unknowns may still become anything: u units a yes or a no, v units outside the
 * scope, a no or a yes. `dat` when every completion meets the target, `chua_dat` when none does, else `chua_ket_luan`;
 * `thieu_so_lieu` when nothing of the scope is known, `khong_ap_dung` when there is nothing in it. The share of all
 * completions lies between n/(d+v) and (n+u+v)/(d+v), so two comparisons decide; where v is of unknown size, between 0 and 1.
 */
export function decide(columns: DecidingColumns): Decision {
  const {u, v, open, isUnbounded, comparator, measure} = columns;
  // BIGINT: 10000 · n passes 2^31 beyond 214 748 units.
  const [n, d, goal] = [columns.n, columns.d, columns.goal].map((value) => sql<number>`cast(${value} as bigint)`) as [
    RawBuilder<number>,
    RawBuilder<number>,
    RawBuilder<number>
  ];
  const all = sql<number>`(${d} + ${v})`;
  const most = sql<number>`(${n} + ${u} + ${v})`;
  const isOpenEnded = sql<boolean>`(${isUnbounded} and ${u} + ${v} > 0)`;
  // Of a share only what is not known to be in scope can be of any size: it can carry the share to any value below 1.
  const isBoundless = sql<boolean>`(${isUnbounded} and ${v} > 0)`;
  const everyCompletion = sql<boolean>`case
    when ${measure} = 'percent' and ${isBoundless} then ${goal} = 0 and (${comparator} = '>=' or ${n} > 0)
    when ${measure} = 'percent' and ${comparator} = '>' then 10000 * ${n} > ${goal} * ${all}
    when ${measure} = 'percent' then 10000 * ${n} >= ${goal} * ${all}
    when ${comparator} = '>=' then 100 * ${n} >= ${goal}
    when ${comparator} = '>' then 100 * ${n} > ${goal}
    else 100 * ${n} = ${goal} and ${u} + ${v} = 0
  end`;
  const someCompletion = sql<boolean>`case
    when ${measure} = 'percent' and ${isBoundless} then ${goal} < 10000 or ${n} + ${u} >= ${d}
    when ${measure} = 'percent' and ${comparator} = '>' then 10000 * ${most} > ${goal} * ${all}
    when ${measure} = 'percent' then 10000 * ${most} >= ${goal} * ${all}
    when ${comparator} = '>=' then ${isOpenEnded} or 100 * ${most} >= ${goal}
    when ${comparator} = '>' then ${isOpenEnded} or 100 * ${most} > ${goal}
    else 100 * ${n} <= ${goal} and (${isOpenEnded} or 100 * ${most} >= ${goal})
  end`;
  const verdict = sql<string>`case
    when ${n} is null or (${d} = 0 and ${v} > 0) then 'thieu_so_lieu'
    when ${d} = 0 then 'khong_ap_dung'
    when ${everyCompletion} then 'dat'
    when ${someCompletion} then 'chua_ket_luan'
    else 'chua_dat'
  end`;
  // Smallest k with (n + k) / d on the right side: a whole unit, so 70 % of 25 is 18.
  const needed = sql<number | null>`case
    when ${n} is null or ${d} = 0 then null
    when ${measure} = 'percent' and ${comparator} = '>' then greatest(0, ${goal} * ${d} // 10000 + 1 - ${n})
    when ${measure} = 'percent' then greatest(0, (${goal} * ${d} + 9999) // 10000 - ${n})
    when ${comparator} = '>=' then greatest(0, (${goal} + 99) // 100 - ${n})
    when ${comparator} = '>' then greatest(0, ${goal} // 100 + 1 - ${n})
    else abs(${n} - ${goal} // 100)
  end`;
  const share = (value: RawBuilder<number>): RawBuilder<number | null> =>
    sql`case when ${measure} = 'percent' then ${value} end`;
  return {
    low_share: share(sql`case when ${isBoundless} then 0 else cast(${n} as double) / nullif(${all}, 0) end`),
    high_share: share(sql`case when ${isBoundless} then 1 else cast(${most} as double) / nullif(${all}, 0) end`),
    verdict,
    units_needed: needed,
    is_impossible: sql`coalesce((${verdict}) = 'chua_dat' and ${open} < (${needed}), false)`
  };
}
