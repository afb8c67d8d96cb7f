import { formatDay } from "~/i18n/dates";
import { BASIS_NAMES, capitalized, PARTIAL_SCOPE_SENTENCE } from "~/i18n/names";
import { formatCount } from "~/i18n/numbers";
import { useMessages, useWords } from "~/i18n/use-words";
import type { SampleBasis } from "~/surveys/survey";
import { Facts } from "./facts";

/** What a survey is, in short: form, body, window, basis of the sample and how many answers came. */
export function SurveyFacts({
  survey,
  standings: { counted, late, held },
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
  standings: { counted: number; late: number; held: number };
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
    [survey.owned ? t("Phiếu đã nhận") : t("Phiếu đã nhận ở các đơn vị được xem"), formatCount(counted + late + held)],
  ];
  if (survey.owned && held > 0) facts.push([t("Chờ xem xét hoặc không tính"), formatCount(held)]);
  if (survey.owned && late > 0) facts.push([t("Đến muộn, không vào kết quả"), formatCount(late)]);
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
