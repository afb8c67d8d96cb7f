import { Form, useNavigation } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { BareConsent } from "./bare-consent";

/** The report on one unit: its survey first, then the unit; two plain forms, so that it works without scripts. */
export function UnitReportForm({
  surveys,
  chosen,
  open,
  bareUnit,
}: {
  surveys: readonly { id: number; title: string }[];
  /** The survey that was asked for, with its units. */
  chosen: { id: number; title: string; units: { key: string; name: string }[] } | null;
  /** Whether its units are what was asked for. */
  open: boolean;
  /** The unit that was asked for and whose report would hold no figure. */
  bareUnit: string | null;
}) {
  const t = useWords();
  const busy = useNavigation().state !== "idle";
  return (
    <details className="step-panel" open={open}>
      <summary>{t("Lập báo cáo của một đơn vị")}</summary>
      <Form method="get" className="form-stack">
        <input type="hidden" name="kind" value="unit" />
        <label htmlFor="survey">{t("Đợt khảo sát của đơn vị")}</label>
        <select id="survey" name="survey" defaultValue={chosen?.id ?? ""} key={chosen?.id}>
          <option value="" disabled>
            {t("Chọn đợt")}
          </option>
          {surveys.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
        <button type="submit" className="button button-quiet">
          {t("Xem các đơn vị của đợt")}
        </button>
      </Form>
      {open && chosen && (
        <Form method="post" className="form-stack">
          <input type="hidden" name="kind" value="unit" />
          <input type="hidden" name="surveyId" value={chosen.id} />
          <label htmlFor="unitKey">{t("Chọn đơn vị")}</label>
          <select id="unitKey" name="unitKey" defaultValue={bareUnit ?? undefined} key={bareUnit}>
            {chosen.units.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
          {bareUnit !== null && <BareConsent />}
          <button type="submit" className="button" disabled={busy}>
            {busy ? t("Đang lập…") : t("Báo cáo của đơn vị")}
          </button>
        </Form>
      )}
    </details>
  );
}
