import { capitalized } from "~/i18n/names";
import { formatCount, formatDecimal, type Language, roundHalfUp } from "~/i18n/numbers";
import { useNames } from "~/i18n/use-names";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import type { ComparedLine } from "~/indices/compare-groups";
import {
  MASKED,
  markedRateText,
  meanIntervalText,
  meanText,
  personsText,
  rateIntervalText,
  stateOf,
} from "~/indices/figures";
import type { IndexMeasure } from "~/indices/index-estimate";
import type { MeasureRow } from "~/indices/result";
import type { SampleBasis } from "~/surveys/survey";
import { isProbabilityBasis } from "~/surveys/survey";
import { MarkNotes } from "./mark-notes";
import { NumericHeading } from "./numeric-heading";
import { TableRegion } from "./table-region";
import { VerdictText } from "./verdict-text";

const DIGITS: Readonly<Record<IndexMeasure, number>> = { rate: 1, mean: 2 };

/** Two groups line by line, the difference with its interval, and in plain words what may be said of it. */
export function CompareTable({
  names,
  persons,
  lines,
  measure,
  basis,
}: {
  names: readonly [first: string, second: string];
  persons: readonly [first: number, second: number];
  lines: readonly ComparedLine[];
  measure: IndexMeasure;
  basis: SampleBasis;
}) {
  const t = useWords();
  const language = useLanguage();
  const words = useNames();
  const tested = lines.filter(({ difference }) => difference !== null).length;
  const heads = {
    first: capitalized(names[0]),
    second: capitalized(names[1]),
    difference: measure === "rate" ? t("Chênh lệch (điểm %)") : t("Chênh lệch (điểm)"),
    verdict: t("Kết luận về {first}", { first: names[0] }),
    interval: t("{interval} của chênh lệch", { interval: capitalized(words.interval(basis)) }),
    p: t("p (Holm)"),
  };
  return (
    <section aria-labelledby="compare-heading" className="print-landscape">
      <h2 id="compare-heading">{t("{first} so với {second}", { first: capitalized(names[0]), second: names[1] })}</h2>
      <Summary names={names} lines={lines} measure={measure} />
      <p>
        {t("{first}: {n} phiếu. {second}: {m} phiếu.", {
          ...{ first: capitalized(names[0]), n: formatCount(persons[0], language) },
          ...{ second: capitalized(names[1]), m: formatCount(persons[1], language) },
        })}
      </p>
      {!isProbabilityBasis(basis) && (
        <p className="notice">
          <strong>{capitalized(words.modelInterval)}.</strong>
        </p>
      )}
      <TableRegion label={t("Bảng so sánh hai nhóm")}>
        <table className="wide stacked figures">
          <thead>
            <tr>
              <th scope="col">{t("Chỉ số")}</th>
              <NumericHeading>{heads.first}</NumericHeading>
              <NumericHeading>{heads.second}</NumericHeading>
              <NumericHeading>{heads.difference}</NumericHeading>
              <NumericHeading>{heads.interval}</NumericHeading>
              <th scope="col">{heads.verdict}</th>
              <NumericHeading>{heads.p}</NumericHeading>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <CompareLine key={line.level + line.code} line={line} measure={measure} heads={heads} />
            ))}
          </tbody>
        </table>
      </TableRegion>
      <MarkNotes rows={lines.flatMap(({ first, second }) => [first, second])} />
      <p className="table-note">
        {measure === "rate" &&
          `${t("Dưới mỗi tỷ lệ: n là số người, rồi {interval} (%).", { interval: words.interval(basis) })} `}
        {t(
          "Kết luận dựa trên trị p đã chỉnh theo Holm cho cả {n} dòng của bảng: xem nhiều dòng thì dễ gặp một chênh lệch do ngẫu nhiên. “Rõ rệt” khi p dưới 0,05. “Chưa đủ căn cứ” không có nghĩa là bằng nhau.",
          { n: tested },
        )}{" "}
        {measure === "rate"
          ? t("Khoảng của chênh lệch tính theo Newcombe, chưa chỉnh theo số dòng.")
          : t("Khoảng của chênh lệch tính theo Welch, chưa chỉnh theo số dòng.")}
      </p>
    </section>
  );
}

/** The whole table in two sentences, for whoever reads no further. */
function Summary({
  names: [first, second],
  lines,
  measure,
}: {
  names: readonly [first: string, second: string];
  lines: readonly ComparedLine[];
  measure: IndexMeasure;
}) {
  const t = useWords();
  const language = useLanguage();
  const overall = lines.find(({ level }) => level === "overall")?.difference;
  const tested = lines.flatMap(({ difference }) => difference ?? []);
  if (!overall) return null;
  const size = formatDecimal(Math.abs(overall.difference) * (measure === "rate" ? 100 : 1), DIGITS[measure], language);
  const said = {
    first,
    second,
    n: measure === "rate" ? t("{n} điểm phần trăm", { n: size }) : t("{n} điểm", { n: size }),
  };
  return (
    <p>
      <strong>
        {overall.verdict === "undecided"
          ? t("Chỉ số chung: chưa đủ căn cứ để kết luận {first} và {second} có chênh lệch.", { first, second })
          : overall.verdict === "higher"
            ? t("Chỉ số chung của {first} cao hơn {second} {n}.", said)
            : t("Chỉ số chung của {first} thấp hơn {second} {n}.", said)}
      </strong>{" "}
      {t("Có chênh lệch rõ rệt ở {k} trong {n} dòng dưới đây.", {
        k: formatCount(tested.filter(({ verdict }) => verdict !== "undecided").length, language),
        n: formatCount(tested.length, language),
      })}
    </p>
  );
}

type Heads = Readonly<Record<"first" | "second" | "difference" | "verdict" | "interval" | "p", string>>;

function CompareLine({ line, measure, heads }: { line: ComparedLine; measure: IndexMeasure; heads: Heads }) {
  const t = useWords();
  const language = useLanguage();
  const { level, code, title, first, second, difference } = line;
  const masked = first?.suppressed || second?.suppressed;
  return (
    <tr className={level === "item" ? undefined : "row-domain"}>
      <th scope="row">
        {level === "overall" ? (
          t("Chung")
        ) : (
          <>
            <span className="item-code">{code}</span> {title}
          </>
        )}
      </th>
      {masked ? (
        <td className="absent" colSpan={6}>
          {capitalized(t(MASKED))}
        </td>
      ) : (
        <>
          <FigureCell label={heads.first} row={first} measure={measure} />
          <FigureCell label={heads.second} row={second} measure={measure} />
          <td className="numeric" data-label={heads.difference}>
            {difference ? differenceText(difference.difference, measure, language) : t("Chưa có dữ liệu")}
          </td>
          <td className="numeric" data-label={heads.interval}>
            {difference &&
              t("{low} đến {high}", {
                low: differenceText(difference.interval[0], measure, language),
                high: differenceText(difference.interval[1], measure, language),
              })}
          </td>
          <td data-label={heads.verdict}>{difference && <VerdictText verdict={difference.verdict} />}</td>
          <td className="numeric" data-label={heads.p}>
            {difference && pText(difference.adjusted, language)}
          </td>
        </>
      )}
    </tr>
  );
}

/** A figure with the persons it rests on and its own interval. */
function FigureCell({ label, row, measure }: { label: string; row: MeasureRow | undefined; measure: IndexMeasure }) {
  const t = useWords();
  const language = useLanguage();
  return (
    <td className="numeric" data-label={label}>
      {measure === "rate" ? markedRateText(row, language) : meanText(row, language)}
      {stateOf(row) === "published" && (
        <>
          <span className="sub">{t("n = {n}", { n: personsText(row, language) })}</span>
          <span className="sub">{(measure === "rate" ? rateIntervalText : meanIntervalText)(row, language)}</span>
        </>
      )}
    </td>
  );
}

/** A difference with its sign: points of per cent, or of the scale. */
function differenceText(value: number, measure: IndexMeasure, language: Language): string {
  const shown = measure === "rate" ? value * 100 : value;
  const digits = DIGITS[measure];
  const sign = Number(roundHalfUp(shown, digits)) > 0 ? "+" : "";
  return sign + formatDecimal(shown, digits, language);
}

function pText(p: number, language: Language): string {
  return p < 0.001 ? `< ${formatDecimal(0.001, 3, language)}` : formatDecimal(p, 3, language);
}
