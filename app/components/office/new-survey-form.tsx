import { Form, Link, useNavigation } from "@remix-run/react";
import { BASIS_NAMES, capitalized, KIND_NAMES } from "~/i18n/names";
import { formatCount } from "~/i18n/numbers";
import type { FormProblem, SurveyFormValues } from "~/surveys/read-survey-form";
import { SAMPLE_BASES, type SampleBasis } from "~/surveys/survey";
import type { UnitKind } from "~/units/unit-kinds";
import { ProblemSummary, problemOf } from "./problem-summary";
import { TextField } from "./text-field";

const BASIS_HINTS: Readonly<Record<SampleBasis, string>> = {
  probability: "Người trả lời được chọn ngẫu nhiên từ một danh sách.",
  census: "Hỏi tất cả mọi người thuộc đối tượng.",
  quota: "Hỏi đủ số người theo định mức hoặc ai gặp thì hỏi.",
  voluntary: "Ai quét mã thì trả lời. Kết quả không đại diện cho mọi người sử dụng dịch vụ.",
};

export interface ChoosableUnit {
  id: number;
  name: string;
  code: string;
  kind: UnitKind;
}

/** Second step of a new survey: name, window, basis of the sample, units. */
export function NewSurveyForm({
  version,
  units,
  kinds,
  today,
  yearEnd,
  failure,
}: {
  version: { id: number; title: string };
  units: ChoosableUnit[];
  kinds: readonly UnitKind[];
  today: string;
  yearEnd: string;
  failure: { values: SurveyFormValues; problems: FormProblem[] } | null;
}) {
  const busy = useNavigation().state !== "idle";
  const problems = failure?.problems ?? [];
  const values = failure?.values ?? {
    title: `${version.title} năm ${today.slice(0, 4)}`.slice(0, 200),
    opensOn: today,
    closesOn: yearEnd,
    basis: "",
    unitIds: [],
    kinds: [],
  };
  return (
    <Form method="post" className="form-stack" noValidate>
      <p>
        Bước 2/2. Mẫu phiếu: <strong>{version.title}</strong> (<Link to="/surveys/new">chọn mẫu khác</Link>)
      </p>
      <ProblemSummary problems={problems} />
      <input type="hidden" name="versionId" value={version.id} />
      <TextField name="title" label="Tên đợt khảo sát" value={values.title} problems={problems} />
      <div className="field-row">
        <TextField name="opensOn" type="date" label="Ngày bắt đầu" value={values.opensOn} problems={problems} />
        <TextField
          name="closesOn"
          type="date"
          label="Ngày kết thúc"
          hint="Nhận phiếu đến hết ngày này."
          value={values.closesOn}
          problems={problems}
        />
      </div>
      <fieldset
        id="basis"
        className="field"
        aria-describedby={problemOf(problems, "basis") ? "basis-problem" : undefined}
      >
        <legend>Cơ sở chọn mẫu</legend>
        <p className="hint">In cạnh mọi chỉ số, vì nó quyết định chỉ số nói được gì.</p>
        {problemOf(problems, "basis") && (
          <p id="basis-problem" className="problem">
            {problemOf(problems, "basis")}
          </p>
        )}
        {SAMPLE_BASES.map((basis) => (
          <label key={basis} className="check">
            <input type="radio" name="basis" value={basis} defaultChecked={values.basis === basis} />
            <span>
              {capitalized(BASIS_NAMES[basis])}
              <span className="sub">{BASIS_HINTS[basis]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <UnitChoice units={units} kinds={kinds} values={values} problem={problemOf(problems, "unitIds")} />
      <div className="actions">
        <button type="submit" className="button" disabled={busy}>
          {busy ? "Đang tạo…" : "Tạo bản nháp và mã QR"}
        </button>
        <Link to="/surveys">Hủy</Link>
      </div>
    </Form>
  );
}

function UnitChoice({
  units,
  kinds,
  values,
  problem,
}: {
  units: ChoosableUnit[];
  kinds: readonly UnitKind[];
  values: SurveyFormValues;
  problem: string | undefined;
}) {
  const offered = kinds.filter((kind) => units.some((unit) => unit.kind === kind));
  return (
    <fieldset id="unitIds" className="field" aria-describedby={problem ? "unitIds-problem" : undefined}>
      <legend>Đơn vị</legend>
      <p className="hint">Mỗi đơn vị có một điểm khảo sát với mã QR riêng.</p>
      {problem && (
        <p id="unitIds-problem" className="problem">
          {problem}
        </p>
      )}
      {offered.length === 0 && <p className="empty-state">Không có đơn vị phù hợp trong phạm vi của tài khoản.</p>}
      {offered.map((kind) => {
        const ofKind = units.filter((unit) => unit.kind === kind);
        return (
          <div key={kind} className="unit-choice">
            <label className="check">
              <input type="checkbox" name="kinds" value={kind} defaultChecked={values.kinds.includes(kind)} />
              <strong>
                {KIND_NAMES[kind]}: tất cả {formatCount(ofKind.length)}
              </strong>
            </label>
            <details open={ofKind.some((unit) => values.unitIds.includes(unit.id))}>
              <summary>Chọn từng đơn vị</summary>
              <div className="check-columns">
                {ofKind.map((unit) => (
                  <label key={unit.id} className="check">
                    <input
                      type="checkbox"
                      name="unitIds"
                      value={unit.id}
                      defaultChecked={values.unitIds.includes(unit.id)}
                    />
                    {unit.name}
                  </label>
                ))}
              </div>
            </details>
          </div>
        );
      })}
    </fieldset>
  );
}
