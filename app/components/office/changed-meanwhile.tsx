import { formatDay } from "~/i18n/dates";
import { BASIS_NAMES, capitalized } from "~/i18n/names";
import { formatCount } from "~/i18n/numbers";
import { useMessages, useWords } from "~/i18n/use-words";
import type { SurveyFormValues } from "~/surveys/read-survey-form";
import type { SampleBasis } from "~/surveys/survey";
import { typedTarget } from "~/surveys/target-rate";
import { type FormChoice, formTitle } from "~/surveys/version-family";

/** A survey as somebody else has left it meanwhile. */
export interface CurrentSurvey {
  title: string;
  versionId: number;
  ownerUnitId: number;
  opensOn: string;
  closesOn: string;
  basis: SampleBasis;
  targetRate: number | null;
  unitIds: number[];
}

/** Tells whoever saves second what the first one has stored, where it differs from what stands in the form below. */
export function ChangedMeanwhile({
  current,
  values,
  owners,
  versions,
}: {
  current: CurrentSurvey;
  values: SurveyFormValues;
  owners: readonly { id: number; name: string }[];
  versions: readonly Omit<FormChoice, "questions">[];
}) {
  const t = useWords();
  const message = useMessages();
  const mine = new Set(values.unitIds);
  const theirs = new Set(current.unitIds);
  const rows: [string, string][] = [];
  if (current.title !== values.title) rows.push([t("Tên đợt khảo sát"), current.title]);
  const form = versions.find(({ id }) => id === current.versionId);
  if (form && values.versionId && String(form.id) !== values.versionId) {
    const told = t("{title}, phiên bản {version}", { title: formTitle(form), version: form.version });
    rows.push([t("Mẫu phiếu"), told]);
  }
  if (String(current.ownerUnitId) !== values.ownerUnitId) {
    rows.push([t("Cơ quan thực hiện"), owners.find(({ id }) => id === current.ownerUnitId)?.name ?? "–"]);
  }
  if (current.opensOn !== values.opensOn) rows.push([t("Ngày bắt đầu"), formatDay(current.opensOn)]);
  if (current.closesOn !== values.closesOn) rows.push([t("Ngày kết thúc"), formatDay(current.closesOn)]);
  if (current.basis !== values.basis) {
    rows.push([t("Cách chọn người trả lời"), message(capitalized(BASIS_NAMES[current.basis]))]);
  }
  if (values.targetRate !== undefined && typedTarget(current.targetRate) !== values.targetRate.trim()) {
    rows.push([t("Mục tiêu tỷ lệ hài lòng chung (%)"), typedTarget(current.targetRate) || "–"]);
  }
  const more = current.unitIds.filter((id) => !mine.has(id)).length;
  const fewer = values.unitIds.filter((id) => !theirs.has(id)).length;
  if (more + fewer > 0) {
    rows.push([
      t("Đơn vị"),
      t("{n} đơn vị: có {more} đơn vị không có trong bản của bạn, thiếu {fewer} đơn vị của bạn", {
        n: formatCount(current.unitIds.length),
        more: formatCount(more),
        fewer: formatCount(fewer),
      }),
    ]);
  }
  return (
    <div className="notice notice-caution" role="alert">
      <h2>{t("Người khác vừa lưu thay đổi khác")}</h2>
      <p>
        {rows.length > 0
          ? t("Bản của bạn còn nguyên ở dưới, chưa lưu. Bản đang lưu khác ở những chỗ sau:")
          : t("Bản đang lưu nay giống hệt bản của bạn ở dưới.")}
      </p>
      <ul>
        {rows.map(([name, value]) => (
          <li key={name}>
            {name}: <strong>{value}</strong>
          </li>
        ))}
      </ul>
      <p>{t("Sửa lại cho khớp nếu cần rồi lưu: bản dưới đây sẽ thay bản kia.")}</p>
    </div>
  );
}
