import { Form, Link, useNavigation } from "@remix-run/react";
import { sectorName } from "~/i18n/sector-name";
import { useLanguage } from "~/i18n/use-text";
import { useMessages, useWords } from "~/i18n/use-words";
import { SECTORS } from "~/questionnaires/questionnaire";
import type { DraftStartValues } from "~/questionnaires/read-draft-start";
import { FieldFrame } from "./field-frame";
import { ProblemSummary } from "./problem-summary";
import { SelectField } from "./select-field";
import { TextField } from "./text-field";

interface DraftStartFormProps {
  from: "version" | "blank" | "file";
  /** The form to begin from; `own`: its code is carried on. */
  base: { id: number; title: string; code: string; version: number; own: boolean } | null;
  owners: readonly { id: number; name: string }[];
  initial: DraftStartValues;
  /** False for an account of one sector. */
  asksSector: boolean;
  failure: {
    values: DraftStartValues;
    field: string;
    message: string;
    problems?: readonly { path: string; message: string }[];
    knownId?: number;
  } | null;
}

/** Second step of a new form: what the chosen beginning needs. */
export function DraftStartForm({ from, base, owners, initial, asksSector, failure }: DraftStartFormProps) {
  const t = useWords();
  const told = useMessages();
  const language = useLanguage();
  const busy = useNavigation().state !== "idle";
  const values = failure?.values ?? initial;
  const problems = failure ? [{ field: failure.field, message: told(failure.message) }] : [];
  const varies = from === "version" && base !== null && !base.own;
  return (
    <Form method="post" encType="multipart/form-data" className="form-stack" noValidate>
      <p>
        {from === "version" && base ? (
          <>
            {t("Bước 2/2. Bắt đầu từ:")} <strong>{base.title}</strong> (
            <Link to="/questionnaires/new">{t("chọn cách khác")}</Link>)
          </>
        ) : (
          <>
            {t("Bước 2/2.")} {from === "blank" ? t("Phiếu mới") : t("Nạp từ tệp")} (
            <Link to="/questionnaires/new">{t("chọn cách khác")}</Link>)
          </>
        )}
      </p>
      <ProblemSummary problems={problems} />
      {failure?.knownId && (
        <p>
          <Link to={`/questionnaires/${failure.knownId}`}>{t("Xem mẫu phiếu đã có")}</Link>
        </p>
      )}
      <FileProblems problems={failure?.problems ?? []} />
      <input type="hidden" name="from" value={from} />
      {base && <input type="hidden" id="versionId" name="versionId" value={base.id} />}
      {base?.own && (
        <p className="notice">
          {t(
            "Bản nháp sẽ là phiên bản tiếp theo của mẫu này (sau phiên bản {n}). Đợt khảo sát đang chạy vẫn dùng phiên bản cũ.",
            { n: base.version },
          )}
        </p>
      )}
      {varies && (
        <p className="notice">
          {t(
            "Mẫu này giữ nguyên. Bản sửa thành một biến thể có tên và mã riêng; câu nguyên văn được khóa, muốn sửa câu nào thì mở khóa câu ấy.",
          )}
        </p>
      )}
      {from === "blank" && (
        <>
          <TextField name="title" label={t("Tên mẫu phiếu")} value={values.title} problems={problems} />
          {asksSector && (
            <SelectField
              name="sector"
              label={t("Lĩnh vực")}
              value={values.sector}
              placeholder={t("Chọn…")}
              options={SECTORS.map((sector) => ({ value: sector, label: sectorName(sector, language) }))}
              problems={problems}
            />
          )}
        </>
      )}
      {from === "file" && (
        <FieldFrame name="file" label={t("Tệp mẫu phiếu (.json)")} hint={t("Lớn nhất 512 KB.")} problems={problems}>
          {(control) => <input {...control} type="file" accept=".json,application/json" />}
        </FieldFrame>
      )}
      {(varies || from === "file") && (
        <TextField
          name="variantName"
          label={t("Tên biến thể")}
          hint={
            from === "file"
              ? t("Chỉ dùng khi mã trong tệp là mã của mẫu chính thức hoặc của cơ quan khác.")
              : t("Đứng cạnh tên mẫu phiếu trong các danh sách.")
          }
          value={values.variantName}
          problems={problems}
        />
      )}
      {owners.length > 1 && (
        <SelectField
          name="ownerUnitId"
          label={t("Cơ quan soạn")}
          hint={t("Cán bộ của cơ quan này và cấp trên của nó sửa được bản nháp.")}
          value={values.ownerUnitId}
          placeholder={t("Chọn…")}
          options={owners.map(({ id, name }) => ({ value: String(id), label: name }))}
          problems={problems}
        />
      )}
      <p className="actions">
        <button type="submit" className="button" disabled={busy}>
          {busy ? t("Đang tạo…") : t("Tạo bản nháp")}
        </button>
        <Link to="/questionnaires">{t("Hủy")}</Link>
      </p>
    </Form>
  );
}

/** What is wrong with a file, with the place in it. */
function FileProblems({ problems }: { problems: readonly { path: string; message: string }[] }) {
  const t = useWords();
  const told = useMessages();
  if (problems.length === 0) return null;
  const shown = problems.slice(0, 50);
  return (
    <section className="notice notice-error" aria-labelledby="file-problems">
      <h2 id="file-problems">{t("Chỗ chưa đúng trong tệp")}</h2>
      <ul>
        {shown.map(({ path, message }) => (
          <li key={path + message}>
            <code className="code break">{path}</code>: {told(message)}
          </li>
        ))}
      </ul>
      {problems.length > shown.length && <p>{t("và {n} chỗ khác", { n: problems.length - shown.length })}</p>}
    </section>
  );
}
