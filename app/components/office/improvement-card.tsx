import { Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import type { ImprovementText } from "~/snapshots/improvement";
import type { ImprovementStep } from "~/snapshots/read-improvement-form";
import { Facts } from "./facts";
import { StepPanel } from "./step-panel";

interface ImprovementCardProps {
  entry: ImprovementText & {
    id: number;
    unitName: string;
    by: string | null;
    changed: string;
    published: string | null;
    /** As the public would read it; null where nothing is hidden. */
    masked: ImprovementText | null;
  };
  here: string;
  refused: { step: ImprovementStep; message: string } | null;
}

/** An entry with its state and what can be done with it. */
export function ImprovementCard({ entry, here, refused }: ImprovementCardProps) {
  const t = useWords();
  const { id, unitName, by, changed, published, masked } = entry;
  const refusalOf = (step: ImprovementStep) => (refused?.step === step ? refused.message : null);
  const hidden = <input type="hidden" name="id" value={id} />;
  return (
    <article className="card" aria-labelledby={`entry-${id}`}>
      <h2 id={`entry-${id}`}>{unitName}</h2>
      <p className="table-note">
        {published ? t("Công bố lúc {moment}", { moment: published }) : t("Bản nháp, người dân chưa đọc được")}
        {" · "}
        {t("sửa lần cuối {moment}, {by}", { moment: changed, by: by ?? t("tự động") })}
      </p>
      <Parts text={entry} />
      <p className="actions">
        <Link className="button button-quiet" to={`${here}?edit=${id}`}>
          {t("Sửa")}
        </Link>
      </p>
      {published ? (
        <StepPanel
          step="withdraw"
          summary={t("Rút về bản nháp…")}
          agreement={t("Tôi muốn người dân thôi đọc được mục này")}
          button={t("Rút về bản nháp")}
          refusal={refusalOf("withdraw")}
        >
          {hidden}
        </StepPanel>
      ) : (
        <>
          <StepPanel
            step="publish"
            summary={t("Công bố mục này…")}
            agreement={t("Tôi đã đọc lại, không còn tên hay thông tin riêng của ai")}
            button={t("Công bố mục này")}
            tone="plain"
            refusal={refusalOf("publish")}
          >
            {hidden}
            {masked ? (
              <>
                <p className="notice notice-caution">
                  {t(
                    "Có số điện thoại, thư điện tử hoặc số giấy tờ. Khi công bố, chúng được thay như dưới đây; tên người thì máy không nhận ra, xin tự xóa.",
                  )}
                </p>
                <Parts text={masked} />
              </>
            ) : (
              <p>{t("Người dân đọc đúng như trên. Tên người thì máy không nhận ra: xin đọc lại và tự xóa.")}</p>
            )}
          </StepPanel>
          <StepPanel
            step="delete"
            summary={t("Xóa bản nháp…")}
            agreement={t("Tôi muốn xóa bản nháp này")}
            button={t("Xóa bản nháp")}
            refusal={refusalOf("delete")}
          >
            {hidden}
          </StepPanel>
        </>
      )}
    </article>
  );
}

function Parts({ text }: { text: ImprovementText }) {
  const t = useWords();
  return (
    <Facts
      facts={[
        [t("Điều người dân nêu"), text.said],
        [t("Tiếp thu, giải trình"), text.answer],
        [t("Kết quả cải thiện"), text.done || t("chưa có")],
      ]}
    />
  );
}
