import { formatCount } from "~/i18n/numbers";
import { useNames } from "~/i18n/use-names";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import { MASKED } from "~/indices/figures";
import type { UnitResultsView } from "~/indices/survey-results";
import { FigureCells, FigureHeadings } from "./figure-columns";
import { MarkNotes } from "./mark-notes";
import { NumericHeading } from "./numeric-heading";
import { PooledNote } from "./pooled-note";
import { TableRegion } from "./table-region";

/** What each channel brought in, with the index of those who answered by it. */
export function ChannelResults({ results: { channels, survey, minimums, sized } }: { results: UnitResultsView }) {
  const t = useWords();
  const names = useNames();
  const language = useLanguage();
  if (channels.length === 0) return null;
  const masked = channels.some(({ responses, overall }) => responses === null || overall?.suppressed === "masked");
  return (
    <section aria-labelledby="channels-heading">
      <h2 id="channels-heading">{t("Theo kênh thu phiếu")}</h2>
      <TableRegion label={t("Bảng kết quả theo kênh thu phiếu")}>
        <table className="stacked figures">
          <thead>
            <tr>
              <th scope="col">{t("Kênh thu")}</th>
              <NumericHeading>{t("Số phiếu")}</NumericHeading>
              <FigureHeadings basis={survey.basis} />
            </tr>
          </thead>
          <tbody>
            {channels.map(({ channel, responses, overall }) => (
              <tr key={channel}>
                <th scope="row">{names.channels[channel]}</th>
                <td className="numeric" data-label={t("Số phiếu")}>
                  {responses === null ? t(MASKED) : formatCount(responses, language)}
                </td>
                <FigureCells row={overall} basis={survey.basis} />
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
      <PooledNote sized={sized} />
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
