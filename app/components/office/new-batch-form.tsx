import { Form, useNavigation } from "@remix-run/react";
import { LEAST_CODES, MOST_CODES } from "~/collection-points/invitation";
import { formatDay } from "~/i18n/dates";
import { formatCount } from "~/i18n/numbers";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import { DateField } from "./date-field";
import { type FieldProblem, ProblemSummary } from "./problem-summary";
import { SelectField } from "./select-field";
import { TextField } from "./text-field";

/** A batch of one-time codes to be made. */
export function NewBatchForm({
  points,
  closesOn,
  typed,
  problems,
}: {
  points: readonly { value: string; label: string }[];
  closesOn: string;
  /** As sent before, where it was refused. */
  typed: Readonly<Record<string, string>>;
  problems: readonly FieldProblem[];
}) {
  const t = useWords();
  const language = useLanguage();
  const busy = useNavigation().state !== "idle";
  const [only] = points.length === 1 ? points : [];
  return (
    <Form method="post" className="card form-stack" aria-labelledby="make-heading" noValidate>
      <h2 id="make-heading">{t("Tạo mã mời")}</h2>
      <ProblemSummary problems={problems} />
      <SelectField
        name="point"
        label={t("Điểm khảo sát")}
        options={points}
        value={typed.point || only?.value}
        problems={problems}
      />
      <TextField
        name="label"
        label={t("Tên đợt mã")}
        hint={t("Để nhận ra khi in và khi nhắc, như: Giấy mời tháng 6.")}
        value={typed.label}
        problems={problems}
        autoComplete="off"
      />
      <TextField
        name="size"
        label={t("Số mã")}
        hint={t("Từ {least} đến {most}. Ít hơn {least} thì dễ đoán phiếu là của ai.", {
          least: formatCount(LEAST_CODES, language),
          most: formatCount(MOST_CODES, language),
        })}
        value={typed.size}
        problems={problems}
        autoComplete="off"
      />
      <DateField
        name="expiresOn"
        label={t("Ngày hết hạn (không bắt buộc)")}
        hint={t("Để trống: dùng được đến hết đợt, ngày {day}.", { day: formatDay(closesOn) })}
        value={typed.expiresOn ?? ""}
        problems={problems}
      />
      <p>
        <button type="submit" className="button" name="change" value="make" disabled={busy}>
          {t("Tạo mã mời")}
        </button>
      </p>
    </Form>
  );
}
