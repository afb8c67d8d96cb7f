import { Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import type { ChangeForm } from "~/units/read-change-form";

const LINKS: Readonly<Record<ChangeForm, Phrase>> = {
  create: "Thêm đơn vị trực thuộc",
  rename: "Đổi tên, đổi mã",
  merge: "Nhập với đơn vị khác",
  split: "Tách",
  reparent: "Chuyển cấp trên",
  close: "Ngừng hoạt động",
  correct: "Sửa chỗ ghi sai",
};

/** The guided forms for a unit. The top of the tree is only added to and put right. */
export function UnitChangeLinks({ unit }: { unit: { key: string; parentId: number | null } }) {
  const t = useWords();
  const forms = (Object.keys(LINKS) as ChangeForm[]).filter(
    (form) => unit.parentId !== null || form === "create" || form === "correct",
  );
  return (
    <section aria-labelledby="unit-changes-heading">
      <h2 id="unit-changes-heading">{t("Thay đổi đơn vị này")}</h2>
      <p className="hint">{t("Mỗi thay đổi có ngày hiệu lực, được xem trước rồi mới ghi, và bỏ được.")}</p>
      <p className="actions">
        {forms.map((form) => (
          <Link key={form} className="button button-quiet" to={`/units/change?form=${form}&unit=${unit.key}`}>
            {t(LINKS[form])}
          </Link>
        ))}
      </p>
    </section>
  );
}
