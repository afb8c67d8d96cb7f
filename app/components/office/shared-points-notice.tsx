import { formatDay } from "~/i18n/dates";
import { stageName } from "~/i18n/names";
import { formatCount } from "~/i18n/numbers";
import { useLanguage } from "~/i18n/use-text";
import { useMessages, useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import type { SharingSurvey } from "~/surveys/shared-points";

/** Names that stand in the sentence itself; the rest opens on demand. */
const NAMES_SHOWN = 5;

/** Which units' codes meet another survey, so that citizens there will choose between the two; nothing where none does. */
export function SharedPointsNotice({
  meetings,
  units,
  today,
  condition = null,
}: {
  meetings: readonly SharingSurvey[];
  /** In the order in which they are named. */
  units: readonly { id: number; name: string }[];
  today: string;
  /** The units are not chosen yet. */
  condition?: "if-chosen" | null;
}) {
  const t = useWords();
  const told = useMessages();
  const language = useLanguage();
  if (meetings.length === 0) return null;
  return (
    <div className="notice notice-caution">
      <h3>{t("Mã QR dùng chung với đợt khác")}</h3>
      {meetings.map((other) => {
        const ids = new Set(other.unitIds);
        const shared = units.filter(({ id }) => ids.has(id)).map(({ name }) => name);
        const rest = shared.slice(NAMES_SHOWN);
        return (
          <div key={other.surveyId}>
            <p>
              {t("{n} đơn vị đã có trong đợt “{title}” ({stage}, {first} – {last}): {names}.", {
                n: formatCount(shared.length, language),
                title: other.title,
                stage: told(stageName(other, today)),
                first: formatDay(other.opensOn),
                last: formatDay(other.closesOn),
                names: shared.slice(0, NAMES_SHOWN).join("; "),
              })}
            </p>
            {rest.length > 0 && (
              <details>
                <summary>{t("Xem {n} đơn vị còn lại", { n: formatCount(rest.length, language) })}</summary>
                <p>{rest.join("; ")}.</p>
              </details>
            )}
            <p>{t(consequence(other, condition), { title: other.title })}</p>
          </div>
        );
      })}
    </div>
  );
}

function consequence({ status }: SharingSurvey, condition: "if-chosen" | null): Phrase {
  if (status === "draft") {
    return condition
      ? "Nếu chọn các đơn vị này thì khi cả hai đợt cùng mở, người dân quét mã ở các đơn vị này sẽ chọn giữa “{title}” và đợt này."
      : "Khi cả hai đợt cùng mở, người dân quét mã ở các đơn vị này sẽ chọn giữa “{title}” và đợt này.";
  }
  return condition
    ? "Nếu chọn các đơn vị này, người dân quét mã ở các đơn vị này sẽ chọn giữa “{title}” và đợt này."
    : "Người dân quét mã ở các đơn vị này sẽ chọn giữa “{title}” và đợt này.";
}
