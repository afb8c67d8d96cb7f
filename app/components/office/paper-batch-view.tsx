import { Form, Link } from "@remix-run/react";
import { formatDay } from "~/i18n/dates";
import { formatCount, formatDecimal } from "~/i18n/numbers";
import { useLanguage } from "~/i18n/use-text";
import { useMessages, useWords } from "~/i18n/use-words";
import type { MismatchRate } from "~/responses/compare-keyings";
import type { BatchProgress } from "~/responses/paper-batch";
import { DoneNotice } from "./done-notice";
import { Facts } from "./facts";
import { NumericHeading } from "./numeric-heading";
import { PaperBatchEdit } from "./paper-batch-edit";
import { PaperMismatch, type ShownMismatch } from "./paper-mismatch";
import { TableRegion } from "./table-region";

interface PaperBatchViewProps {
  batch: {
    label: string;
    unitName: string;
    pointLabel: string;
    fieldworkOn: string;
    issued: number;
    returned: number;
    state: "entering" | "finished";
  };
  progress: BatchProgress;
  barred: string | null;
  /** Last day on which keyed forms are counted at once. */
  countedUntil: string;
  today: string;
  missing: readonly string[];
  lastKeyed: number;
  rates: { whole: MismatchRate; keyers: { name: string; rate: MismatchRate }[] };
  mismatches: readonly ShownMismatch[];
  done: string | null;
  refused: {
    step: string;
    number: number | null;
    problems: { field: string; message: string }[];
    values: Record<string, string>;
  } | null;
}

/** A bundle of forms: what came back, what has been keyed, what differs and what is missing. */
export function PaperBatchView(shown: PaperBatchViewProps) {
  const { batch, progress, mismatches, rates, done, refused } = shown;
  const t = useWords();
  const messages: Record<string, string> = {
    finish: t("Đã hoàn thành lô phiếu."),
    resolve: t("Đã lưu theo phiếu giấy."),
    edit: t("Đã lưu thay đổi của lô phiếu."),
  };
  const doneMessage = messages[done ?? ""] ?? null;
  return (
    <>
      <DoneNotice message={refused ? null : doneMessage} />
      <Facts
        facts={[
          [t("Điểm khảo sát"), `${batch.unitName} · ${batch.pointLabel}`],
          [t("Ngày khảo sát"), formatDay(batch.fieldworkOn)],
          [t("Phiếu phát ra"), formatCount(batch.issued)],
          [t("Phiếu thu về"), formatCount(batch.returned)],
          [t("Đã nhập lần một"), `${formatCount(progress.keyed)}/${formatCount(progress.returned)}`],
          [t("Phiếu hợp lệ"), formatCount(progress.valid)],
          [t("Đã nhập lần hai"), `${formatCount(progress.keyedTwice)}/${formatCount(progress.drawn)}`],
        ]}
      />
      <Work {...shown} />
      {batch.state === "entering" && <PaperBatchEdit batch={batch} lastKeyed={shown.lastKeyed} refused={refused} />}
      {mismatches.length > 0 && (
        <section aria-labelledby="mismatches">
          <h2 id="mismatches">{t("Đối chiếu với phiếu giấy")}</h2>
          <p>{t("Hai lần nhập khác nhau ở các câu dưới đây. Lấy tờ phiếu ra và chọn giá trị ghi trên giấy.")}</p>
          {mismatches.map((mismatch) => (
            <PaperMismatch
              key={mismatch.number}
              mismatch={mismatch}
              problems={refused?.step === "resolve" && refused.number === mismatch.number ? refused.problems : []}
            />
          ))}
        </section>
      )}
      {rates.whole.compared > 0 && <Rates rates={rates} />}
    </>
  );
}

function Work({ batch, progress, barred, countedUntil, today, missing, refused }: PaperBatchViewProps) {
  const t = useWords();
  const tell = useMessages();
  if (batch.state === "finished") {
    return <p className="notice notice-good">{t("Lô phiếu đã hoàn thành. Số liệu đã tính vào kết quả.")}</p>;
  }
  return (
    <section aria-labelledby="work">
      <h2 id="work">{t("Nhập phiếu")}</h2>
      {barred && <p className="notice notice-error">{tell(barred)}</p>}
      {!barred && today > countedUntil && (
        <p className="notice">
          {t("Đã quá ngày {day}: phiếu nhập từ nay được giữ lại chờ xem xét, chưa tính vào kết quả.", {
            day: formatDay(countedUntil),
          })}
        </p>
      )}
      {!barred && (
        <p className="actions">
          {progress.next !== null && (
            <Link className="button" to="?pass=1" reloadDocument>
              {t("Nhập lần một")}
            </Link>
          )}
          {progress.nextTwice !== null && (
            <Link className={progress.next === null ? "button" : "button button-quiet"} to="?pass=2" reloadDocument>
              {t("Nhập lần hai")}
            </Link>
          )}
        </p>
      )}
      {missing.length > 0 ? (
        <ul>
          {missing.map((message) => (
            <li key={message}>{tell(message)}</li>
          ))}
        </ul>
      ) : (
        <Form method="post">
          <p>{t("Đã nhập và đối chiếu đủ. Hoàn thành rồi thì không nhập hay sửa phiếu của lô được nữa.")}</p>
          <button type="submit" name="paper.intent" value="finish" className="button">
            {t("Hoàn thành lô phiếu")}
          </button>
        </Form>
      )}
      {refused && !["resolve", "edit", "delete"].includes(refused.step) && (
        <div className="problem" role="alert">
          {refused.problems.map(({ message }) => (
            <p key={message}>{tell(message)}</p>
          ))}
        </div>
      )}
    </section>
  );
}

function Rates({ rates: { whole, keyers } }: Pick<PaperBatchViewProps, "rates">) {
  const t = useWords();
  const language = useLanguage();
  const percent = ({ rate }: MismatchRate) => (rate === null ? "–" : `${formatDecimal(rate * 100, 1, language)} %`);
  return (
    <section aria-labelledby="rates">
      <h2 id="rates">{t("Tỷ lệ lệch giữa hai lần nhập")}</h2>
      <p className="muted">{t("Số câu nhập khác nhau chia cho số câu so sánh, trên các phiếu nhập hai lần.")}</p>
      <TableRegion label={t("Bảng tỷ lệ lệch")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("Người nhập (lần một hoặc lần hai)")}</th>
              <NumericHeading>{t("Câu so sánh")}</NumericHeading>
              <NumericHeading>{t("Câu lệch")}</NumericHeading>
              <NumericHeading>{t("Tỷ lệ lệch")}</NumericHeading>
            </tr>
          </thead>
          <tbody>
            {[{ name: t("Cả lô"), rate: whole }, ...keyers].map(({ name, rate }, index) => (
              <tr key={index === 0 ? "" : name}>
                <th scope="row">{name}</th>
                <td className="numeric">{formatCount(rate.compared)}</td>
                <td className="numeric">{formatCount(rate.differing)}</td>
                <td className="numeric">{percent(rate)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </section>
  );
}
