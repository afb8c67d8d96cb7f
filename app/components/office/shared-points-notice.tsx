import { formatDay } from "~/i18n/dates";
import { stageName } from "~/i18n/names";
import { formatCount } from "~/i18n/numbers";
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
  /** What must come true first, as the beginning of a sentence. */
  condition?: string | null;
}) {
  if (meetings.length === 0) return null;
  return (
    <div className="notice notice-caution">
      <h3>Mã QR dùng chung với đợt khác</h3>
      {meetings.map((other) => {
        const ids = new Set(other.unitIds);
        const shared = units.filter(({ id }) => ids.has(id)).map(({ name }) => name);
        const rest = shared.slice(NAMES_SHOWN);
        return (
          <div key={other.surveyId}>
            <p>
              {formatCount(shared.length)} đơn vị đã có trong đợt “{other.title}” ({stageName(other, today)},{" "}
              {formatDay(other.opensOn)} – {formatDay(other.closesOn)}): {shared.slice(0, NAMES_SHOWN).join("; ")}.
            </p>
            {rest.length > 0 && (
              <details>
                <summary>Xem {formatCount(rest.length)} đơn vị còn lại</summary>
                <p>{rest.join("; ")}.</p>
              </details>
            )}
            <p>{consequence(other, condition)}</p>
          </div>
        );
      })}
    </div>
  );
}

function consequence({ status, title }: SharingSurvey, condition: string | null): string {
  const both = status === "draft" ? "khi cả hai đợt cùng mở" : null;
  const before = [condition, both].filter((part) => part !== null).join(" thì ");
  const sentence = `người dân quét mã ở các đơn vị này sẽ chọn giữa “${title}” và đợt này.`;
  const whole = before === "" ? sentence : `${before}, ${sentence}`;
  return whole.charAt(0).toLocaleUpperCase("vi") + whole.slice(1);
}
