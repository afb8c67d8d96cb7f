import { type ParagraphChild, SimpleField, TextRun } from "docx";
import { printable } from "../printable";

/** "Bảng 3. Chỉ số…" with its number as a field, so that Word counts on when an officer adds a table; shown as it is until then. */
export function captionRuns(caption: string): ParagraphChild[] {
  const [whole, name = "", number = "", text = ""] = /^(Bảng|Hình) (\d+)(\. .*)$/su.exec(printable(caption)) ?? [];
  if (whole === undefined) return [new TextRun(printable(caption))];
  return [new TextRun(`${name} `), new SimpleField(`SEQ ${name} \\* ARABIC`, number), new TextRun(text)];
}
