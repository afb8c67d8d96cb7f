import { capitalized } from "~/i18n/names";
import { formatCount } from "~/i18n/numbers";
import { useNames } from "~/i18n/use-names";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import { MASKED, markedRateText, meanText, personsText, rateIntervalText } from "~/indices/figures";
import type { UnitResultsView } from "~/indices/survey-results";
import { MarkNotes } from "./mark-notes";
import { TableRegion } from "./table-region";

/** What each channel brought in, with the index of those who answered by it. */
export function ChannelResults({ results: { channels, survey, minimums } }: { results: UnitResultsView }) {
  const t = useWords();
  const names = useNames();
  const language = useLanguage();
  if (channels.length === 0) return null;
  const masked = channels.some(({ responses, overall }) => responses === null || overall?.suppressed === "masked");
  return (
    <section aria-labelledby="channels-heading">
      <h2 id="channels-heading">{t("Theo kênh thu phiếu")}</h2>
      <TableRegion label={t("Bảng kết quả theo kênh thu phiếu")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("Kênh thu")}</th>
              <th scope="col" className="numeric">
                {t("Số phiếu")}
              </th>
              <th scope="col" className="numeric">
                {t("n (người)")}
              </th>
              <th scope="col" className="numeric">
                {t("Tỷ lệ hài lòng")}
              </th>
              <th scope="col" className="numeric">
                {capitalized(names.interval(survey.basis))} (%)
              </th>
              <th scope="col" className="numeric">
                {t("Điểm trung bình")}
              </th>
            </tr>
          </thead>
          <tbody>
            {channels.map(({ channel, responses, overall }) => (
              <tr key={channel}>
                <th scope="row">{names.channels[channel]}</th>
                <td className="numeric">{responses === null ? t(MASKED) : formatCount(responses, language)}</td>
                <td className="numeric">{personsText(overall, language)}</td>
                <td className="numeric">{markedRateText(overall, language)}</td>
                <td className="numeric">{rateIntervalText(overall, language)}</td>
                <td className="numeric">{meanText(overall, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
      {masked && (
        <p className="table-note">
          {t(
            "Số phiếu dưới {cell} và chỉ số dưới {unit} người của một kênh không công bố. Kênh bên cạnh cũng để trống theo: nếu không, lấy tổng trừ đi sẽ ra số của kênh ít người.",
            { ...minimums },
          )}
        </p>
      )}
      <MarkNotes rows={channels.map(({ overall }) => overall)} />
    </section>
  );
}
