import { useEffect, useRef } from "react";
import { useWords } from "~/i18n/use-words";
import { CopyField } from "./copy-field";

/** A key that was just made, shown this once; focus moves here. */
export function NewKey({ created }: { created: { key: string; name: string; unitName: string } }) {
  const t = useWords();
  const notice = useRef<HTMLElement>(null);
  useEffect(() => {
    if (created.key) notice.current?.focus();
  }, [created.key]);
  return (
    <section ref={notice} className="notice notice-good" role="status" tabIndex={-1}>
      <h2>{t("Đã tạo khóa “{name}” cho {unit}", { name: created.name, unit: created.unitName })}</h2>
      <p>
        {t(
          "Khóa chỉ hiện lần này: chép ngay vào phần mềm sẽ dùng nó. Ai có khóa thì làm được mọi việc của khóa; nghi bị lộ thì thu hồi và tạo khóa khác.",
        )}
      </p>
      <CopyField label={t("Khóa")} text={created.key} rows={2} code />
    </section>
  );
}
