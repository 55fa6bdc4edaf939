/** Units of KDC, CQ, DN and GD that a commune manages, as far as they are listed. */
export interface NormCounts {
  total: number;
  registered: number;
  /** Known not to have registered. */
  unregistered: number;
  certified: number;
  /** A registration or a result is open, or units may stand elsewhere: the 70 % cannot be judged. */
  hasUnknown: boolean;
}

/**
 * In what a commune falls short of Thông tư 124 Art. 5(4): 100 % registered, of which at least 70 % certified; decided by whole numbers.
 * One unit that is known not to have registered settles the first; the second needs every unit. Null: nothing is known to be missing.
 */
export function normShortfall({total, registered, unregistered, certified, hasUnknown}: NormCounts): string | null {
  const faults: string[] = [];
  if (unregistered > 0) faults.push(`${total - unregistered}/${total} đơn vị đăng ký`);
  if (!hasUnknown && registered > 0 && 100 * certified < 70 * registered) {
    faults.push(`${certified}/${registered} đơn vị đăng ký đạt`);
  }
  return faults.length === 0 ? null : `mới ${faults.join(", ")}`;
}
