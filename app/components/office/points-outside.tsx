import { formatCount } from "~/i18n/numbers";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";

interface OutsidePoint {
  id: number;
  unitName: string;
  label: string;
}

/** Points of the survey's units where it takes no answers, to be put in. */
export function PointsOutside({ surveyId, points }: { surveyId: number; points: readonly OutsidePoint[] }) {
  const t = useWords();
  const language = useLanguage();
  if (points.length === 0) return null;
  return (
    <details className="step-panel">
      <summary>
        {t("Điểm của các đơn vị này chưa có trong đợt ({n})", { n: formatCount(points.length, language) })}
      </summary>
      <form method="post" action={`/surveys/${surveyId}/points`}>
        <fieldset className="field">
          <legend>{t("Đánh dấu điểm cần đưa vào đợt")}</legend>
          <div className="unit-list">
            {points.map((point) => (
              <label key={point.id} className="check">
                <input type="checkbox" name="point" value={point.id} />
                <span>
                  {point.unitName}, {point.label}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <button type="submit" className="button" name="change" value="in">
          {t("Đưa vào đợt")}
        </button>
      </form>
    </details>
  );
}
