import { formatDayInWords } from "~/i18n/dates";
import { capitalized, placeNameOf, provinceInSentence, uncapitalized } from "~/i18n/names";
import type { SurveyResults } from "~/indices/survey-results";
import { nameInLines } from "./name-in-lines";
import type { ReformTask } from "./reform-plan";
import type { Closing, Letterhead } from "./report-document";

/** Who issues the report. */
export interface ReportIssuer {
  name: string;
  /** Abbreviation in the document's symbol, such as `SYT`; a unit code without letters stands for a people's committee. */
  code: string;
  /** Body above the issuer, printed over its name; null where there is none. */
  superior: string | null;
}

/** Abbreviations whose unit code cannot carry a Vietnamese letter. */
const SYMBOLS: Readonly<Record<string, string>> = { SGDDT: "SGDĐT", SDTTG: "SDTTG" };

/** The survey's owner as issuer: centres stand under the office of the people's committee, the rest under the committee. */
export function issuerOf({
  survey,
  province,
}: {
  survey: { owner: { name: string; code: string } };
  province: string;
}): ReportIssuer {
  const { name, code } = survey.owner;
  const committee = `UBND ${provinceInSentence(province)}`;
  if (isCommittee(code)) return { name: committeeName(name), code, superior: null };
  return { name, code, superior: code === "TTPVHCC" ? "Văn phòng UBND tỉnh" : committee };
}

function isCommittee(code: string): boolean {
  return !/\p{L}/u.test(code);
}

function committeeName(name: string): string {
  return /^(ủy ban|ubnd)/iu.test(name) ? name : `Ủy ban nhân dân ${uncapitalized(name)}`;
}

/** "SGDĐT" of the unit code "SGDDT"; "UBND" of a commune. */
export function symbolOf(issuer: ReportIssuer): string {
  return isCommittee(issuer.code) ? "UBND" : (SYMBOLS[issuer.code] ?? issuer.code.toLocaleUpperCase("vi"));
}

/** Abbreviations of kinds of documents in their symbols: báo cáo, kế hoạch. */
export type DocumentSymbol = "BC" | "KH";

export function letterheadOf(
  { province }: { province: string },
  issuer: ReportIssuer,
  today: string,
  symbol: DocumentSymbol = "BC",
): Letterhead {
  return {
    superior: issuer.superior === null ? null : nameInLines(issuer.superior.toLocaleUpperCase("vi")),
    issuer: nameInLines(issuer.name.toLocaleUpperCase("vi")),
    number: `Số:          /${symbol}-${symbolOf(issuer)}`,
    placeAndDay: `${placeNameOf(province)}, ${formatDayInWords(today)}`,
  };
}

/** Characters of a line over an annex, which lies across: a longer reference breaks before the issuer, not in its name. */
const ANNEX_LINE = 95;

/** "(Kèm theo Báo cáo số …/BC-SYT ngày … tháng 12 năm 2026 của Sở Y tế)": the number and day come with the signature. */
export function annexReference(issuer: ReportIssuer, today: string, symbol: DocumentSymbol = "BC"): string {
  const [year, month] = today.split("-");
  const kind = symbol === "BC" ? "Báo cáo" : "Kế hoạch";
  const reference = `(Kèm theo ${kind} số ……/${symbol}-${symbolOf(issuer)} ngày …… tháng ${month} năm ${year}`;
  const of = `của ${issuer.name})`;
  return reference.length + of.length < ANNEX_LINE ? `${reference} ${of}` : `${reference}\n${of}`;
}

/** The reference with the number and the day that its officers wrote at the head; what they left empty stays open. */
export function writtenReference(reference: string, { number, day }: { number: string; day: string }): string {
  const numbered = number === "" ? reference : reference.replace(/số ……\/\S+/u, () => `số ${number}`);
  return day === "" ? numbered : numbered.replace(/ngày …… tháng \d+ năm \d+/u, formatDayInWords(day));
}

/** How titles of surveys begin that read on after "Kết quả". */
const NAMES_ITSELF = /^(?:khảo sát|lấy ý kiến|đánh giá|đo lường|thăm dò|điều tra|đợt)\s/iu;

/** What the report on a survey is about: its own title, since a task of the plan may have several surveys in a year. */
export function surveySubject({ survey }: Pick<SurveyResults, "survey">): string {
  return NAMES_ITSELF.test(survey.title)
    ? `Kết quả ${uncapitalized(survey.title)}`
    : `Kết quả khảo sát: ${survey.title}`;
}

/** What the report on a task is about: the plan's task as a noun phrase. */
export function taskSubject(task: ReformTask, planYear: number): string {
  const matter = task.content.replace(/^Thực hiện\s+/u, "").replace(/\.$/u, "");
  return `Kết quả ${uncapitalized(matter)} năm ${planYear}`;
}

export function closingOf(issuer: ReportIssuer, task: ReformTask | null): Closing {
  const above = issuer.superior === null ? [] : [`${shortName(issuer.superior)} (để b/c)`];
  const others = (task?.coordinating ?? []).map(({ name }) => shortName(name));
  const recipients = [...above, "Sở Nội vụ (để t/h)", ...others.filter((name) => name !== "Sở Nội vụ")];
  const unique = recipients.filter(
    (name, index) =>
      recipients.findIndex((other) => bare(other) === bare(name)) === index && bare(name) !== bare(issuer.name),
  );
  return { recipients: [...unique.map((name) => `- ${name};`), "- Lưu: VT, ……"], signatory: signatoryOf(issuer) };
}

function shortName(name: string): string {
  return name.replace(/^Ủy ban nhân dân/u, "UBND").replace(/^UBND tỉnh .+$/u, "UBND tỉnh");
}

function bare(recipient: string): string {
  return recipient.replace(/\s*\(.+\)$/u, "").toLocaleLowerCase("vi");
}

function signatoryOf(issuer: ReportIssuer): string[] {
  if (isCommittee(issuer.code)) return ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"];
  if (/^Văn phòng/u.test(issuer.name)) return ["CHÁNH VĂN PHÒNG"];
  return ["GIÁM ĐỐC"];
}

/** The bodies of a plan's cell in one sentence: "Sở Y tế; các đơn vị sự nghiệp y tế". */
export function bodiesText(bodies: readonly { name: string }[]): string {
  return bodies.map(({ name }, index) => (index === 0 ? capitalized(name) : uncapitalizedGroup(name))).join("; ");
}

/** "Các cơ quan liên quan" is a group and loses its capital inside a list; "Sở Nội vụ" is a name and keeps it. */
function uncapitalizedGroup(name: string): string {
  return /^Các\s/u.test(name) ? uncapitalized(name) : name;
}
