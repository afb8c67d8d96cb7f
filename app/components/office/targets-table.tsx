import { useState } from "react";
import { formatCount, formatShare } from "~/i18n/numbers";
import { searchable } from "~/i18n/searchable";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import { stratifiedMargin } from "~/statistics/sample-size";
import { readCount } from "~/surveys/read-number";
import { whatTargetGives } from "~/surveys/reckon-target";
import type { SamplingPlan } from "~/surveys/sampling-plan";
import type { UnitSizeValues } from "~/surveys/units-form";
import { NumericHeading } from "./numeric-heading";
import type { FieldProblem } from "./problem-summary";

export interface TargetUnit {
  unitId: number;
  code: string;
  name: string;
}

interface TargetsTableProps {
  units: readonly TargetUnit[];
  rows: readonly UnitSizeValues[];
  /** What the calculator says now, for margins and persons to ask; null while it cannot be read. */
  plan: SamplingPlan | null;
  /** Whether the basis lets a margin be one of sampling. */
  probability: boolean;
  /** Rows as they are saved, to mark what is new. */
  saved: readonly UnitSizeValues[];
  problems: readonly FieldProblem[];
  onChange: (row: UnitSizeValues) => void;
}

/** Population and target of every unit, editable, with what each target gives; the total beneath. */
export function TargetsTable(props: TargetsTableProps) {
  const { units, rows, plan, probability, saved, problems, onChange } = props;
  const t = useWords();
  const language = useLanguage();
  const [search, setSearch] = useState("");
  const wanted = searchable(search);
  const byUnit = new Map(rows.map((row) => [row.unitId, row]));
  const savedByUnit = new Map(saved.map((row) => [row.unitId, row]));
  const marginName = probability ? t("Sai số (95%)") : t("Sai số theo mô hình");
  return (
    <section aria-labelledby="targets-heading">
      <h2 id="targets-heading">{t("Đơn vị ({n})", { n: formatCount(units.length, language) })}</h2>
      <p className="hint">
        {t(
          "N là số giao dịch, lượt khám hay học sinh của kỳ khảo sát. Cỡ mẫu n là số phiếu cần thu về; để trống nếu chưa đặt.",
        )}
      </p>
      {units.length > 8 && (
        <div className="field-inline needs-script">
          <label htmlFor="unit-filter">{t("Lọc theo tên hoặc mã")}</label>
          <input
            id="unit-filter"
            type="search"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            onKeyDown={(event) => {
              // Enter in the filter must not send the whole form.
              if (event.key === "Enter") event.preventDefault();
            }}
          />
        </div>
      )}
      <table className="targets">
        <thead>
          <tr>
            <th scope="col">{t("Đơn vị")}</th>
            <th scope="col">{t("N của kỳ")}</th>
            <th scope="col">{t("Cỡ mẫu n")}</th>
            <NumericHeading>{t("Cần mời")}</NumericHeading>
            <NumericHeading>{marginName}</NumericHeading>
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => {
            const row = byUnit.get(unit.unitId) ?? { unitId: unit.unitId, population: "", target: "" };
            const hidden = wanted !== "" && !searchable(`${unit.name} ${unit.code}`).includes(wanted);
            const old = savedByUnit.get(unit.unitId);
            const gives = whatTargetGives(plan, sizesOf(row));
            const input = (name: "population" | "target", label: string) => {
              const id = `${name}-${unit.unitId}`;
              const problem = problems.find(({ field }) => field === id);
              const before = old !== undefined && old[name] !== row[name] ? old[name] : "";
              return (
                <>
                  <input
                    id={id}
                    name={id}
                    type="text"
                    inputMode="numeric"
                    autoComplete="off"
                    aria-label={`${label}: ${unit.name}`}
                    aria-invalid={problem ? true : undefined}
                    aria-describedby={problem ? `${id}-problem` : undefined}
                    value={row[name]}
                    onChange={(event) => onChange({ ...row, [name]: event.target.value })}
                  />
                  {before !== "" && <span className="sub changed">{t("trước: {old}", { old: before })}</span>}
                  {problem && (
                    <span id={`${id}-problem`} className="problem">
                      {problem.message}
                    </span>
                  )}
                </>
              );
            };
            return (
              <tr key={unit.unitId} hidden={hidden}>
                <th scope="row">
                  {unit.name} <span className="sub">{unit.code}</span>
                </th>
                <td data-label="N">{input("population", t("N của kỳ"))}</td>
                <td data-label={t("Cỡ mẫu n")}>{input("target", t("Cỡ mẫu n"))}</td>
                <td data-label={t("Cần mời")} className="numeric">
                  {gives ? formatCount(gives.toAsk, language) : "–"}
                </td>
                <td data-label={marginName} className="numeric">
                  {gives ? `±${formatShare(gives.margin, 1, language)}` : "–"}
                </td>
              </tr>
            );
          })}
        </tbody>
        <Totals rows={rows} plan={plan} marginName={marginName} />
      </table>
    </section>
  );
}

function sizesOf(row: UnitSizeValues): { population: number | null; target: number | null } {
  return { population: readCount(row.population) ?? null, target: readCount(row.target) ?? null };
}

function Totals({
  rows,
  plan,
  marginName,
}: {
  rows: readonly UnitSizeValues[];
  plan: SamplingPlan | null;
  marginName: string;
}) {
  const t = useWords();
  const language = useLanguage();
  const sizes = rows.map(sizesOf);
  const sum = (values: readonly (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0);
  const known = sizes.filter(({ population }) => population !== null).length;
  const set = sizes.filter(({ target }) => target !== null).length;
  const toAsk = sum(sizes.map((size) => whatTargetGives(plan, size)?.toAsk ?? null));
  const strata = sizes.map(({ population, target }) => ({ population: population ?? 0, size: target ?? 0 }));
  const margin = known === rows.length && plan ? stratifiedMargin(strata, plan) : null;
  const partly = (count: number) => (count < rows.length ? t("{n}/{all} đơn vị", { n: count, all: rows.length }) : "");
  return (
    <tfoot>
      <tr className="row-total">
        <th scope="row">{t("Tổng")}</th>
        <td data-label="N">
          {formatCount(sum(sizes.map(({ population }) => population)), language)}
          <span className="sub">{partly(known)}</span>
        </td>
        <td data-label={t("Cỡ mẫu n")}>
          {formatCount(sum(sizes.map(({ target }) => target)), language)}
          <span className="sub">{partly(set)}</span>
        </td>
        <td data-label={t("Cần mời")} className="numeric">
          {formatCount(toAsk, language)}
        </td>
        <td data-label={marginName} className="numeric">
          {margin === null ? "–" : `±${formatShare(margin, 1, language)}`}
          <span className="sub">{margin === null ? "" : t("chung, theo quy mô")}</span>
        </td>
      </tr>
    </tfoot>
  );
}
