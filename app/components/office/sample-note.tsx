import { uncapitalized } from "~/i18n/names";
import { useNames } from "~/i18n/use-names";
import { useMessages, useWords } from "~/i18n/use-words";
import { BATCHES_NOTE } from "~/indices/published-batches";
import type { UnitResultsView } from "~/indices/survey-results";
import { uncheckedWording } from "~/questionnaires/wording-state";

/** What the figures rest on: basis of the sample, minimums, and whether the wording was checked. */
export function SampleNote({ results }: { results: UnitResultsView }) {
  const t = useWords();
  const message = useMessages();
  const names = useNames();
  const { survey, minimums, version, scope, questionnaire } = results;
  return (
    <aside className="notice" aria-label={t("Cơ sở của số liệu")}>
      {scope === "part" && (
        <p>
          <strong>{names.partialScope}</strong>
        </p>
      )}
      <p>
        <strong>
          {t("Cách chọn người trả lời")}: {names.bases[survey.basis]}.
        </strong>
      </p>
      <p>
        {t("Không công bố nhóm dưới {cell} người và chỉ số của đơn vị dưới {unit} người.", { ...minimums })}{" "}
        {t("Có nhóm đủ người cũng không công bố, nếu không thì lấy tổng trừ đi sẽ ra số của nhóm ít người.")}
        {version.verification === null &&
          ` ${t("Mẫu phiếu: {state}.", { state: uncapitalized(message(uncheckedWording(questionnaire.source))) })}`}
      </p>
      {survey.status !== "finalised" && <p>{t(BATCHES_NOTE)}</p>}
    </aside>
  );
}
