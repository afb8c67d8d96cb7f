import { formatDay } from "~/i18n/dates";
import { BASIS_NAMES, capitalized, PARTIAL_SCOPE_SENTENCE } from "~/i18n/names";
import { formatCount } from "~/i18n/numbers";
import { useMessages, useWords } from "~/i18n/use-words";
import { MASKED } from "~/indices/figures";
import type { SampleBasis } from "~/surveys/survey";
import { Facts } from "./facts";

/** What a survey is, in short: form, body, window, basis of the sample and how many answers came. */
export function SurveyFacts({
  survey,
  standings,
  published,
}: {
  survey: {
    questionnaireTitle: string;
    questionnaireVersion: number;
    ownerName: string;
    opensOn: string;
    closesOn: string;
    basis: SampleBasis;
    units: number;
    unitsInScope: number;
    owned: boolean;
  };
  /** Numbers of this minute, for whoever runs the fieldwork. */
  standings: { counted: number; late: number; held: number } | null;
  /** Responses in the results, for everybody else; null: masked. */
  published: number | null;
}) {
  const t = useWords();
  const message = useMessages();
  const unitsText = useUnitsText();
  const facts: [string, string][] = [
    [
      t("Mẫu phiếu"),
      t("{title}, phiên bản {version}", { title: survey.questionnaireTitle, version: survey.questionnaireVersion }),
    ],
    [t("Cơ quan thực hiện"), survey.ownerName],
    [t("Thời gian thu phiếu"), `${formatDay(survey.opensOn)} – ${formatDay(survey.closesOn)}`],
    [t("Cách chọn người trả lời"), message(capitalized(BASIS_NAMES[survey.basis]))],
    [t("Số đơn vị"), unitsText(survey)],
  ];
  if (standings) {
    const { counted, late, held } = standings;
    facts.push([t("Phiếu đã nhận"), formatCount(counted + late + held)]);
    if (held > 0) facts.push([t("Chờ xem xét hoặc không tính"), formatCount(held)]);
    if (late > 0) facts.push([t("Đến muộn, không vào kết quả"), formatCount(late)]);
  } else {
    const name = survey.owned ? t("Phiếu trong kết quả") : t("Phiếu trong kết quả ở các đơn vị được xem");
    facts.push([name, published === null ? t(MASKED) : formatCount(published)]);
  }
  return (
    <>
      <Facts facts={facts} />
      {!survey.owned && <p className="notice">{message(PARTIAL_SCOPE_SENTENCE)}</p>}
    </>
  );
}

/** How many units a survey has, and how many of them the viewer sees where that is not all. */
export function useUnitsText(): (survey: { units: number; unitsInScope: number; owned: boolean }) => string {
  const t = useWords();
  return (survey) =>
    survey.owned
      ? formatCount(survey.units)
      : t("Được xem {seen} trong {all} đơn vị của đợt", {
          seen: formatCount(survey.unitsInScope),
          all: formatCount(survey.units),
        });
}
