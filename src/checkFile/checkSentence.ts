/** What a run of `check-file` found. */
export interface CheckCounts {
  files: number;
  refused: number;
  mustFix: number;
  shouldReview: number;
  copies: number;
}

/** The closing line: "Đã kiểm tra 3 tệp: 5 chỗ phải sửa, 2 chỗ nên xem lại, 1 tệp không được nhận; đã viết 2 bản ghi lỗi." */
export function checkSentence({files, refused, mustFix, shouldReview, copies}: CheckCounts): string {
  const found = [
    mustFix === 0 ? "không có gì phải sửa" : `${mustFix} chỗ phải sửa`,
    ...(shouldReview === 0 ? [] : [`${shouldReview} chỗ nên xem lại`]),
    ...(refused === 0 ? [] : [`${refused} tệp không được nhận`])
  ];
  return `Đã kiểm tra ${files} tệp: ${found.join(", ")}${copies === 0 ? "" : `; đã viết ${copies} bản ghi lỗi`}.`;
}
