import { Form } from "@remix-run/react";
import { formatDay } from "~/i18n/dates";
import { useWords } from "~/i18n/use-words";
import type { Trend } from "~/indices/trend";
import { CarriedFields } from "./carried-fields";
import { SelectField } from "./select-field";

/** Which earlier surveys, and of which unit, through the address: a view can be shared. */
export function TrendFilter({ trend: { choices, unit, units } }: { trend: Trend }) {
  const t = useWords();
  if (choices.length === 0) return null;
  return (
    <Form method="get" className="filter-form analysis-filter" key={JSON.stringify([choices, unit])}>
      <input type="hidden" name="chosen" value="1" />
      <CarriedFields own={["unit"]} />
      <fieldset className="field">
        <legend>{t("Các đợt trước để so sánh (nhiều nhất 5)")}</legend>
        {choices.map(({ id, title, opensOn, chosen }) => (
          <label className="check" key={id}>
            <input type="checkbox" name="with" value={id} defaultChecked={chosen} />
            <span>
              {title} <span className="muted">{formatDay(opensOn)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <SelectField
        name="unit"
        label={t("Đơn vị hiện nay")}
        placeholder={t("Tất cả")}
        value={unit?.key ?? ""}
        options={[...(unit && !units.some(({ key }) => key === unit.key) ? [unit] : []), ...units].map(
          ({ key, name }) => ({ value: key, label: name }),
        )}
      />
      <div className="analysis-filter-go">
        <button type="submit" className="button button-quiet">
          {t("Xem")}
        </button>
      </div>
    </Form>
  );
}
