import { type Action, isAllowed, type Role } from "~/access/roles";
import type { Phrase } from "~/i18n/words";

/** A page of one survey: its address after the survey's own, what it is called, and who may open it. */
interface SurveyPage {
  path: string;
  label: Phrase;
  action: Action;
  /** Only for whoever runs the survey. */
  ownersOnly?: boolean;
}

/** The pages of a survey in the order in which an officer needs them; every one of them is a tab. */
const SURVEY_PAGES: readonly SurveyPage[] = [
  { path: "", label: "Tổng quan", action: "see-results" },
  { path: "units", label: "Đơn vị và cỡ mẫu", action: "design-surveys", ownersOnly: true },
  { path: "plan", label: "Kế hoạch", action: "design-surveys", ownersOnly: true },
  { path: "points", label: "Điểm khảo sát", action: "see-results" },
  { path: "monitor", label: "Theo dõi thu phiếu", action: "monitor-fieldwork" },
  { path: "invitations", label: "Mã mời", action: "invite" },
  { path: "imports", label: "Nhập tệp", action: "import-responses", ownersOnly: true },
  { path: "interviewers", label: "Điều tra viên", action: "assign-interviewers" },
  { path: "paper", label: "Phiếu giấy", action: "enter-paper" },
  { path: "results", label: "Kết quả", action: "see-results" },
  { path: "quality", label: "Chất lượng phiếu", action: "monitor-fieldwork", ownersOnly: true },
  { path: "analysis", label: "Phân tích", action: "see-results" },
  { path: "trend", label: "So với các đợt trước", action: "see-results" },
  { path: "snapshots", label: "Bản chốt số liệu", action: "design-surveys", ownersOnly: true },
  { path: "files", label: "Tải số liệu", action: "take-files" },
  { path: "publication", label: "Công bố kết quả", action: "publish-results", ownersOnly: true },
  { path: "comments", label: "Ý kiến viết", action: "see-results" },
  { path: "improvements", label: "Tiếp thu, giải trình", action: "write-improvements" },
];

/** Tabs of a survey for a role. */
export function surveyTabs(surveyId: number, role: Role, owned: boolean): { to: string; label: Phrase }[] {
  return SURVEY_PAGES.filter((page) => isAllowed(role, page.action) && (owned || !page.ownersOnly)).map(
    ({ path, label }) => ({ to: path === "" ? `/surveys/${surveyId}` : `/surveys/${surveyId}/${path}`, label }),
  );
}
