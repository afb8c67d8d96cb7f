import { Form } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { TextField } from "./text-field";

/** What a point is called and when it is open. */
export function PointDescription({
  point,
  typed,
}: {
  point: { label: string; openHours: string | null };
  /** As sent before, where it was refused. */
  typed: { label: string; openHours: string } | null;
}) {
  const t = useWords();
  return (
    <Form method="post" className="card form-stack" aria-labelledby="describe-heading">
      <h2 id="describe-heading">{t("Tên và giờ mở cửa")}</h2>
      <TextField name="label" label={t("Tên điểm")} value={typed?.label ?? point.label} autoComplete="off" />
      <TextField
        name="openHours"
        label={t("Giờ mở cửa (không bắt buộc)")}
        hint={t("Ví dụ: T2-T6 07:30-11:30,13:30-17:00; T7 07:30-11:30. Để trống: không ghi giờ.")}
        value={typed?.openHours ?? point.openHours ?? ""}
        autoComplete="off"
      />
      <p>
        <button type="submit" className="button" name="change" value="describe">
          {t("Lưu tên và giờ")}
        </button>
      </p>
    </Form>
  );
}
