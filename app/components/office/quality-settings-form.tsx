import { Form, useNavigation } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import { QUALITY_DEFAULTS, type QualitySettings } from "~/responses/quality/quality-settings";
import { FieldFrame } from "./field-frame";
import type { FieldProblem } from "./problem-summary";

const FIELDS: readonly (readonly [keyof QualitySettings, Phrase])[] = [
  ["formsAtLeast", "Số phiếu ít nhất để xét"],
  ["speedTimes", "Quá nhanh: nhanh gấp mấy lần một nửa số phiếu"],
  ["straightItems", "Một mức: số tiêu chí ít nhất"],
  ["identicalMinutes", "Trùng hệt: trong vòng bao nhiêu phút"],
  ["burstMinutes", "Dồn dập: trong bao nhiêu phút"],
  ["burstForms", "Dồn dập: số phiếu ít nhất"],
  ["burstTimes", "Dồn dập: gấp mấy lần mức thường có"],
  ["closedGraceMinutes", "Ngoài giờ: cách giờ mở hơn bao nhiêu phút"],
  ["closedForms", "Ngoài giờ: số phiếu ít nhất trong một khoảng"],
  ["groupForms", "Điều tra viên, kênh: số phiếu ít nhất"],
  ["groupPoints", "Điều tra viên, kênh: cao hơn bao nhiêu điểm phần trăm"],
];

/** What was typed for the thresholds and could not be taken. */
export interface FailedSettings {
  typed: Record<string, string>;
  problems: FieldProblem[];
}

/** The thresholds of one survey's rules. */
export function QualitySettingsForm({
  settings,
  failed,
}: {
  settings: QualitySettings;
  failed: FailedSettings | null;
}) {
  const t = useWords();
  const busy = useNavigation().state !== "idle";
  return (
    <details className="card" id="settings" open={failed !== null}>
      <summary>{t("Ngưỡng của đợt này…")}</summary>
      <Form method="post" action="#settings" preventScrollReset>
        <p>{t("Đổi ngưỡng chỉ đổi dấu hiệu trên trang này, không đổi kết quả và không đổi quyết định đã có.")}</p>
        <div className="quality-settings">
          {FIELDS.map(([name, label]) => (
            <FieldFrame
              key={name}
              name={name}
              label={t(label)}
              hint={t("Mặc định {n}", { n: QUALITY_DEFAULTS[name] })}
              problems={failed?.problems ?? []}
            >
              {(control) => (
                <input
                  {...control}
                  key={settings[name]}
                  inputMode="numeric"
                  defaultValue={failed?.typed[name] ?? String(settings[name])}
                />
              )}
            </FieldFrame>
          ))}
        </div>
        <div className="actions">
          <button type="submit" name="change" value="settings" className="button" disabled={busy}>
            {t("Lưu ngưỡng")}
          </button>
        </div>
      </Form>
    </details>
  );
}
