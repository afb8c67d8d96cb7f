import { Link } from "@remix-run/react";
import { KIND_NAMES } from "~/i18n/names";
import { formatCount } from "~/i18n/numbers";
import { useWords } from "~/i18n/use-words";
import type { UnitKind } from "~/units/unit-kinds";
import { NumericHeading } from "./numeric-heading";
import { TableRegion } from "./table-region";

interface UnitRow {
  key: string;
  code: string;
  name: string;
  kind: UnitKind;
  sample: boolean;
  children: number;
}

/** One level of the unit tree, or the units found by a search. */
export function UnitsTable({ units, on }: { units: UnitRow[]; on: string }) {
  const t = useWords();
  return (
    <TableRegion label={t("Bảng đơn vị")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("Đơn vị")}</th>
            <th scope="col">{t("Mã")}</th>
            <th scope="col">{t("Loại")}</th>
            <NumericHeading>{t("Đơn vị trực thuộc")}</NumericHeading>
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={unit.key}>
              <th scope="row">
                <Link to={`/units?on=${on}&under=${unit.key}`}>{unit.name}</Link>
                {unit.sample && " "}
                {unit.sample && <span className="badge badge-caution">{t("dữ liệu mẫu")}</span>}
              </th>
              <td className="code">{unit.code}</td>
              <td>{KIND_NAMES[unit.kind]}</td>
              <td className="numeric">{unit.children > 0 ? formatCount(unit.children) : "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
