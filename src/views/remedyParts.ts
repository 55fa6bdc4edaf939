/** A run of a remedy: words to say, or what is to be written into the cell as it stands. */
export interface RemedyPart {
  text: string;
  isWritten: boolean;
}

/** What may be written: quoted words, a pattern of a day, a figure, a tick, Có or Không. */
const WRITTEN = String.raw`(?:“[^”]+”|dd/mm/yyyy|\d+(?:[.,/]\d+)*%?|x(?!\p{L})|Có(?!\p{L})|Không(?!\p{L}))`;
/** After these words stands what is to be written, or several of it. */
const AFTER_WRITE = new RegExp(
  String.raw`(?<=(?:^|[ ;,:])(?:[Gg]hi(?: rõ)?|ví dụ|dạng|dấu) )${WRITTEN}(?:(?:, | hoặc )${WRITTEN})*`,
  "gu"
);
/** "Chọn Đạt hoặc Chưa đạt; …", "chọn tỉnh nếu …": the choices, up to the end of the clause. */
const AFTER_CHOOSE = /(?<=(?:^|[ ;,:])[Cc]họn )[^.;]+?(?= nếu|, chọn|[.;]|$)/gu;
const BETWEEN = /(, | hoặc )/;

/** Takes a remedy apart, so that what is to be written instead stands out: "Chọn **Đạt** hoặc **Chưa đạt**; chưa xét thì để trống." */
export function remedyParts(remedy: string): RemedyPart[] {
  const runs = [...remedy.matchAll(AFTER_WRITE), ...remedy.matchAll(AFTER_CHOOSE)].sort((a, b) => a.index - b.index);
  const parts: RemedyPart[] = [];
  let at = 0;
  for (const {index, 0: run} of runs) {
    if (index < at) continue;
    parts.push({text: remedy.slice(at, index), isWritten: false});
    for (const piece of run.split(BETWEEN)) parts.push({text: piece, isWritten: !BETWEEN.test(piece)});
    at = index + run.length;
  }
  parts.push({text: remedy.slice(at), isWritten: false});
  return parts.filter(({text}) => text !== "");
}
