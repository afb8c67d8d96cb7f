import { BASIS_NAMES, CHANNEL_NAMES, PARTIAL_SCOPE_SENTENCE, uncapitalized } from "~/i18n/names";
import { formatCount } from "~/i18n/numbers";
import { MASKED } from "~/indices/figures";
import type { UnitResultsView } from "~/indices/survey-results";
import { uncheckedWording } from "~/questionnaires/wording-state";

/** What the figures rest on: basis of the sample, channels, minimums, and whether the wording was checked. */
export function SampleNote({ results }: { results: UnitResultsView }) {
  const { survey, channels, minimums, version, scope, questionnaire } = results;
  return (
    <aside className="notice" aria-label="Cơ sở của số liệu">
      {scope === "part" && (
        <p>
          <strong>{PARTIAL_SCOPE_SENTENCE}</strong>
        </p>
      )}
      <p>
        <strong>Cách chọn người trả lời: {BASIS_NAMES[survey.basis]}.</strong>
      </p>
      {channels.length > 0 && (
        <p>
          Kênh thu:{" "}
          {channels
            .map(
              ({ channel, responses }) =>
                `${CHANNEL_NAMES[channel]} ${responses === null ? MASKED : formatCount(responses)}`,
            )
            .join(" · ")}
          .
        </p>
      )}
      <p>
        Không công bố nhóm dưới {minimums.cell} người và chỉ số của đơn vị dưới {minimums.unit} người.
        {version.verification === null && ` Mẫu phiếu: ${uncapitalized(uncheckedWording(questionnaire.source))}.`}
      </p>
    </aside>
  );
}
