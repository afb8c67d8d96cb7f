import { Form, useNavigation } from "@remix-run/react";
import { formatDay } from "~/i18n/dates";
import { formatCount } from "~/i18n/numbers";
import { useNames } from "~/i18n/use-names";
import { useLanguage } from "~/i18n/use-text";
import { useMessages, useWords } from "~/i18n/use-words";
import type { HoldingFlag } from "~/responses/flags";
import type { HeldGroup } from "~/responses/held-groups";
import { Facts } from "./facts";
import { FieldFrame } from "./field-frame";

/** What was typed for a group and could not be taken. */
export interface FailedReview {
  key: string;
  reason: string;
  problems: { field: string; message: string }[];
}

export function keyOfGroup({ pointId, day, flag }: Pick<HeldGroup, "pointId" | "day" | "flag">): string {
  return `${pointId}-${day}-${flag}`;
}

/** Responses of one mark that arrived at one point on one day: how many, when, what was decided, and the decision to take. */
export function HeldGroupCard({ group, failed }: { group: HeldGroup; failed: FailedReview | null }) {
  const t = useWords();
  const names = useNames();
  const language = useLanguage();
  const key = keyOfGroup(group);
  const { name, explanation } = names.held[group.flag as HoldingFlag];
  const decided = group.last !== null && group.waiting === 0;
  return (
    <article className="card" id={`group-${key}`} aria-labelledby={`heading-${key}`}>
      <h2 id={`heading-${key}`}>
        {t("{unit}: {mark}, ngày {day}", {
          unit: group.unitName,
          mark: name.toLowerCase(),
          day: formatDay(group.day),
        })}
      </h2>
      <p>{explanation}</p>
      <Facts
        facts={[
          [t("Điểm khảo sát"), group.label],
          [t("Chờ xem xét"), formatCount(group.waiting, language)],
          [t("Đến buổi sáng (trước 12 giờ)"), formatCount(group.morning, language)],
          [t("Đến buổi chiều, tối"), formatCount(group.afternoon, language)],
        ]}
      />
      {group.last && (
        <p>
          <strong>{names.reviews[group.last.decision]}</strong>{" "}
          {t("{n} phiếu, {day}. Lý do: {reason}", {
            n: formatCount(group.last.responses, language),
            day: formatDay(group.last.decidedOn) + (group.last.decidedBy ? `, ${group.last.decidedBy}` : ""),
            reason: group.last.reason,
          })}
        </p>
      )}
      {decided ? (
        <details open={failed !== null}>
          <summary>{t("Quyết định lại…")}</summary>
          <ReviewForm group={group} failed={failed} />
        </details>
      ) : (
        <ReviewForm group={group} failed={failed} />
      )}
    </article>
  );
}

function ReviewForm({ group, failed }: { group: HeldGroup; failed: FailedReview | null }) {
  const t = useWords();
  const tell = useMessages();
  const busy = useNavigation().state !== "idle";
  const key = keyOfGroup(group);
  const problemsOf = (field: string) => failed?.problems.filter((problem) => problem.field === field) ?? [];
  return (
    <Form method="post" action={`#group-${key}`}>
      <input type="hidden" name="pointId" value={group.pointId} />
      <input type="hidden" name="day" value={group.day} />
      <input type="hidden" name="flag" value={group.flag} />
      <FieldFrame
        name={`reason-${key}`}
        label={t("Lý do")}
        problems={problemsOf("reason").map((one) => ({ ...one, field: `reason-${key}` }))}
      >
        {(control) => (
          <textarea {...control} name="reason" rows={2} maxLength={500} defaultValue={failed?.reason ?? ""} />
        )}
      </FieldFrame>
      {problemsOf("confirmed").map(({ message }) => (
        <p key={message} className="notice notice-error" role="alert">
          {tell(message)}
        </p>
      ))}
      <label className="check">
        <input type="checkbox" name="confirmed" value="yes" />{" "}
        {t("Tôi đã cân nhắc; quyết định này đổi ngay số liệu của đợt khảo sát")}
      </label>
      <div className="actions">
        <button type="submit" name="decision" value="counted" className="button" disabled={busy}>
          {t("Tính vào kết quả")}
        </button>
        <button type="submit" name="decision" value="left-out" className="button button-quiet" disabled={busy}>
          {t("Không tính")}
        </button>
      </div>
    </Form>
  );
}
