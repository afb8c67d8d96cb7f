import { formatDay } from "~/i18n/dates";
import { BASIS_NAMES, capitalized } from "~/i18n/names";
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
  };
  total: number;
}) {
  const facts: [string, string][] = [
    ["Mẫu phiếu", survey.questionnaireTitle],
    ["Cơ quan thực hiện", survey.ownerName],
    ["Thời gian thu phiếu", `${formatDay(survey.opensOn)} – ${formatDay(survey.closesOn)}`],
    ["Cơ sở chọn mẫu", capitalized(BASIS_NAMES[survey.basis])],
    ["Số đơn vị", formatCount(survey.units)],
    ["Phiếu đã nhận", formatCount(total)],
  ];
  return <Facts facts={facts} />;
}
