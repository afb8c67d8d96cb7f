import { formatDay } from "~/i18n/dates";
import { BASIS_NAMES, capitalized, PARTIAL_SCOPE_SENTENCE } from "~/i18n/names";
import { formatCount } from "~/i18n/numbers";
import type { SampleBasis } from "~/surveys/survey";
import { Facts } from "./facts";

/** What a survey is, in short: form, body, window, basis of the sample and how many answers came. */
export function SurveyFacts({
  survey,
  total,
}: {
  survey: {
    questionnaireTitle: string;
    ownerName: string;
    opensOn: string;
    closesOn: string;
    basis: SampleBasis;
    units: number;
    unitsInScope: number;
    owned: boolean;
  };
  total: number;
}) {
  const facts: [string, string][] = [
    ["Mẫu phiếu", survey.questionnaireTitle],
    ["Cơ quan thực hiện", survey.ownerName],
    ["Thời gian thu phiếu", `${formatDay(survey.opensOn)} – ${formatDay(survey.closesOn)}`],
    ["Cách chọn người trả lời", capitalized(BASIS_NAMES[survey.basis])],
    ["Số đơn vị", unitsText(survey)],
    [survey.owned ? "Phiếu đã nhận" : "Phiếu đã nhận trong phạm vi", formatCount(total)],
  ];
  return (
    <>
      <Facts facts={facts} />
      {!survey.owned && <p className="notice">{PARTIAL_SCOPE_SENTENCE}</p>}
    </>
  );
}

/** How many units a survey has, and how many of them the viewer sees where that is not all. */
export function unitsText(survey: { units: number; unitsInScope: number; owned: boolean }): string {
  if (survey.owned) return formatCount(survey.units);
  return `${formatCount(survey.unitsInScope)} trong phạm vi của tài khoản; cả đợt ${formatCount(survey.units)}`;
}
