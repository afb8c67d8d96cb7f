import { Form, Link } from "@remix-run/react";
import { KIND_NAMES } from "~/i18n/names";
import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import type { ChangeForm, ChangeFormValues } from "~/units/read-change-form";
import { UNIT_KINDS, type UnitKind } from "~/units/unit-kinds";
import { DateField } from "./date-field";
import { FieldFrame } from "./field-frame";
import { type FieldProblem, ProblemSummary } from "./problem-summary";
import { SelectField } from "./select-field";
import { TextField } from "./text-field";
import { type ShownPreview, UnitChangePreview } from "./unit-change-preview";
import { UnitSplitFields } from "./unit-split-fields";

export const CHANGE_TITLES: Readonly<Record<ChangeForm, Phrase>> = {
  rename: "Đổi tên, đổi mã: {name}",
  merge: "Nhập {name} với đơn vị khác",
  split: "Tách {name}",
  reparent: "Chuyển {name} sang cấp trên khác",
  create: "Thêm đơn vị dưới {name}",
  close: "Ngừng hoạt động: {name}",
  correct: "Sửa chỗ ghi sai của {name}",
};

const EXPLANATIONS: Readonly<Record<ChangeForm, Phrase>> = {
  rename: "Đơn vị vẫn là một: phiếu cũ, điểm khảo sát và so sánh các năm không bị cắt.",
  merge:
    "Các đơn vị cũ hết hiệu lực, một đơn vị mới bắt đầu. Đơn vị trực thuộc chuyển theo. Phiếu đã thu vẫn thuộc đơn vị cũ.",
  split: "Đơn vị cũ hết hiệu lực, các đơn vị mới bắt đầu. Số liệu cũ không so sánh trực tiếp được với đơn vị mới.",
  reparent: "Đơn vị và mọi đơn vị bên dưới chuyển sang cấp trên mới từ ngày ghi dưới đây.",
  create: "Đơn vị mới bắt đầu từ ngày ghi dưới đây.",
  close: "Đơn vị hết hiệu lực, không có đơn vị kế tiếp. Phiếu đã thu và báo cáo cũ giữ nguyên.",
  correct:
    "Chỉ dùng khi ghi sai từ đầu: tên, mã, loại được sửa lại từ trước đến nay. Đơn vị thật sự đổi tên thì dùng mục Đổi tên.",
};

interface ChangedUnit {
  key: string;
  code: string;
  name: string;
  kind: UnitKind;
}

/** A dated change of one unit: what is to be, from when and by which decision; then what it would do, to be confirmed. */
export function UnitChangeForm({
  form,
  unit,
  below,
  suggestions,
  today,
  values,
  outcome,
}: {
  form: ChangeForm;
  unit: ChangedUnit;
  below: readonly { id: number; name: string }[];
  suggestions: readonly string[];
  today: string;
  values: ChangeFormValues;
  outcome: { kind: "refused"; problems: FieldProblem[] } | { kind: "preview"; preview: ShownPreview } | undefined;
}) {
  const t = useWords();
  const problems = outcome?.kind === "refused" ? outcome.problems : [];
  const preview = outcome?.kind === "preview" ? outcome.preview : null;
  return (
    <Form method="post" className="form-stack" noValidate>
      <p>{t(EXPLANATIONS[form])}</p>
      <ProblemSummary problems={problems} />
      <Standing {...{ form, unit, suggestions, values, problems }} />
      {form === "split" && <UnitSplitFields below={below} values={values} problems={problems} />}
      {form !== "correct" && (
        <DateField
          name="effectiveOn"
          label={t("Có hiệu lực từ ngày")}
          hint={t("Ngày đầu tiên của tình trạng mới, theo quyết định.")}
          value={values.effectiveOn ?? ""}
          problems={problems}
        />
      )}
      {form === "correct" && <input type="hidden" name="effectiveOn" value={today} />}
      <TextField
        name="basis"
        label={t("Căn cứ")}
        hint={t("Số, ký hiệu, ngày của nghị quyết hoặc quyết định, nếu có.")}
        value={values.basis}
        problems={problems}
      />
      {preview && <UnitChangePreview preview={preview} />}
      <p className="actions">
        {preview && (
          <button type="submit" className="button" name="intent" value="record">
            {t("Ghi nhận thay đổi")}
          </button>
        )}
        <button type="submit" className={preview ? "button button-quiet" : "button"} name="intent" value="preview">
          {preview ? t("Xem lại sau khi sửa") : t("Xem trước")}
        </button>
        <Link to={`/units?under=${unit.key}`}>{t("Thôi, không thay đổi")}</Link>
      </p>
    </Form>
  );
}

/** What the unit is to be called and where it is to stand. */
function Standing({
  form,
  unit,
  suggestions,
  values,
  problems,
}: {
  form: ChangeForm;
  unit: ChangedUnit;
  suggestions: readonly string[];
  values: ChangeFormValues;
  problems: readonly FieldProblem[];
}) {
  const t = useWords();
  const named = form === "rename" || form === "merge" || form === "create" || form === "correct";
  const given = form === "create" || form === "merge" ? null : unit;
  return (
    <>
      {form === "merge" && (
        <FieldFrame
          name="others"
          label={t("Các đơn vị nhập cùng, mỗi dòng một tên hoặc mã")}
          hint={t("Tên hoặc mã đang có hiệu lực trước ngày nhập. {name} đã được tính.", { name: unit.name })}
          problems={problems}
        >
          {(control) => <textarea {...control} defaultValue={values.others ?? ""} />}
        </FieldFrame>
      )}
      {named && (
        <>
          <TextField
            name="name"
            label={form === "merge" || form === "create" ? t("Tên đơn vị mới") : t("Tên")}
            value={values.name ?? given?.name}
            problems={problems}
          />
          <TextField
            name="code"
            label={form === "merge" || form === "create" ? t("Mã đơn vị mới") : t("Mã")}
            hint={t("Được dùng lại mã của đơn vị đã hết hiệu lực: hai đơn vị không bị lẫn.")}
            value={values.code ?? given?.code}
            problems={problems}
          />
        </>
      )}
      {(form === "create" || form === "correct") && (
        <SelectField
          name="unitKind"
          label={t("Loại đơn vị")}
          value={values.unitKind ?? (form === "correct" ? unit.kind : "")}
          options={UNIT_KINDS.map((kind) => ({ value: kind, label: KIND_NAMES[kind] }))}
          problems={problems}
        />
      )}
      {form === "reparent" && (
        <TextField
          name="parentId"
          label={t("Cấp trên mới")}
          hint={t("Gõ vài chữ của tên hoặc mã rồi chọn một dòng gợi ý.")}
          value={values.parentId}
          problems={problems}
          suggestions={suggestions}
          autoComplete="off"
        />
      )}
    </>
  );
}
