import { collectionState, type Lifecycle } from "~/surveys/survey";
import { chooseSurvey } from "./choose-survey";

/** What is said of a code that leads to the survey at hand and to nothing else. */
export const OPENS_OWN_FORM = "Phiếu của đợt này";

/**
 * What somebody meets who scans a point's code on a day, in a few words for the officers of one of its surveys.
 * @param surveys all surveys at the point. @param ownId the survey at hand. @param today ISO day in TIME_ZONE.
 */
export function whatCodeOpens(
  surveys: readonly (Lifecycle & { id: number; title: string })[],
  ownId: number,
  today: string,
): string {
  const candidates = surveys.map((survey) => ({ ...survey, state: collectionState(survey, today) }));
  const choice = chooseSurvey(candidates, { wantedId: null, today });
  const name = (survey: { id: number; title: string }) => (survey.id === ownId ? "đợt này" : `“${survey.title}”`);
  switch (choice.kind) {
    case "open":
      if (choice.survey.id === ownId) return OPENS_OWN_FORM;
      return `Phiếu của ${name(choice.survey)}`;
    case "choose":
      return `Trang chọn giữa ${choice.surveys.map(name).join(" và ")}`;
    case "not-yet-open":
      return `Trang báo ${name(choice.survey)} chưa mở`;
    case "paused":
      return `Trang báo ${name(choice.survey)} tạm dừng`;
    case "closed":
      return `Trang báo ${name(choice.survey)} đã kết thúc`;
    case "none":
      return "Trang báo chưa có đợt khảo sát";
  }
}
