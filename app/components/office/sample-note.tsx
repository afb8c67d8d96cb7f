import { uncapitalized } from "~/i18n/names";
import { formatCount } from "~/i18n/numbers";
import { useNames } from "~/i18n/use-names";
import { useLanguage } from "~/i18n/use-text";
import { useMessages, useWords } from "~/i18n/use-words";
import { MASKED } from "~/indices/figures";
import type { UnitResultsView } from "~/indices/survey-results";
import { uncheckedWording } from "~/questionnaires/wording-state";

/** What the figures rest on: basis of the sample, channels, minimums, and whether the wording was checked. */
export function SampleNote({ results }: { results: UnitResultsView }) {
  const t = useWords();
  const message = useMessages();
  const names = useNames();
  const language = useLanguage();
  const { survey, channels, minimums, version, scope, questionnaire } = results;
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
      {channels.length > 0 && (
        <p>
          {t("Kênh thu")}:{" "}
          {channels
            .map(
              ({ channel, responses }) =>
                `${names.channels[channel]} ${responses === null ? t(MASKED) : formatCount(responses, language)}`,
            )
            .join(" · ")}
          .
        </p>
      )}
      <p>
        {t("Không công bố nhóm dưới {cell} người và chỉ số của đơn vị dưới {unit} người.", { ...minimums })}
        {version.verification === null &&
          ` ${t("Mẫu phiếu: {state}.", { state: uncapitalized(message(uncheckedWording(questionnaire.source))) })}`}
      </p>
    </aside>
  );
}
