import { Form } from "@remix-run/react";
import { KIND_NAMES } from "~/i18n/names";
import { useMessages, useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import { DRAW_METHODS, type DrawMethod } from "~/surveys/draw-methods";
import type { UnitsDrawValues } from "~/surveys/read-draw-form";
import type { UnitKind } from "~/units/unit-kinds";
import { type FieldProblem, ProblemSummary } from "./problem-summary";
import { SelectField } from "./select-field";
import { TextField } from "./text-field";

export const METHOD_PHRASES: Readonly<Record<DrawMethod, Phrase>> = {
  "simple-random": "ngẫu nhiên đơn giản",
  systematic: "hệ thống (cách đều, điểm đầu ngẫu nhiên)",
  "proportional-to-size": "theo quy mô N (PPS hệ thống)",
};

/** Draws rows of a list of transactions or persons of one unit; the file goes back with the rows drawn. */
export function DrawRowsForm({
  surveyId,
  units,
  seed,
}: {
  surveyId: number;
  units: readonly { unitId: number; name: string; target: number | null }[];
  seed: string;
}) {
  const t = useWords();
  const [only] = units.length === 1 ? units : [];
  return (
    <section className="card" aria-labelledby="draw-rows-heading">
      <h2 id="draw-rows-heading">{t("Rút từ danh sách của một đơn vị")}</h2>
      <p className="hint">
        {t(
          "Danh sách hồ sơ, lượt khám hoặc học sinh, mỗi dòng một người. Tệp không được lưu: các dòng rút được tải về ngay, hệ thống chỉ giữ số thứ tự dòng.",
        )}
      </p>
      <form
        method="post"
        action={`/surveys/${surveyId}/draws/rows`}
        encType="multipart/form-data"
        className="form-stack"
      >
        <SelectField
          name="unitId"
          label={t("Đơn vị có danh sách")}
          placeholder={t("Chọn…")}
          value={only && String(only.unitId)}
          options={units.map(({ unitId, name, target }) => ({
            value: String(unitId),
            label: target === null ? name : t("{unit} (n = {n})", { unit: name, n: target }),
          }))}
        />
        <div className="field">
          <label htmlFor="list">{t("Tệp CSV hoặc XLSX, không quá 1 MB")}</label>
          <input id="list" name="list" type="file" accept=".csv,.xlsx" required />
        </div>
        <label className="check">
          <input type="checkbox" name="headed" value="yes" defaultChecked />
          {t("Dòng đầu là tiêu đề, không phải người")}
        </label>
        <div className="field-row">
          <SelectField
            name="rowMethod"
            label={t("Cách rút")}
            placeholder={t("Chọn…")}
            value="simple-random"
            options={DRAW_METHODS.filter((method) => method !== "proportional-to-size").map((method) => ({
              value: method,
              label: t(METHOD_PHRASES[method]),
            }))}
          />
          <TextField name="rowSize" label={t("Số dòng cần rút (n)")} />
          <TextField
            name="rowSeed"
            label={t("Hạt giống")}
            hint={t("Máy đặt sẵn; có thể gõ số khác, như số bốc thăm.")}
            value={seed}
          />
        </div>
        <div className="actions">
          <button type="submit" className="button">
            {t("Rút và tải các dòng về")}
          </button>
          <span className="hint">{t("Sau khi tải, tải lại trang này để thấy lần rút trong bảng dưới.")}</span>
        </div>
      </form>
    </section>
  );
}

/** Draws units of one kind, or of all kinds in proportion. */
export function DrawUnitsForm({
  kinds,
  values,
  problems,
  seed,
}: {
  kinds: readonly { kind: UnitKind; units: number }[];
  values: UnitsDrawValues | null;
  problems: readonly FieldProblem[];
  seed: string;
}) {
  const t = useWords();
  const told = useMessages();
  const translated = problems.map(({ field, message }) => ({ field, message: told(message) }));
  const total = kinds.reduce((sum, { units }) => sum + units, 0);
  const all = { value: "all", label: t("Mọi loại, chia theo tỷ lệ ({n} đơn vị)", { n: total }) };
  return (
    <section className="card" aria-labelledby="draw-units-heading">
      <h2 id="draw-units-heading">{t("Rút đơn vị")}</h2>
      <p className="hint">
        {t("Khi không khảo sát hết các đơn vị. Rút xong mới chọn có dùng làm đơn vị của đợt hay không.")}
      </p>
      <Form method="post" className="form-stack" noValidate>
        <ProblemSummary problems={translated} />
        <SelectField
          name="frame"
          label={t("Rút từ")}
          placeholder={t("Chọn…")}
          value={values?.frame ?? (kinds.length === 1 ? kinds[0]?.kind : undefined)}
          options={[
            ...kinds.map(({ kind, units }) => ({
              value: kind,
              label: t("{kind} ({n} đơn vị)", { kind: KIND_NAMES[kind], n: units }),
            })),
            ...(kinds.length > 1 ? [all] : []),
          ]}
          problems={translated}
        />
        <div className="field-row">
          <SelectField
            name="method"
            label={t("Cách rút")}
            placeholder={t("Chọn…")}
            value={values?.method ?? "simple-random"}
            options={DRAW_METHODS.map((method) => ({ value: method, label: t(METHOD_PHRASES[method]) }))}
            problems={translated}
          />
          <TextField name="size" label={t("Số đơn vị cần rút")} value={values?.size} problems={translated} />
          <TextField name="seed" label={t("Hạt giống")} value={values?.seed ?? seed} problems={translated} />
        </div>
        <div className="actions">
          <button type="submit" className="button">
            {t("Rút đơn vị")}
          </button>
        </div>
      </Form>
    </section>
  );
}
