import { Form } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { type AnalysisFilter, filterFields } from "~/indices/analysis-filter";
import { type ComparedPair, REST } from "~/indices/compared-groups";
import { type FilterOptions, unitLabel } from "./analysis-filter-form";
import { SelectField } from "./select-field";

/** Chooses the two groups of a comparison through the address. */
export function CompareForm({
  pair,
  units,
  filter,
  of,
}: {
  pair: ComparedPair;
  units: FilterOptions["units"];
  filter: AnalysisFilter;
  of: string;
}) {
  const t = useWords();
  const options = units.map((unit) => ({ value: unit.key, label: unitLabel(unit) }));
  return (
    <Form method="get" className="filter-form analysis-filter" key={`${pair.first}/${pair.second}`}>
      {filterFields(filter).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {of !== "" && <input type="hidden" name="of" value={of} />}
      <SelectField name="a" label={t("Đơn vị thứ nhất")} value={pair.first ?? ""} options={options} />
      <SelectField
        name="b"
        label={t("So với")}
        value={pair.second ?? ""}
        options={[{ value: REST, label: t("Phần còn lại của đợt khảo sát") }, ...options]}
      />
      <div className="analysis-filter-go">
        <button type="submit" className="button">
          {t("So sánh")}
        </button>
      </div>
    </Form>
  );
}
