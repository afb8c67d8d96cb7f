import { Form, Link, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { formatCount } from "~/i18n/numbers";
import { useLanguage } from "~/i18n/use-text";
import { useMessages, useWords } from "~/i18n/use-words";
import type { ImportProgress } from "~/responses/import-progress";
import type { ImportReport } from "~/responses/import-report";
import { Facts } from "./facts";
import { IMPORT_STATE_BADGES, IMPORT_STATE_WORDS, importStanding } from "./import-words";
import type { ImportLine } from "./imports-table";
import { StepPanel } from "./step-panel";

const LOOK_EVERY_MS = 1000;

interface ImportStateProps {
  surveyId: number;
  file: Omit<ImportLine, "arrived"> & { badRows: "refuse" | "skip"; progress: ImportProgress | null };
  report: ImportReport | null;
  kept: boolean;
  /** Why the survey takes no files today. */
  refusal: string | null;
  arrived: string;
  finished: string | null;
  failure: { step: string | null; message: string } | null;
}

/** Where a file stands and what can be done about it; looks again by itself while it is worked on. */
export function ImportState(props: ImportStateProps) {
  const { surveyId, file, arrived, failure } = props;
  const t = useWords();
  const say = useMessages();
  const { revalidate } = useRevalidator();
  const working = file.progress !== null;
  useEffect(() => {
    if (!working) return;
    const timer = setInterval(revalidate, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [working, revalidate]);
  const state = importStanding(file);
  return (
    <section className="card form-stack" aria-labelledby="import-heading">
      <h2 id="import-heading">{file.fileName}</h2>
      <p>
        <span className={IMPORT_STATE_BADGES[state]}>{t(IMPORT_STATE_WORDS[state])}</span>
      </p>
      <Facts
        facts={[
          [t("Nguồn số liệu"), file.provenance],
          [t("Gửi lúc"), file.by ? `${arrived}, ${file.by}` : arrived],
        ]}
      />
      {failure && failure.step === null && (
        <p className="notice notice-error" role="alert">
          {say(failure.message)}
        </p>
      )}
      {file.progress && <Progress progress={file.progress} />}
      <p role="status">{useStory(props)}</p>
      <Decisions {...props} />
      <p>
        <Link to={`/surveys/${surveyId}/imports`}>{t("Về danh sách tệp của đợt")}</Link>
        {state === "stored" && (
          <>
            {" · "}
            <Link to={`/surveys/${surveyId}/monitor`}>{t("Theo dõi thu phiếu")}</Link>
          </>
        )}
      </p>
    </section>
  );
}

function Progress({ progress }: { progress: ImportProgress }) {
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
      <progress
        aria-labelledby="import-heading"
        max={1}
        {...(progress.share === null ? {} : { value: progress.share })}
      />
    </>
  );
}

/** What has become of the file, in a sentence. */
function useStory({ file, report, kept, refusal, finished }: ImportStateProps): string {
  const t = useWords();
  const say = useMessages();
  const language = useLanguage();
  const count = (value: number | null) => formatCount(value ?? 0, language);
  const { progress, good, bad, known, state } = file;
  const fresh = count((good ?? 0) - (known ?? 0));
  if (progress?.waiting) return t("Đang chờ tệp khác xong.");
  if (progress?.task === "check") return t("Đang đọc: {n} dòng.", { n: count(progress.rows) });
  if (progress) return t("Đang ghi vào đợt khảo sát. Trang công khai vẫn nhận phiếu.");
  const over = state === "stored" || state === "cancelled" || state === "failed";
  if (refusal && !over) return t("{why} Chưa phiếu nào của tệp được ghi.", { why: say(refusal) });
  if (file.interrupted)
    return kept
      ? t("Máy chủ dừng giữa chừng. Chưa phiếu nào của tệp được ghi; kiểm tra lại rồi nhập.")
      : t("Máy chủ dừng giữa chừng và tệp không còn. Chưa phiếu nào của tệp được ghi; gửi lại tệp.");
  switch (state) {
    case "checked":
      if (good === known && bad === 0)
        return t("Mọi phiếu trong tệp đã có từ trước nên không có gì để nhập. Về danh sách, hoặc gửi tệp khác.");
      if (good === known)
        return t(
          "{bad} dòng sai; {good} dòng tốt đều đã có từ trước nên không có gì để nhập. Sửa các dòng sai rồi gửi lại.",
          {
            bad: count(bad),
            good: count(good),
          },
        );
      return bad === 0
        ? t("Mọi dòng đều tốt: {n} phiếu mới, {known} phiếu đã có sẵn. Xem trước bên dưới rồi quyết định.", {
            n: fresh,
            known: count(known),
          })
        : t("{bad} dòng sai, {good} dòng tốt. Sửa tệp rồi gửi lại, hoặc bỏ qua các dòng sai.", {
            bad: count(bad),
            good: count(good),
          });
    case "stored":
      return file.badRows === "skip"
        ? t("Đã nhập {n} phiếu ngày {day}, bỏ qua {bad} dòng sai; {known} phiếu đã có sẵn.", {
            n: fresh,
            day: finished ?? "",
            bad: count(bad),
            known: count(known),
          })
        : t("Đã nhập {n} phiếu ngày {day}; {known} phiếu đã có sẵn.", {
            n: fresh,
            day: finished ?? "",
            known: count(known),
          });
    case "cancelled":
      return t("Đã hủy; chưa phiếu nào của tệp được ghi.");
    default:
      if (report?.failure) return t("Không đọc được tệp. Chưa phiếu nào được ghi. Lý do ở bên dưới.");
      if (report && report.rows === 0) return t("Tệp chỉ có dòng tiêu đề, không có phiếu nào.");
      if (refusal) return t("{why} Chưa phiếu nào của tệp được ghi.", { why: say(refusal) });
      return t("Không xử lý xong được tệp, thường vì quá lớn khi mở ra. Chưa phiếu nào được ghi.");
  }
}

function Decisions({ surveyId, file, report, kept, refusal: survey, failure }: ImportStateProps) {
  const t = useWords();
  const say = useMessages();
  const language = useLanguage();
  const count = (value: number | null) => formatCount(value ?? 0, language);
  const refusal = (step: string) => (failure?.step === step ? say(failure.message) : null);
  const { state, good, bad, known, progress, interrupted } = file;
  const fresh = (good ?? 0) - (known ?? 0);
  const decides = survey === null && state === "checked" && !progress && fresh > 0;
  // The same file read again would say the same: another one is needed.
  const hopeless = report !== null && (report.failure !== null || report.rows === 0);
  const unfinished = state === "checking" || state === "checked" || interrupted || (state === "failed" && kept);
  return (
    <>
      {decides && bad === 0 && (
        <Form method="post">
          <button type="submit" name="change" value="store" className="button">
            {fresh === good
              ? t("Nhập tất cả {n} phiếu", { n: count(good) })
              : t("Nhập {n} phiếu mới", { n: count(fresh) })}
          </button>
        </Form>
      )}
      {decides && (bad ?? 0) > 0 && (
        <StepPanel
          step="skip"
          summary={t("Bỏ qua {n} dòng sai", { n: count(bad) })}
          agreement={t("Tôi đồng ý bỏ các dòng sai")}
          button={t("Nhập {n} phiếu mới", { n: count(fresh) })}
          refusal={refusal("skip")}
          tone="plain"
        >
          <p>
            {t(
              "Các dòng sai không được ghi và danh sách của chúng chỉ giữ 7 ngày. Tải danh sách về trước nếu còn cần sửa.",
            )}
          </p>
        </StepPanel>
      )}
      {survey === null && kept && !progress && (interrupted || (state === "failed" && !hopeless)) && (
        <Form method="post">
          <button type="submit" name="change" value="recheck" className="button">
            {t("Kiểm tra lại")}
          </button>
        </Form>
      )}
      {survey === null && state === "failed" && hopeless && (
        <p>
          <Link to={`/surveys/${surveyId}/imports`} className="button">
            {t("Gửi lại tệp đã sửa")}
          </Link>
        </p>
      )}
      {unfinished && (
        <StepPanel
          step="cancel"
          summary={t("Hủy tệp này")}
          agreement={t("Tôi đồng ý hủy và xóa tệp")}
          button={t("Hủy và xóa tệp")}
          refusal={refusal("cancel")}
        >
          <p>{t("Tệp đã gửi bị xóa khỏi máy chủ. Phiếu của các tệp khác không bị ảnh hưởng.")}</p>
        </StepPanel>
      )}
    </>
  );
}
