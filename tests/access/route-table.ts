import type { Action } from "~/access/roles";

/**
 * Every route of the officers' side and everything that can be done through it: who may, and whose data it is about.
 * tests/access/route-matrix.test.ts tries each line as each role, against data of its own and of others.
 *
 * A new route is one line for its page and one for each thing that can be done on it:
 *
 *     page("/surveys/:surveyId/held", "design-surveys", "survey owned"),
 *     deed("/surveys/:surveyId/held", "design-surveys", "survey owned", { pointId: ":pointId", decision: "counted" }),
 *
 * - `:name` in an address or in a field is looked up in the world of the trial (tests/access/route-world.ts): add what
 *   your route is about there, for all three worlds.
 * - The fields must be such that the deed succeeds for whoever may do it: a form that is refused for another reason
 *   would prove nothing. Where success cannot be had in a test, say so with `answers`.
 * - `who` is the action that a role needs (app/access/roles.ts), or "signed in".
 */
export type Scope =
  /** Everybody in the world may open it, signed in or not. */
  | "public"
  /** Nobody's in particular, or what lists only what its viewer may see. */
  | "none"
  /** The same for every officer, such as an official questionnaire. */
  | "shared"
  /** Opens for whoever runs the survey or has a unit in it; shows the latter their own part. */
  | "survey visible"
  /** Only for whoever runs the survey. */
  | "survey owned"
  | "unit"
  | "point"
  | "account"
  /** A questionnaire that a body writes. */
  | "draft";

export type Fields = Readonly<Record<string, string | readonly string[]>>;

export interface RouteLine {
  method: "GET" | "POST";
  path: string;
  who: Action | "signed in" | "public";
  scope: Scope;
  fields: Fields;
  /** The status on own data where it is not a success. */
  answers?: number;
  /** The status for what is outside the scope where it is neither 403 nor 404: 422 for what a form field chose. */
  outside?: number;
  /** It names places of the tree above units on offer, which is public. */
  places?: boolean;
}

type Options = Pick<RouteLine, "answers" | "outside" | "places">;

function page(path: string, who: RouteLine["who"], scope: Scope, options: Options = {}): RouteLine {
  return { method: "GET", path, who, scope, fields: {}, ...options };
}

function deed(path: string, who: RouteLine["who"], scope: Scope, fields: Fields, options: Options = {}): RouteLine {
  return { method: "POST", path, who, scope, fields, ...options };
}

const REVIEW = { pointId: ":pointId", day: "2026-06-01", flag: "trap", decision: "counted", confirmed: "yes" };
const SURVEY = { opensOn: "2026-06-01", closesOn: "2026-12-31", basis: "voluntary", ownerUnitId: ":ownerId" };
const ACCOUNT = { username: "nguoi.moi", displayName: "Người mới", role: "viewer", sector: "" };

const BATCH = {
  ...{ pointId: ":pointId", label: "Lô mới", fieldworkOn: "2026-05-05" },
  ...{ issued: "5", returned: "4", doublePercent: "10" },
};
const KEYED = { "paper.number": "1", "paper.pass": "1", A1: "4" };

export const ROUTE_TABLE: readonly RouteLine[] = [
  // Citizens and tablets
  page("/", "public", "public"),
  page("/k/:code", "public", "public"),
  deed("/k/:code", "public", "public", {}, { answers: 422 }),
  page("/k/:code/thanks?survey=:surveyId", "public", "public"),
  page("/k/:code/saved", "public", "public"),
  page("/k/:code/kiosk", "public", "public", { answers: 403 }),
  deed("/k/:code/kiosk", "public", "public", {}, { answers: 403 }),
  page("/k/:code/kiosk/heartbeat", "public", "public", { answers: 405 }),
  deed("/k/:code/kiosk/heartbeat", "public", "public", {}, { answers: 415 }),
  page("/i/:code", "public", "public", { answers: 404 }),
  deed("/i/:code", "public", "public", {}, { answers: 404 }),
  page("/i/:code/thanks", "public", "public", { answers: 404 }),
  page("/i/:code/saved", "public", "public", { answers: 404 }),
  page("/kiosk", "public", "public"),
  deed("/kiosk", "public", "public", { code: "" }, { answers: 422 }),

  // Published results
  page("/results", "public", "public"),
  page("/results/:publishedId", "public", "public"),
  page("/results/:publishedId/method", "public", "public"),
  page("/results/:publishedId/data.xlsx", "public", "public"),
  page("/results/:publishedId/data.csv", "public", "public"),
  page("/results/:publishedId/codebook.csv", "public", "public"),
  page("/results/:publishedId/data.json", "public", "public"),
  page("/results/:publishedId/share.png", "public", "public"),
  page("/results/:publishedId/:unitKey", "public", "public"),
  page("/results/:publishedId/:unitKey/share.png", "public", "public"),

  // Signing in, one's own account
  page("/sign-in", "public", "public"),
  deed("/sign-in", "public", "public", { username: "", password: "" }, { answers: 302 }),
  page("/sign-out", "public", "public"),
  deed("/sign-out", "public", "public", {}),
  page("/account", "signed in", "none"),
  deed("/account", "signed in", "none", {
    present: ":password",
    next: "mot-cau-khac-han-that-dai",
    again: "mot-cau-khac-han-that-dai",
  }),

  page("/language", "public", "public"),
  deed("/language", "signed in", "none", { language: "en" }),

  // Accounts
  page("/accounts", "manage-accounts", "none"),
  page("/accounts/new", "manage-accounts", "none"),
  deed("/accounts/new", "manage-accounts", "unit", { ...ACCOUNT, unit: ":unitName" }, { outside: 422 }),
  page("/accounts/:accountId", "manage-accounts", "account"),
  deed("/accounts/:accountId", "manage-accounts", "account", {
    ...{ change: "edit", displayName: "Tên khác", role: "analyst", sector: "" },
    unit: ":unitName",
  }),
  deed("/accounts/:accountId", "manage-accounts", "account", { change: "link" }),
  deed("/accounts/:invitedAccountId", "manage-accounts", "account", { change: "withdraw" }),
  deed("/accounts/:accountId", "manage-accounts", "account", { change: "deactivate", confirmed: "yes" }),
  deed("/accounts/:lockedAccountId", "manage-accounts", "account", { change: "activate" }),
  page("/activities", "manage-accounts", "none"),
  page("/keys", "manage-accounts", "none"),
  deed(
    "/keys",
    "manage-accounts",
    "unit",
    { change: "create", name: "Khóa mới", unit: ":unitName", scopes: "read", surveyId: "", expiresOn: "2027-01-01" },
    { outside: 422 },
  ),
  deed(
    "/keys",
    "manage-accounts",
    "survey owned",
    {
      change: "create",
      name: "Ki-ốt",
      unit: ":unitName",
      scopes: "submit",
      surveyId: ":surveyId",
      expiresOn: "2027-01-01",
    },
    { outside: 422 },
  ),
  deed("/keys", "manage-accounts", "unit", { change: "revoke", id: ":keyId", confirmed: "yes" }),
  page("/welcome/khong-co-lien-ket-nay", "public", "public", { answers: 404 }),
  deed("/welcome/khong-co-lien-ket-nay", "public", "public", { next: "" }, { answers: 303 }),

  // Surveys
  page("/surveys", "signed in", "none"),
  page("/surveys/new", "design-surveys", "none"),
  page("/surveys/new?version=:versionId", "design-surveys", "none", { places: true }),
  deed(
    "/surveys/new",
    "design-surveys",
    "unit",
    { ...SURVEY, title: "Đợt khảo sát mới", versionId: ":versionId", unitIds: ":unitId" },
    { outside: 422 },
  ),
  page("/surveys/:surveyId", "see-results", "survey visible"),
  deed("/surveys/:surveyId", "design-surveys", "survey owned", { change: "close", confirmed: "yes" }),
  deed("/surveys/:draftId", "design-surveys", "survey owned", { change: "open", confirmed: "yes" }),
  deed("/surveys/:draftId", "design-surveys", "survey owned", { change: "delete", confirmed: "yes" }),
  deed("/surveys/:closedId", "design-surveys", "survey owned", { change: "reopen" }),
  deed("/surveys/:finalisedId", "design-surveys", "survey owned", {
    ...{ change: "correct", reason: "Đính chính thử", confirmed: "yes" },
  }),
  page("/surveys/:surveyId/snapshots", "design-surveys", "survey owned"),
  deed("/surveys/:surveyId/snapshots", "design-surveys", "survey owned", {}),
  page("/surveys/:finalisedId/publication", "publish-results", "survey owned"),
  deed("/surveys/:finalisedId/publication", "publish-results", "survey owned", {
    ...{ change: "publish", id: ":snapshotId", note: "Kết quả chính thức", confirmed: "yes" },
  }),
  deed("/surveys/:publishedId/publication", "publish-results", "survey owned", {
    ...{ change: "withdraw", id: ":publicationId", note: "Có sai sót", confirmed: "yes" },
  }),
  page("/surveys/:surveyId/improvements", "write-improvements", "survey visible"),
  deed(
    "/surveys/:surveyId/improvements",
    "write-improvements",
    "unit",
    {
      ...{ change: "save", id: "", unit: ":unitId", said: "Chờ lâu", answer: "Xin tiếp thu", done: "" },
    },
    { outside: 422 },
  ),
  deed("/surveys/:surveyId/improvements", "write-improvements", "unit", {
    ...{ change: "save", id: ":improvementId", said: "Chờ lâu", answer: "Xin tiếp thu", done: "Thêm một quầy" },
  }),
  deed("/surveys/:surveyId/improvements", "write-improvements", "unit", {
    ...{ change: "publish", id: ":improvementId", confirmed: "yes" },
  }),
  deed("/surveys/:surveyId/improvements", "write-improvements", "unit", {
    ...{ change: "delete", id: ":improvementId", confirmed: "yes" },
  }),
  page("/surveys/:surveyId/unit-reports", "design-surveys", "survey owned"),
  deed("/surveys/:surveyId/unit-reports", "design-surveys", "survey owned", {}, { answers: 422 }),
  page("/surveys/:surveyId/unit-reports/:jobId", "design-surveys", "survey owned", { answers: 404 }),
  deed("/surveys/:surveyId/unit-reports/:jobId", "design-surveys", "survey owned", {}),
  page("/surveys/:surveyId/unit-reports/:jobId/file", "design-surveys", "survey owned", { answers: 404 }),
  page("/surveys/:draftId/edit", "design-surveys", "survey owned", { places: true }),
  deed("/surveys/:draftId/edit", "design-surveys", "survey owned", {
    ...SURVEY,
    title: "Tên khác của bản nháp",
    unitIds: ":unitId",
  }),

  // Sizes of samples, draws, the plan
  page("/surveys/:surveyId/units", "design-surveys", "survey owned"),
  deed("/surveys/:surveyId/units", "design-surveys", "survey owned", {
    ...{ intent: "reckon", formula: "fixed", fixed: "384", margin: "5", proportion: "50" },
    ...{ designEffect: "1", responseRate: "100" },
  }),
  page("/surveys/:surveyId/units/sizes.csv", "design-surveys", "survey owned"),
  page("/surveys/:surveyId/draws", "design-surveys", "survey owned"),
  deed("/surveys/:surveyId/draws", "design-surveys", "survey owned", {}, { answers: 422 }),
  page("/surveys/:surveyId/draws/rows", "design-surveys", "survey owned"),
  deed("/surveys/:surveyId/draws/rows", "design-surveys", "survey owned", {}, { answers: 422 }),
  page("/surveys/:surveyId/draws/999999", "design-surveys", "survey owned", { answers: 404 }),
  deed("/surveys/:surveyId/draws/999999", "design-surveys", "survey owned", {}, { answers: 404 }),
  page("/surveys/:surveyId/plan", "design-surveys", "survey owned"),
  deed("/surveys/:surveyId/plan", "design-surveys", "survey owned", { seen: "", grounds: "Căn cứ kế hoạch năm" }),
  page("/surveys/:surveyId/files/plan.docx", "design-surveys", "survey owned"),
  page("/surveys/:surveyId/copy", "design-surveys", "survey owned", { places: true }),
  deed("/surveys/:surveyId/copy", "design-surveys", "survey owned", {
    ...SURVEY,
    ...{ title: "Đợt chép", versionId: ":versionId", unitIds: ":unitId" },
  }),

  // Results and what people wrote
  page("/surveys/:surveyId/results", "see-results", "survey visible"),
  page("/surveys/:surveyId/results/:unitKey", "see-results", "unit"),
  page("/surveys/:surveyId/analysis", "see-results", "survey visible"),
  page("/surveys/:surveyId/analysis/items", "see-results", "survey visible"),
  page("/surveys/:surveyId/analysis/compare", "see-results", "survey visible"),
  page("/surveys/:surveyId/analysis/ranking", "see-results", "survey visible"),
  page("/surveys/:surveyId/trend", "see-results", "survey visible"),
  page("/surveys/:surveyId/analysis/drivers", "see-results", "survey visible"),
  page("/surveys/:surveyId/analysis/sides", "see-results", "survey visible"),
  page("/surveys/:surveyId/analysis/profile", "see-results", "survey visible"),
  page("/surveys/:surveyId/comments", "see-results", "survey visible"),
  page("/surveys/:surveyId/comments?unit=:unitKey", "see-results", "unit"),
  page("/surveys/:surveyId/held", "design-surveys", "survey owned"),
  deed("/surveys/:surveyId/held", "design-surveys", "survey owned", { ...REVIEW, reason: "Đã hỏi lại điểm này" }),
  page("/surveys/:surveyId/quality", "monitor-fieldwork", "survey owned"),
  deed("/surveys/:surveyId/quality", "design-surveys", "survey owned", {
    ...{ change: "settings", formsAtLeast: "30", speedTimes: "3", straightItems: "12", identicalMinutes: "60" },
    ...{ burstMinutes: "30", burstForms: "10", burstTimes: "4", closedGraceMinutes: "60", closedForms: "3" },
    ...{ groupForms: "20", groupPoints: "10" },
  }),
  // The forms of the worlds are quiet: there is none to exclude.
  deed(
    "/surveys/:surveyId/quality",
    "design-surveys",
    "survey owned",
    { ...REVIEW, place: "point-:pointId", change: "exclude", seen: "1", reason: "Đã hỏi lại điểm này" },
    { answers: 409 },
  ),
  page("/surveys/:surveyId/files/results.xlsx", "take-files", "survey visible"),
  page("/surveys/:surveyId/files", "take-files", "survey visible"),
  page("/surveys/:surveyId/files/records", "take-records", "survey owned"),
  page("/surveys/:surveyId/files/records/take", "take-records", "survey owned"),
  deed(
    "/surveys/:surveyId/files/records",
    "take-records",
    "survey owned",
    { file: "records.csv", purpose: "Phân tích của cơ quan", agreed: "yes" },
    { answers: 307 },
  ),
  // The surveys of the worlds are open: their records wait until results are fixed.
  deed(
    "/surveys/:surveyId/files/records/take",
    "take-records",
    "survey owned",
    { file: "records.csv", purpose: "Phân tích của cơ quan", agreed: "yes" },
    { answers: 409 },
  ),
  page("/surveys/:surveyId/files/comments/comments.csv", "take-records", "survey owned"),

  // Fieldwork
  page("/surveys/:surveyId/monitor", "monitor-fieldwork", "survey visible"),
  page("/surveys/:surveyId/monitor/units.csv", "monitor-fieldwork", "survey visible"),
  page("/surveys/:surveyId/monitor/fieldwork.xlsx", "monitor-fieldwork", "survey visible"),
  deed("/surveys/:surveyId/monitor", "manage-points", "unit", {
    ...{ change: "contact", unit: ":unitKey", name: "Chị Hoa", phone: "0237 3852 366" },
  }),
  deed("/surveys/:surveyId/monitor", "manage-points", "unit", {
    ...{ change: "forms", unit: ":unitKey", channel: "paper", issued: "100", returned: "80" },
  }),

  page("/alerts", "monitor-fieldwork", "none"),
  deed("/alerts", "monitor-fieldwork", "unit", { alert: ":alertId" }),

  // Files of responses
  page("/surveys/:surveyId/imports", "import-responses", "survey owned"),
  deed("/surveys/:surveyId/imports", "import-responses", "survey owned", {}, { answers: 400 }),
  page("/surveys/:surveyId/imports/template.csv", "import-responses", "survey owned"),
  page("/surveys/:surveyId/imports/template.xlsx", "import-responses", "survey owned"),
  page("/surveys/:surveyId/imports/:importId", "import-responses", "survey owned"),
  page("/surveys/:surveyId/imports/:importId/bad-rows.csv", "import-responses", "survey owned", { answers: 404 }),
  deed("/surveys/:surveyId/imports/:importId", "import-responses", "survey owned", {
    change: "cancel",
    confirmed: "yes",
  }),

  // Points, posters, tablets
  page("/surveys/:surveyId/points", "see-results", "survey visible"),
  page("/surveys/:surveyId/invitations", "invite", "survey visible"),
  deed("/surveys/:surveyId/invitations", "invite", "point", {
    change: "make",
    point: ":pointId",
    label: "Giấy mời",
    size: "10",
  }),
  page("/surveys/:surveyId/invitations/1/codes.csv", "invite", "point", { answers: 404 }),
  page("/surveys/:surveyId/points/new", "manage-points", "survey visible"),
  deed("/surveys/:surveyId/points/new", "manage-points", "survey visible", { units: "all", labels: "Quầy mới" }),
  page("/surveys/:surveyId/points/import", "manage-points", "survey visible"),
  deed("/surveys/:surveyId/points/import", "manage-points", "survey visible", { text: "unit_id,label\nx,Quầy mới" }),
  page("/surveys/:surveyId/points/file", "manage-points", "survey visible"),
  deed("/surveys/:surveyId/points", "manage-points", "point", {
    change: "hours",
    point: ":pointId",
    openHours: "T2-T6 07:30-11:30",
  }),
  deed("/surveys/:surveyId/points", "manage-points", "point", { change: "in", point: ":pointId" }),
  deed("/surveys/:surveyId/points/:pointId", "manage-points", "point", { change: "describe", label: "Quầy mới" }),
  page("/surveys/:surveyId/points/:pointId", "print-posters", "point"),
  deed("/surveys/:surveyId/points/:pointId", "print-posters", "point", {
    change: "replace",
    code: ":code",
    reason: "lost",
    confirmed: "yes",
  }),
  deed("/surveys/:surveyId/points/:pointId", "print-posters", "point", { change: "revoke", confirmed: "yes" }),
  page("/surveys/:surveyId/points/:pointId/qr.svg", "print-posters", "point"),
  page("/surveys/:surveyId/points/:pointId/poster.pdf", "print-posters", "point"),
  page("/surveys/:surveyId/posters", "print-posters", "survey visible"),
  deed("/surveys/:surveyId/posters", "print-posters", "point", { point: ":pointId", layout: "a4" }, { outside: 422 }),
  page("/surveys/:surveyId/posters/:jobId", "print-posters", "point", { answers: 404 }),
  deed("/surveys/:surveyId/posters/:jobId", "print-posters", "none", {}),
  page("/surveys/:surveyId/posters/:jobId/file", "print-posters", "point", { answers: 404 }),
  page("/kiosks", "run-kiosks", "none"),
  page("/kiosks/guide", "run-kiosks", "none"),
  page("/kiosks/new", "run-kiosks", "none"),
  deed("/kiosks/new", "run-kiosks", "point", { pointId: ":pointId", label: "Quầy số 9" }, { outside: 422 }),
  deed("/kiosks", "run-kiosks", "point", { change: "renew", id: ":kioskId" }),
  deed("/kiosks", "run-kiosks", "point", { change: "revoke", id: ":kioskId", confirmed: "yes" }),

  // Paper forms and interviewers
  page("/questionnaires/:versionId/paper.pdf", "signed in", "shared"),
  page("/surveys/:surveyId/paper/form.pdf", "enter-paper", "survey visible"),
  page("/surveys/:surveyId/paper", "enter-paper", "survey visible"),
  deed("/surveys/:surveyId/paper", "enter-paper", "point", BATCH, { outside: 422 }),
  page("/surveys/:surveyId/paper/:batchId", "enter-paper", "point"),
  deed("/surveys/:surveyId/paper/:batchId", "enter-paper", "point", KEYED),
  deed("/surveys/:surveyId/paper/:batchId", "enter-paper", "point", {
    ...{ "paper.intent": "edit", label: "Tên khác", issued: "6", returned: "4" },
  }),
  deed("/surveys/:surveyId/paper/:batchId", "enter-paper", "point", {
    ...{ "paper.intent": "delete", "paper.confirmed": "yes" },
  }),
  deed("/surveys/:surveyId/paper/:batchId/forms", "enter-paper", "point", KEYED),
  page("/surveys/:surveyId/interviewers", "assign-interviewers", "survey visible"),
  deed("/surveys/:surveyId/interviewers", "assign-interviewers", "point", {
    accountId: ":interviewerId",
    pointId: ":pointId",
  }),
  page("/interview", "interview", "none"),
  deed("/interview", "interview", "none", {}, { answers: 404 }),
  page("/k/:code/interview", "public", "public", { answers: 403 }),
  deed("/k/:code/interview", "public", "public", {}, { answers: 403 }),

  // What all officers share
  page("/questionnaires", "see-results", "shared"),
  page("/questionnaires/new", "design-questionnaires", "none"),
  page("/questionnaires/new?version=:versionId", "design-questionnaires", "none"),
  deed(
    "/questionnaires/new",
    "design-questionnaires",
    "unit",
    { from: "version", versionId: ":versionId", variantName: "Biến thể thử", ownerUnitId: ":ownerId" },
    { outside: 422 },
  ),
  page("/questionnaires/drafts/:formDraftId/publish", "design-questionnaires", "draft"),
  deed("/questionnaires/drafts/:formDraftId/publish", "design-questionnaires", "draft", {
    revision: "1",
    variantName: "Biến thể thử",
  }),
  page("/questionnaires/:versionId", "see-results", "shared"),
  deed("/questionnaires/:versionId", "design-questionnaires", "shared", {
    ...{ change: "verify", document: "QĐ 56/QĐ-BYT", on: "2026-05-30", note: "" },
  }),
  deed("/questionnaires/:versionId", "design-questionnaires", "shared", { change: "withdraw" }, { answers: 422 }),
  page("/questionnaires/:versionId/file", "see-results", "shared"),
  page("/questionnaires/:versionId/preview", "see-results", "shared"),
  deed("/questionnaires/:versionId/preview", "see-results", "shared", {}),
  page("/questionnaires/drafts/:formDraftId", "design-questionnaires", "draft"),
  page("/questionnaires/drafts/:formDraftId/preview", "design-questionnaires", "draft"),
  deed("/questionnaires/drafts/:formDraftId/preview", "design-questionnaires", "draft", {}),
  page("/questionnaires/drafts/:formDraftId/saves?revision=1", "design-questionnaires", "draft"),
  deed("/questionnaires/drafts/:formDraftId/saves", "design-questionnaires", "draft", {
    revision: "1",
    document: '{"sector":"health"}',
  }),
  deed("/questionnaires/drafts/:formDraftId/saves", "design-questionnaires", "draft", {
    intent: "apart",
    document: '{"sector":"health"}',
  }),
  page("/units", "see-results", "none"),
  page("/tasks", "see-results", "none"),
  // The plan is the province's; these roles stand at a department of it.
  page("/tasks/plans/2027", "manage-units", "none", { answers: 403 }),
  deed("/tasks/plans/2027", "manage-units", "none", { change: "check", year: "2027" }, { answers: 403 }),
  page("/tasks/plans/2026/file", "see-results", "none"),
  page("/tasks/2026/4", "design-surveys", "none"),
  deed("/tasks/2026/4", "design-surveys", "none", {
    ...{ change: "save", product: "Kế hoạch thực hiện", number: "1/KH-SYT", issuedOn: "2026-02-02" },
  }),
  page("/reports", "see-results", "none"),
  page("/reports?kind=task", "see-results", "none"),
  deed("/reports", "design-surveys", "survey owned", { kind: "survey", surveyId: ":surveyId" }, { outside: 422 }),
  deed("/reports", "design-surveys", "none", { kind: "task", task: "2026/4", provisional: "yes" }),
  deed("/reports", "design-surveys", "none", { kind: "period", task: "2026/4", period: "6-months" }),
  // No survey of the world has one of the year before.
  deed("/reports", "design-surveys", "none", { kind: "comparison", surveyId: ":surveyId" }, { answers: 422 }),
  deed("/reports", "design-surveys", "survey owned", { surveyId: ":surveyId" }, { outside: 422 }),
  deed("/surveys/:finalisedId/results/:unitKey", "see-results", "unit", { bare: "yes" }, { outside: 422 }),
  page("/reports/:unitReportId", "see-results", "unit"),
  page("/reports/:unitReportId/files/report.docx", "see-results", "unit"),
  deed("/reports/:unitReportId", "design-surveys", "survey owned", { change: "refresh" }),
  deed(
    "/reports",
    "design-surveys",
    "survey owned",
    { surveyId: ":finalisedId", unitKey: ":unitKey" },
    { outside: 422 },
  ),
  page("/reports/:reportId", "see-results", "survey owned"),
  deed("/reports/:reportId", "design-surveys", "survey owned", { change: "refresh" }),
  deed("/reports/:reportId", "design-surveys", "survey owned", { change: "save", seen: "" }, { answers: 409 }),
  deed("/reports/:reportId", "design-surveys", "survey owned", { change: "delete" }, { answers: 422 }),
  page("/reports/:reportId/files/report.docx", "see-results", "survey owned"),
  page("/reports/:reportId/files/report.pdf", "see-results", "survey owned"),
  page("/units/list.csv", "signed in", "none"),
  page("/units/change?form=rename&unit=:unitKey", "manage-units", "unit"),
  deed("/units/change?form=rename&unit=:unitKey", "manage-units", "unit", {
    ...{ name: "Tên mới", code: "MOI1", effectiveOn: "2027-01-01", intent: "record" },
  }),
  page("/units/changes", "manage-units", "none"),
  deed("/units/changes", "manage-units", "none", { change: "0", confirmed: "yes" }, { answers: 409 }),
  page("/units/import", "manage-units", "none"),
  deed("/units/import", "manage-units", "none", { text: "" }, { answers: 422 }),
];
