import { Link } from "@remix-run/react";
import { formatCount } from "~/i18n/numbers";
import { useWords } from "~/i18n/use-words";
import { PUBLICATION_NOTE_LENGTH, type Publication, type PublicationStep } from "~/snapshots/publication";
import type { SnapshotSummary } from "~/snapshots/snapshot";
import { StepPanel } from "./step-panel";

interface PublicationPanelsProps {
  survey: { id: number; status: string; simulated: boolean; correctionReason: string | null };
  standing: Publication | null;
  /** Whether what stood was taken back: its page is still there and says so. */
  withdrawn: boolean;
  /** The final snapshot that could be published; `small`: units whose change would be told by two figures side by side. */
  next: (SnapshotSummary & { small: number }) | null;
  /** Of the public page. */
  address: string;
  refused: { step: PublicationStep | null; note: string; message: string } | null;
}

/** What the public reads now, and the steps that change it. */
export function PublicationPanels({ survey, standing, withdrawn, next, address, refused }: PublicationPanelsProps) {
  const t = useWords();
  const refusalOf = (step: PublicationStep) => (refused?.step === step ? refused.message : null);
  return (
    <section className="card lifecycle" aria-labelledby="publication-heading">
      <h2 id="publication-heading">{t("Trạng thái")}</h2>
      <p>
        {standing
          ? t("Đang công bố bản chốt số {number}.", { number: standing.number })
          : withdrawn
            ? t("Đã thu hồi. Trang kết quả chỉ còn ngày thu hồi và lý do.")
            : next
              ? t("Chưa công bố. Người dân chưa đọc được kết quả của đợt này.")
              : t("Chưa công bố được: chỉ công bố số liệu đã chốt. Chốt kết quả ở trang Tổng quan trước.")}
      </p>
      {(standing || withdrawn) && (
        <p>
          <a href={`/results/${survey.id}`}>{address}</a>
        </p>
      )}
      {survey.correctionReason !== null && (
        <p className="notice notice-caution">
          {t("Đang đính chính: {reason}. Chốt kết quả lần nữa để có bản chốt mới.", {
            reason: survey.correctionReason,
          })}
        </p>
      )}
      {survey.simulated && (standing || next) && (
        <p className="notice notice-caution">
          {t("Đợt này dùng câu trả lời mô phỏng: mọi trang công bố đều mang dòng “SỐ LIỆU MÔ PHỎNG”.")}
        </p>
      )}
      {next && <PublishPanel next={next} standing={standing} refused={refused} refusal={refusalOf("publish")} />}
      {standing && (
        <StepPanel
          step="withdraw"
          summary={t("Thu hồi kết quả…")}
          agreement={t("Tôi muốn thu hồi kết quả đã công bố")}
          button={t("Thu hồi kết quả")}
          refusal={refusalOf("withdraw")}
        >
          <p>
            {t(
              "Số liệu, tệp dữ liệu và phần tiếp thu, giải trình không còn đọc được nữa; trang kết quả chỉ còn ngày thu hồi và lý do. Bản chốt vẫn giữ nguyên, có thể công bố lại.",
            )}
          </p>
          <input type="hidden" name="id" value={standing.id} />
          <NoteField
            id="withdrawal-note"
            label={t("Lý do thu hồi, người dân đọc được")}
            refused={refused}
            of="withdraw"
          />
        </StepPanel>
      )}
      {!standing && !next && (
        <p>
          <Link to={`/surveys/${survey.id}`}>{t("Mở trang Tổng quan")}</Link>
        </p>
      )}
      <p>
        <Link to={`/surveys/${survey.id}/snapshots`}>{t("Xem các bản chốt số liệu")}</Link>
      </p>
    </section>
  );
}

function PublishPanel({
  next,
  standing,
  refused,
  refusal,
}: Pick<PublicationPanelsProps, "standing" | "refused"> & {
  next: NonNullable<PublicationPanelsProps["next"]>;
  refusal: string | null;
}) {
  const t = useWords();
  const { number } = next;
  return (
    <StepPanel
      step="publish"
      summary={
        standing ? t("Thay bằng bản chốt số {number}…", { number }) : t("Công bố bản chốt số {number}…", { number })
      }
      agreement={t("Tôi đã xem kết quả và được giao công bố")}
      button={t("Công bố kết quả")}
      tone="plain"
      refusal={refusal}
    >
      <p>
        {t(
          "Ai cũng đọc được: chỉ số của từng đơn vị với khoảng 95% và số người, phương pháp, tệp dữ liệu mở. Đơn vị quá ít người chỉ ghi “không công bố”. Không có ý kiến viết.",
        )}
      </p>
      {next.small > 0 && (
        <p className="notice notice-caution">
          {t(
            "{n} đơn vị chỉ đổi vài phiếu so với bản đang công bố: ai giữ cả hai bản có thể suy ra câu trả lời của vài người. Nên gộp đính chính nhỏ vào một lần.",
            { n: formatCount(next.small) },
          )}
        </p>
      )}
      <input type="hidden" name="id" value={next.id} />
      <NoteField
        id="publication-note"
        label={standing ? t("Vì sao số liệu đổi, người dân đọc được") : t("Lời ghi cho người dân (không bắt buộc)")}
        value={standing ? (next.reason ?? "") : ""}
        refused={refused}
        of="publish"
      />
    </StepPanel>
  );
}

function NoteField({
  id,
  label,
  value = "",
  refused,
  of,
}: {
  id: string;
  label: string;
  value?: string;
  refused: PublicationPanelsProps["refused"];
  of: PublicationStep;
}) {
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        name="note"
        rows={3}
        maxLength={PUBLICATION_NOTE_LENGTH}
        defaultValue={refused?.step === of ? refused.note : value}
      />
    </>
  );
}
