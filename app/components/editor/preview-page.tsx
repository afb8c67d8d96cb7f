import type { Language } from "~/i18n/numbers";
import { useWords } from "~/i18n/use-words";
import type { LeftOut } from "~/questionnaires/preview-document";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import type { FormPage } from "~/responses/answer-page";
import { FormPageView } from "../public-form/form-page";
import { PublicShell } from "../public-shell";

interface PreviewPageProps {
  language: Language;
  questionnaire: Questionnaire | null;
  leftOut: readonly LeftOut[];
  ownerName: string;
  province: string;
  contact: string | null;
  /** ISO instant. */
  today: string;
  /** The form of the preview was sent. */
  tried: boolean;
}

/** The public page of a questionnaire that nobody answers: marked as a preview, and what is sent is thrown away. */
export function PreviewPage({ language, province, contact, tried, questionnaire, leftOut, ...rest }: PreviewPageProps) {
  return (
    <PublicShell language={language} province={province} addressIn={(other) => (other === "en" ? "?lang=en" : "?")}>
      <PreviewNote tried={tried} leftOut={leftOut} empty={questionnaire === null} />
      {questionnaire && !tried && (
        <FormPageView page={pageOf({ questionnaire, ...rest })} province={province} contact={contact} />
      )}
    </PublicShell>
  );
}

function PreviewNote({ tried, leftOut, empty }: { tried: boolean; leftOut: readonly LeftOut[]; empty: boolean }) {
  const t = useWords();
  const items = leftOut.filter(({ part }) => part === "item").map(({ item }) => item ?? "");
  const choices = leftOut.filter(({ part }) => part === "choice").map(({ item }) => item ?? "");
  const conditions = leftOut.filter(({ part }) => part === "condition").map(({ item }) => item ?? "");
  const list = (names: readonly string[]) => [...new Set(names)].join(", ");
  return (
    <section className="card preview-note">
      <p>
        <b>{t("Xem trước")}</b> {!tried && t("Đây là trang người dân sẽ thấy. Trả lời thử không được lưu lại.")}
      </p>
      {tried && <p>{t("Đây là bản xem trước: phiếu vừa gửi không được lưu lại.")}</p>}
      {tried && <a href="?">{t("Xem lại từ đầu")}</a>}
      {empty && <p>{t("Chưa có câu hỏi nào viết xong để xem.")}</p>}
      {items.length > 0 && <p>{t("Chưa hiện câu đang viết dở: {names}.", { names: list(items) })}</p>}
      {choices.length > 0 && <p>{t("Chưa hiện lựa chọn đang viết dở ở câu {names}.", { names: list(choices) })}</p>}
      {conditions.length > 0 && (
        <p>{t("Câu {names} tạm luôn hiện vì điều kiện chưa đúng.", { names: list(conditions) })}</p>
      )}
    </section>
  );
}

function pageOf({
  questionnaire,
  ownerName,
  today,
}: {
  questionnaire: Questionnaire;
  ownerName: string;
  today: string;
}): FormPage {
  const day = today.slice(0, 10);
  return {
    kind: "form",
    // A form without a point: nothing of it is kept on the device, and there is nowhere to send it.
    point: { id: 0, code: "", label: "Tên điểm khảo sát", unitId: 0, unitName: "Tên đơn vị" },
    survey: {
      id: 0,
      title: questionnaire.title.vi,
      status: "open",
      state: "open",
      opensOn: day,
      closesOn: day,
      closedAt: null,
      ownerName,
      simulated: false,
      checksum: "",
      questionnaire,
    },
    responseId: "preview",
    startedAt: today,
    proofBits: null,
    values: new Map(),
    problems: [],
  };
}
