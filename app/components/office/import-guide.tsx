import type { ReactNode } from "react";
import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import { TableRegion } from "./table-region";

const ORIGIN: readonly [column: string, meaning: Phrase][] = [
  [
    "response_id",
    "Bắt buộc. Số hoặc mã riêng của từng phiếu, không lặp lại; nhờ mã này gửi lại cùng tệp không bị tính hai lần.",
  ],
  ["unit_code", "Bắt buộc. Mã đơn vị, đúng với ngày nộp phiếu (không có ngày thì theo hôm nay)."],
  ["unit_id", "Mã cố định của đơn vị; dùng khi hai đơn vị từng mang chung một mã. Có thì được ưu tiên hơn unit_code."],
  [
    "channel",
    "Cách thu phiếu: paper (giấy), interviewer (phỏng vấn), phone (điện thoại), link (gửi liên kết), qr, kiosk, import. Bỏ trống là import.",
  ],
  [
    "submitted_at",
    "Ngày giờ nộp, dạng 2026-05-31 hoặc 2026-05-31T08:30, trong thời gian của đợt. Bỏ trống thì tính là ngày cuối của đợt, hoặc hôm nay nếu đợt chưa kết thúc.",
  ],
  ["started_at", "Ngày giờ bắt đầu điền, nếu có."],
];

const ANSWERS: Readonly<Record<string, Phrase>> = {
  scale: "số của mức được chọn",
  single: "số của phương án được chọn",
  multiple: "mỗi phương án một cột, ghi 1 nếu chọn, 0 nếu không",
  number: "số, dấu chấm thập phân",
  text: "chữ, như người trả lời viết",
};

/** What the columns of a responses file mean, in plain words, for this survey's questions. */
export function ImportGuide({
  surveyId,
  items,
}: {
  surveyId: number;
  items: readonly { code: string; type: string; text: string }[];
}) {
  const t = useWords();
  return (
    <details className="card">
      <summary>{t("Hướng dẫn các cột của tệp")}</summary>
      <p>
        {t(
          "Dòng đầu là tên cột, mỗi dòng sau là một phiếu. Thứ tự cột tùy ý; ô trống là không trả lời; cột lạ được bỏ qua.",
        )}{" "}
        <a href={`/surveys/${surveyId}/imports/template.csv`}>{t("Tải tệp mẫu của đợt này (CSV)")}</a>
      </p>
      <p>
        {t(
          "Trong Excel: chọn Lưu thành (Save As) dạng “CSV UTF-8” hoặc “Excel Workbook (.xlsx)”. Cột mã đơn vị để dạng Văn bản (Text) để không mất số 0 ở đầu.",
        )}
      </p>
      <TableRegion label={t("Hướng dẫn các cột của tệp")}>
        <table className="wide">
          <thead>
            <tr>
              <th scope="col">{t("Tên cột")}</th>
              <th scope="col">{t("Ghi gì")}</th>
            </tr>
          </thead>
          <tbody>
            {ORIGIN.map(([column, meaning]) => (
              <Line key={column} column={column}>
                {t(meaning)}
              </Line>
            ))}
            {items.map(({ code, type, text }) => (
              <Line key={code} column={type === "multiple" ? `${code}.1, ${code}.2, …` : code}>
                {text} <span className="sub">{ANSWERS[type] && t(ANSWERS[type])}</span>
              </Line>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </details>
  );
}

function Line({ column, children }: { column: string; children: ReactNode }) {
  return (
    <tr>
      <th scope="row">
        <code>{column}</code>
      </th>
      <td>{children}</td>
    </tr>
  );
}
