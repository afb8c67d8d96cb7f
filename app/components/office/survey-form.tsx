import { Form, Link, useNavigation } from "@remix-run/react";
import { type FormEvent, useEffect, useState } from "react";
import { useMessages, useWords } from "~/i18n/use-words";
import type { ListAnswer } from "~/surveys/find-units";
import type { FormProblem, SurveyFormValues } from "~/surveys/read-survey-form";
import { meetingSurveys, type SharingSurvey } from "~/surveys/shared-points";
import type { UnitGroup } from "~/surveys/unit-groups";
import { type FormChoice, formTitle } from "~/surveys/version-family";
import type { UnitKind } from "~/units/unit-kinds";
import { BasisChoice } from "./basis-choice";
import { ChangedMeanwhile, type CurrentSurvey } from "./changed-meanwhile";
import { DateField } from "./date-field";
import { FieldFrame } from "./field-frame";
import { ProblemSummary, problemOf } from "./problem-summary";
import { SelectField } from "./select-field";
import { SharedPointsNotice } from "./shared-points-notice";
import { TextField } from "./text-field";
import { type ChoosableUnit, UnitChoice } from "./unit-choice";

interface SurveyFormProps {
  versionId: number;
  /** Questionnaires to choose from, where there are several. */
  versions?: FormChoice[];
  /** What to know about the questionnaire that is chosen at first. */
  versionHint?: string | undefined;
  /** What the fields hold at first. */
  initial: SurveyFormValues;
  units: ChoosableUnit[];
  groups: UnitGroup[];
  kinds: readonly UnitKind[];
  owners: { id: number; name: string }[];
  sharing: SharingSurvey[];
  today: string;
  /** It is open: only its name, its last day and its units can be changed. */
  running?: boolean;
  failure: {
    values: SurveyFormValues;
    problems: FormProblem[];
    conflict?: CurrentSurvey | null;
    list?: ListAnswer | null;
  } | null;
  /** What the button says, and while it works. */
  submit: readonly [button: string, busy: string];
  /** Where "Hủy" leads. */
  cancelTo: string;
}

/** Name, body, window, basis of the sample and units of a survey, new, draft or open. */
export function SurveyForm(props: SurveyFormProps) {
  const {
    versionId,
    versions = [],
    units,
    groups,
    kinds,
    owners,
    sharing,
    today,
    running = false,
    failure,
    submit,
    cancelTo,
  } = props;
  const t = useWords();
  const message = useMessages();
  const busy = useNavigation().state !== "idle";
  const problems = (failure?.problems ?? []).map((one) => ({ ...one, message: message(one.message) }));
  const values = failure?.values ?? props.initial;
  const [chosen, setChosen] = useState(() => chosenAtFirst(values, units));
  const list = failure?.list ?? null;
  // A list or a group was looked up by the site: what it ticked is ticked here.
  useEffect(() => {
    if (failure?.list) setChosen(chosenAtFirst(failure.values, units));
  }, [failure, units]);
  const [days, setDays] = useState({ opensOn: values.opensOn, closesOn: values.closesOn });
  const noteDay = ({ target }: FormEvent) => {
    if (target instanceof HTMLInputElement) setDays({ ...days, [target.name]: target.value });
  };
  const considered = chosen.size > 0 ? chosen : new Set(units.map(({ id }) => id));
  const meetings = meetingSurveys(sharing, { unitIds: considered, ...days });
  return (
    <Form method="post" encType="multipart/form-data" className="form-stack" noValidate>
      {/* Enter in a field presses the first button, which must be the one that saves. */}
      <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">
        {submit[0]}
      </button>
      <ProblemSummary problems={problems} />
      {list && (
        <p className="without-script">
          <a href="#unit-list">{t("Xem kết quả tra danh sách đơn vị")}</a>
        </p>
      )}
      {failure?.conflict && (
        <ChangedMeanwhile current={failure.conflict} values={values} owners={owners} versions={versions} />
      )}
      {versions.length > 1 ? (
        <SelectField
          name="versionId"
          label={t("Mẫu phiếu")}
          value={values.versionId ?? String(versionId)}
          {...(props.versionHint ? { hint: props.versionHint } : {})}
          options={versions.map(({ id, questions, ...form }) => ({
            value: String(id),
            label: t("{title}, phiên bản {version}: {n} câu hỏi", {
              title: formTitle(form),
              version: form.version,
              n: questions,
            }),
          }))}
          problems={problems}
        />
      ) : (
        <input type="hidden" name="versionId" value={versionId} />
      )}
      <input type="hidden" name="mark" value={values.mark ?? ""} />
      <FieldFrame name="title" label={t("Tên đợt khảo sát")} problems={problems}>
        {(control) => <textarea {...control} rows={2} className="short" defaultValue={values.title} />}
      </FieldFrame>
      {!running && owners.length > 1 && (
        <SelectField
          name="ownerUnitId"
          label={t("Cơ quan thực hiện")}
          hint={t("Cơ quan này xem được toàn bộ kết quả; tên in trên phiếu và báo cáo.")}
          value={values.ownerUnitId}
          options={owners.map(({ id, name }) => ({ value: String(id), label: name }))}
          problems={problems}
        />
      )}
      <div className="field-row" onChange={noteDay}>
        {!running && (
          <DateField
            name="opensOn"
            label={t("Ngày bắt đầu")}
            hint={t("Nếu đã qua: nhận phiếu ngay khi mở.")}
            value={values.opensOn}
            problems={problems}
          />
        )}
        <DateField
          name="closesOn"
          label={t("Ngày kết thúc")}
          hint={running ? t("Chỉ kéo dài thêm; muốn kết thúc sớm thì đóng đợt.") : t("Nhận phiếu đến hết ngày này.")}
          value={values.closesOn}
          problems={problems}
        />
      </div>
      {!running && days.opensOn !== "" && days.opensOn < today && (
        <p className="notice notice-caution">{t("Ngày bắt đầu đã qua: đợt này bắt đầu nhận phiếu ngay khi mở.")}</p>
      )}
      {!running && <BasisChoice value={values.basis} problems={problems} />}
      <TextField
        name="targetRate"
        label={t("Mục tiêu tỷ lệ hài lòng chung (%)")}
        hint={t("Theo kế hoạch, ví dụ 90; để trống khi kế hoạch không đặt.")}
        value={values.targetRate ?? ""}
        problems={problems}
      />
      {running && <p className="notice">{t("Đơn vị đã có phiếu thì không bỏ ra khỏi đợt được.")}</p>}
      <UnitChoice
        units={units}
        groups={groups}
        kinds={kinds}
        tickedKinds={values.kinds}
        chosen={chosen}
        onChoose={setChosen}
        problem={problemOf(problems, "unitIds")}
        listProblem={problemOf(problems, "list")}
        typedList={values.list ?? ""}
        list={list}
      />
      <SharedPointsNotice
        meetings={meetings}
        units={units}
        today={today}
        condition={chosen.size > 0 ? null : "if-chosen"}
      />
      <div className="actions">
        <button type="submit" className="button" disabled={busy}>
          {failure?.conflict ? t("Lưu bản của tôi, thay bản kia") : submit[busy ? 1 : 0]}
        </button>
        <Link to={cancelTo}>{t("Hủy")}</Link>
      </div>
    </Form>
  );
}

function chosenAtFirst({ unitIds, kinds }: SurveyFormValues, units: readonly ChoosableUnit[]): ReadonlySet<number> {
  const ofKinds = units.filter((unit) => kinds.includes(unit.kind)).map(({ id }) => id);
  return new Set([...unitIds, ...ofKinds]);
}
