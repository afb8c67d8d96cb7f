import { Form } from "@remix-run/react";
import { formatMonth } from "~/i18n/dates";
import { useWords } from "~/i18n/use-words";
import { type AnalysisFilter, filterFields } from "~/indices/analysis-filter";
import type { ComparedMonths } from "~/indices/compared-months";
import { type FilterOptions, unitLabel } from "./analysis-filter-form";
import { SelectField } from "./select-field";

/** Chooses two months of the survey, of all of it or of one unit, through the address. */
export function CompareMonthsForm({
  months,
  choices,
  filter,
  of,
}: {
  months: ComparedMonths;
  choices: Pick<FilterOptions, "units" | "months">;
  filter: AnalysisFilter;
  of: string;
}) {
  const t = useWords();
  const options = choices.months.map((month) => ({ value: month, label: formatMonth(month) }));
  const kept = filterFields({ ...filter, unit: null, from: null, to: null });
  return (
    <Form
      method="get"
      className="filter-form analysis-filter"
      key={`${months.first}/${months.second}/${filter.unit}`}
      aria-label={t("So sánh hai tháng")}
    >
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {of !== "" && <input type="hidden" name="of" value={of} />}
      <SelectField name="month" label={t("Tháng")} value={months.first ?? ""} options={options} />
      <SelectField name="other" label={t("So với tháng")} value={months.second ?? ""} options={options} />
      {choices.units.length > 1 && (
        <SelectField
          name="unit"
          label={t("Đơn vị")}
          placeholder={t("Tất cả")}
          value={filter.unit ?? ""}
          options={choices.units.map((unit) => ({ value: unit.key, label: unitLabel(unit) }))}
        />
      )}
      <div className="analysis-filter-go">
        <button type="submit" className="button">
          {t("So sánh")}
        </button>
      </div>
    </Form>
  );
}
