import type { ReactNode } from "react";
import { useWords } from "~/i18n/use-words";
import { ANSWER_WORDS, ORIGIN_COLUMNS } from "~/responses/import-column-words";
import type { ImportQuestion } from "~/responses/import-questions";
import { ImportTemplateLinks } from "./import-template-links";
import { TableRegion } from "./table-region";

/** What the columns of a responses file mean and take, in plain words, for this survey's questions. */
export function ImportGuide({ surveyId, questions }: { surveyId: number; questions: readonly ImportQuestion[] }) {
  const t = useWords();
  return (
    <details className="card import-guide">
      <summary>{t("Hướng dẫn các cột của tệp")}</summary>
      <p>
        {t(
          "Dòng đầu là tên cột, mỗi dòng sau là một phiếu. Thứ tự cột tùy ý; ô trống là không trả lời; cột lạ được bỏ qua.",
        )}{" "}
        <ImportTemplateLinks surveyId={surveyId} />
      </p>
      <p>
        {t(
          "Trong Excel: chọn Lưu thành (Save As) dạng “CSV UTF-8” hoặc “Excel Workbook (.xlsx)”. Cột mã đơn vị để dạng Văn bản (Text) để không mất số 0 ở đầu.",
        )}
      </p>
      <TableRegion label={t("Hướng dẫn các cột của tệp")}>
        <table className="stacked">
          <thead>
            <tr>
              <th scope="col">{t("Tên cột")}</th>
              <th scope="col">{t("Ghi gì")}</th>
            </tr>
          </thead>
          <tbody>
            {ORIGIN_COLUMNS.map(([column, meaning]) => (
              <Line key={column} column={column}>
                {t(meaning)}
              </Line>
            ))}
            {questions.map((question) => (
              <QuestionLines key={question.code} question={question} />
            ))}
          </tbody>
        </table>
      </TableRegion>
    </details>
  );
}

function QuestionLines({ question }: { question: ImportQuestion }) {
  const t = useWords();
  const { code, text, type, choices, otherColumn, min, max, conditional } = question;
  const columns = type === "multiple" ? choices.map(({ written }) => written) : [code];
  return (
    <>
      <Line column={columns.join(", ")}>
        {text}
        <span className="sub">
          {t(ANSWER_WORDS[type])}
          {min !== null && max !== null && ` (${t("từ {min} đến {max}", { min, max })})`}
          {conditional && ` · ${t("chỉ hỏi một số người: để trống nếu không hỏi")}`}
        </span>
        {choices.length > 0 && (
          <ul className="import-choices">
            {choices.map(({ written, label }) => (
              <li key={written}>
                <code>{written}</code> {label}
              </li>
            ))}
          </ul>
        )}
      </Line>
      {otherColumn !== null && (
        <Line column={otherColumn}>{t("Chữ ghi thêm cho phương án có chỗ ghi của {code}", { code })}</Line>
      )}
    </>
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
