import {type IRunOptions, TextRun} from "docx";

/** Words of one look. */
export function textRun(text: string, look: Omit<IRunOptions, "text"> = {}): TextRun {
  const options: IRunOptions = {...look, text};
  return new TextRun(options);
}
