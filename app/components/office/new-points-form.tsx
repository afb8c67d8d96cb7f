import { Form, useNavigation } from "@remix-run/react";
import { useState } from "react";
import { formatCount } from "~/i18n/numbers";
import { searchable } from "~/i18n/searchable";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import { FieldFrame } from "./field-frame";
import { type FieldProblem, ProblemSummary, problemOf } from "./problem-summary";
import { UnitSearch } from "./unit-search";

interface TypedPoints {
  all: boolean;
  unitIds: number[];
  labels: string;
  count: string;
  openHours: string;
}

/** Which units, and which counters at each of them. */
export function NewPointsForm({
  units,
  typed,
  problems,
}: {
  units: readonly { id: number; name: string }[];
  /** As sent before, where it was refused. */
  typed: TypedPoints | null;
  problems: readonly FieldProblem[];
}) {
  const t = useWords();
  const busy = useNavigation().state !== "idle";
  return (
    <Form method="post" className="form-stack" noValidate>
      <ProblemSummary problems={problems} />
      <UnitTicks units={units} typed={typed} problem={problemOf(problems, "units")} />
      <FieldFrame
        name="labels"
        label={t("Tên quầy, mỗi dòng một tên")}
        hint={t("Mỗi đơn vị đã chọn có đủ các quầy này. Quầy trùng tên đã có thì giữ nguyên, không thêm lần nữa.")}
        problems={problems}
      >
        {(control) => <textarea {...control} rows={4} defaultValue={typed?.labels} />}
      </FieldFrame>
      <FieldFrame name="count" label={t("Hoặc số quầy")} hint={t("Tên sẽ là Quầy 1, Quầy 2, …")} problems={problems}>
        {(control) => <input {...control} inputMode="numeric" size={4} className="short" defaultValue={typed?.count} />}
      </FieldFrame>
      <FieldFrame
        name="openHours"
        label={t("Giờ mở cửa (không bắt buộc)")}
        hint={t("Ví dụ: T2-T6 07:30-11:30,13:30-17:00; T7 07:30-11:30. Để trống: không ghi giờ.")}
        problems={problems}
      >
        {(control) => <input {...control} defaultValue={typed?.openHours} />}
      </FieldFrame>
      <p>
        <button type="submit" className="button" disabled={busy}>
          {t("Thêm điểm")}
        </button>
      </p>
    </Form>
  );
}

function UnitTicks({
  units,
  typed,
  problem,
}: {
  units: readonly { id: number; name: string }[];
  typed: TypedPoints | null;
  problem: string | undefined;
}) {
  const t = useWords();
  const language = useLanguage();
  const [all, setAll] = useState(typed?.all ?? units.length === 1);
  const [search, setSearch] = useState("");
  const wanted = searchable(search);
  return (
    <fieldset id="units" className="field" aria-describedby={problem ? "units-problem" : undefined}>
      <legend>{t("Đơn vị")}</legend>
      {problem && (
        <p id="units-problem" className="problem">
          {problem}
        </p>
      )}
      <label className="check">
        <input
          type="checkbox"
          name="units"
          value="all"
          checked={all}
          onChange={(event) => setAll(event.target.checked)}
        />
        {t("Cả {n} đơn vị của đợt trong phạm vi của tài khoản", { n: formatCount(units.length, language) })}
      </label>
      {/* Left in the page without scripts, where the box above cannot fold it. */}
      <div hidden={all}>
        {units.length > 10 && <UnitSearch label={t("Lọc theo tên")} value={search} onChange={setSearch} />}
        <div className="unit-list">
          {units.map(({ id, name }) => (
            <label key={id} className="check" hidden={!searchable(name).includes(wanted)}>
              <input type="checkbox" name="unit" value={id} defaultChecked={typed?.unitIds.includes(id)} />
              {name}
            </label>
          ))}
        </div>
      </div>
    </fieldset>
  );
}
