/**
 * How a duty stands for one area. Five are the conclusions of `reporting_status`; two more say what the files show where the table
 * follows no day: `da_nop` came, but no day is set or known, `chua_thay` an annual report without a day that has not come.
 */
export const DUTY_STATES = [
  "dung_han",
  "tre",
  "da_nop",
  "chua_nop",
  "chua_thay",
  "chua_den_han",
  "khong_theo_doi"
] as const;
export type DutyState = (typeof DUTY_STATES)[number];

/** The words people read, in the order of a bar. */
export const DUTY_STATE_WORDS: Readonly<Record<DutyState, string>> = {
  dung_han: "Đúng hạn",
  tre: "Trễ",
  da_nop: "Đã nộp, không xét hạn",
  chua_nop: "Chưa nộp",
  chua_thay: "Chưa nộp, không có hạn",
  chua_den_han: "Chưa đến hạn",
  khong_theo_doi: "Không theo dõi được"
};

/** States in which the duty is done. */
export const DONE_STATES: readonly DutyState[] = ["dung_han", "tre", "da_nop"];

/** States in which what is owed has not come. */
export const OPEN_STATES: readonly DutyState[] = ["chua_nop", "chua_thay"];

/** How a state is written in a year file: one character per area. */
export function stateCode(state: DutyState): string {
  return `${DUTY_STATES.indexOf(state)}`;
}

/** The states of a year file, one per area. @throws Error for a character that is none. */
export function decodeStates(codes: string): DutyState[] {
  return [...codes].map((code) => {
    const state = DUTY_STATES[Number(code)];
    if (state === undefined) throw new Error(`unknown duty state: ${code}`);
    return state;
  });
}
