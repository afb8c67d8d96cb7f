import { Form, Link, useNavigation } from "@remix-run/react";
import { type FormEvent, useState } from "react";
import { BASIS_NAMES, capitalized } from "~/i18n/names";
import type { FormProblem, SurveyFormValues } from "~/surveys/read-survey-form";
import { meetingSurveys, type SharingSurvey } from "~/surveys/shared-points";
import { SAMPLE_BASES, type SampleBasis } from "~/surveys/survey";
import type { UnitKind } from "~/units/unit-kinds";
import { DateField } from "./date-field";
import { ProblemSummary, problemOf } from "./problem-summary";
import { SelectField } from "./select-field";
import { SharedPointsNotice } from "./shared-points-notice";
import { TextField } from "./text-field";
import { type ChoosableUnit, UnitChoice } from "./unit-choice";

const BASIS_HINTS: Readonly<Record<SampleBasis, string>> = {
  probability: "Người trả lời được chọn ngẫu nhiên từ một danh sách.",
  census: "Hỏi tất cả mọi người thuộc đối tượng.",
  quota: "Hỏi cho đủ số người đã định, không chọn ngẫu nhiên. Kết quả không đại diện cho mọi người sử dụng dịch vụ.",
  voluntary: "Ai quét mã thì trả lời. Kết quả không đại diện cho mọi người sử dụng dịch vụ.",
};

interface SurveyFormProps {
  versionId: number;
  /** What the fields hold at first. */
  initial: SurveyFormValues;
  units: ChoosableUnit[];
  kinds: readonly UnitKind[];
  owners: { id: number; name: string }[];
  sharing: SharingSurvey[];
  today: string;
  failure: { values: SurveyFormValues; problems: FormProblem[] } | null;
  /** What the button says, and while it works. */
  submit: readonly [button: string, busy: string];
  /** Where "Hủy" leads. */
  cancelTo: string;
}

/** Name, body, window, basis of the sample and units of a survey, new or draft. */
export function SurveyForm(props: SurveyFormProps) {
  const { versionId, units, kinds, owners, sharing, today, failure, submit, cancelTo } = props;
  const busy = useNavigation().state !== "idle";
  const problems = failure?.problems ?? [];
  const values = failure?.values ?? props.initial;
  const [chosen, setChosen] = useState(() => chosenAtFirst(values, units));
  const [days, setDays] = useState({ opensOn: values.opensOn, closesOn: values.closesOn });
  const noteDay = ({ target }: FormEvent) => {
    if (target instanceof HTMLInputElement) setDays({ ...days, [target.name]: target.value });
  };
  const considered = chosen.size > 0 ? chosen : new Set(units.map(({ id }) => id));
  const meetings = meetingSurveys(sharing, { unitIds: considered, ...days });
  return (
    <Form method="post" className="form-stack" noValidate>
      <ProblemSummary problems={problems} />
      <input type="hidden" name="versionId" value={versionId} />
      <TextField name="title" label="Tên đợt khảo sát" value={values.title} problems={problems} />
      {owners.length > 1 && (
        <SelectField
          name="ownerUnitId"
          label="Cơ quan thực hiện"
          hint="Cơ quan này xem được toàn bộ kết quả; tên in trên phiếu và báo cáo."
          value={values.ownerUnitId}
          options={owners.map(({ id, name }) => ({ value: String(id), label: name }))}
          problems={problems}
        />
      )}
      <div className="field-row" onChange={noteDay}>
        <DateField
          name="opensOn"
          label="Ngày bắt đầu"
          hint="Nếu đã qua: nhận phiếu ngay khi mở."
          value={values.opensOn}
          problems={problems}
        />
        <DateField
          name="closesOn"
          label="Ngày kết thúc"
          hint="Nhận phiếu đến hết ngày này."
          value={values.closesOn}
          problems={problems}
        />
      </div>
      {days.opensOn !== "" && days.opensOn < today && (
        <p className="notice notice-caution">Ngày bắt đầu đã qua: đợt này bắt đầu nhận phiếu ngay khi mở.</p>
      )}
      <BasisChoice value={values.basis} problem={problemOf(problems, "basis")} />
      <UnitChoice
        units={units}
        kinds={kinds}
        tickedKinds={values.kinds}
        chosen={chosen}
        onChoose={setChosen}
        problem={problemOf(problems, "unitIds")}
      />
      <SharedPointsNotice
        meetings={meetings}
        units={units}
        today={today}
        condition={chosen.size > 0 ? null : "Nếu chọn các đơn vị này"}
      />
      <div className="actions">
        <button type="submit" className="button" disabled={busy}>
          {submit[busy ? 1 : 0]}
        </button>
        <Link to={cancelTo}>Hủy</Link>
      </div>
    </Form>
  );
}

function chosenAtFirst({ unitIds, kinds }: SurveyFormValues, units: readonly ChoosableUnit[]): ReadonlySet<number> {
  const ofKinds = units.filter((unit) => kinds.includes(unit.kind)).map(({ id }) => id);
  return new Set([...unitIds, ...ofKinds]);
}

function BasisChoice({ value, problem }: { value: string; problem: string | undefined }) {
  return (
    <fieldset id="basis" className="field" aria-describedby={problem ? "basis-problem" : undefined}>
      <legend>Cách chọn người trả lời</legend>
      <p className="hint">
        Ghi cạnh kết quả để người đọc biết kết quả đại diện cho ai. Dán mã QR tại quầy, ai muốn thì trả lời: chọn Tự
        nguyện.
      </p>
      {problem && (
        <p id="basis-problem" className="problem">
          {problem}
        </p>
      )}
      {SAMPLE_BASES.map((basis) => (
        <label key={basis} className="check">
          <input type="radio" name="basis" value={basis} defaultChecked={value === basis} />
          <span>
            {capitalized(BASIS_NAMES[basis])}
            <span className="sub">{BASIS_HINTS[basis]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
