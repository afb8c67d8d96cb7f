import { Form, useNavigation } from "@remix-run/react";
import { formatDay } from "~/i18n/dates";
import { formatCount } from "~/i18n/numbers";
import { useNames } from "~/i18n/use-names";
import { useLanguage } from "~/i18n/use-text";
import { useMessages, useWords } from "~/i18n/use-words";
import type { QualityPage } from "~/indices/quality-page";
import { exclusionKey } from "~/responses/quality/exclusion-groups";
import { QUALITY_RULES } from "~/responses/quality/quality-rules";
import { Facts } from "./facts";
import { FieldFrame } from "./field-frame";
import type { FieldProblem } from "./problem-summary";
import { RULE_WORDS } from "./quality-words";

type Group = QualityPage["groups"][number];

/** What was typed for a group and could not be taken. */
export interface FailedDecision {
  key: string;
  change: string;
  reason: string;
  problems: FieldProblem[];
}

/** Forms of a point, or of a file that names none, and a day about which two kinds of evidence agree: what they bear, what was decided, and the decision. */
export function QualityGroupCard({
  group,
  failed,
  mayDecide,
}: {
  group: Group;
  failed: FailedDecision | null;
  mayDecide: boolean;
}) {
  const t = useWords();
  const names = useNames();
  const language = useLanguage();
  const key = exclusionKey(group);
  const isFile = group.place.kind === "import";
  const found = QUALITY_RULES.filter((rule) => group.counts.rules[rule] > 0);
  return (
    <article className="card" id={`group-${key}`} aria-labelledby={`heading-${key}`}>
      <h3 id={`heading-${key}`}>
        {isFile
          ? t("Tệp {file}, ngày {day}", { file: group.name, day: formatDay(group.day) })
          : t("{unit}, ngày {day}", { unit: group.name, day: formatDay(group.day) })}
      </h3>
      <Facts
        facts={[
          [isFile ? t("Nguồn phiếu") : t("Điểm khảo sát"), group.label],
          [t("Có thể loại"), formatCount(group.open, language)],
          [t("Đã loại"), formatCount(group.counts.excluded, language)],
          ...found.map((rule) => [t(RULE_WORDS[rule].name), formatCount(group.counts.rules[rule], language)] as const),
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
      {mayDecide && group.open > 0 && <Decision {...{ group, failed }} change="exclude" seen={group.open} />}
      {mayDecide && group.counts.excluded > 0 && (
        <Decision {...{ group, failed }} change="restore" seen={group.counts.excluded} />
      )}
    </article>
  );
}

function Decision({
  group,
  failed: last,
  change,
  seen,
}: {
  group: Group;
  failed: FailedDecision | null;
  change: "exclude" | "restore";
  seen: number;
}) {
  const t = useWords();
  const tell = useMessages();
  const language = useLanguage();
  const busy = useNavigation().state !== "idle";
  const key = exclusionKey(group);
  const failed = last?.change === change ? last : null;
  const problemsOf = (field: string) => failed?.problems.filter((problem) => problem.field === field) ?? [];
  const name = `reason-${change}-${key}`;
  const n = formatCount(seen, language);
  return (
    <details open={failed !== null}>
      <summary>{change === "exclude" ? t("Loại {n} phiếu…", { n }) : t("Khôi phục {n} phiếu…", { n })}</summary>
      <Form method="post" action={`#group-${key}`} preventScrollReset>
        <input type="hidden" name="place" value={`${group.place.kind}-${group.place.id}`} />
        <input type="hidden" name="day" value={group.day} />
        <input type="hidden" name="seen" value={seen} />
        <FieldFrame
          name={name}
          label={t("Lý do")}
          problems={problemsOf("reason").map((one) => ({ ...one, field: name }))}
        >
          {(control) => (
            <textarea {...control} name="reason" rows={2} maxLength={500} defaultValue={failed?.reason ?? ""} />
          )}
        </FieldFrame>
        {(failed?.problems ?? [])
          .filter(({ field }) => field !== "reason")
          .map(({ message }) => (
            <p key={message} className="notice notice-error" role="alert">
              {tell(message)}
            </p>
          ))}
        <label className="check">
          <input type="checkbox" name="confirmed" value="yes" />{" "}
          <span>{t("Tôi đã cân nhắc; quyết định này đổi ngay số liệu của đợt khảo sát")}</span>
        </label>
        <div className="actions">
          <button type="submit" name="change" value={change} className="button" disabled={busy}>
            {change === "exclude" ? t("Loại khỏi kết quả") : t("Khôi phục vào kết quả")}
          </button>
        </div>
      </Form>
    </details>
  );
}
