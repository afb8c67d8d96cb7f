import { Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import type { DrawMethod } from "~/surveys/draw-methods";
import { METHOD_PHRASES } from "./draw-forms";
import { TableRegion } from "./table-region";

export interface DrawLine {
  id: number;
  unitId: number | null;
  unitName: string | null;
  method: DrawMethod;
  seed: string;
  frameSize: number;
  sampleSize: number;
  moment: string;
  by: string | null;
}

/** The draws of a survey, the latest first, each leading to its minutes. */
export function DrawsTable({ surveyId, draws }: { surveyId: number; draws: readonly DrawLine[] }) {
  const t = useWords();
  return (
    <section aria-labelledby="draws-heading">
      <h2 id="draws-heading">{t("Các lần đã rút")}</h2>
      {draws.length === 0 ? (
        <p className="empty-state">{t("Chưa rút lần nào.")}</p>
      ) : (
        <TableRegion label={t("Các lần đã rút")}>
          <table className="stacked">
            <thead>
              <tr>
                <th scope="col">{t("Lần rút")}</th>
                <th scope="col">{t("Rút gì")}</th>
                <th scope="col">{t("Cách rút")}</th>
                <th scope="col">{t("Hạt giống")}</th>
                <th scope="col">{t("Số rút")}</th>
              </tr>
            </thead>
            <tbody>
              {draws.map((draw) => (
                <tr key={draw.id}>
                  <th scope="row">
                    <Link to={`/surveys/${surveyId}/draws/${draw.id}`}>{t("Biên bản số {n}", { n: draw.id })}</Link>
                    <span className="sub">
                      {draw.moment} {draw.by}
                    </span>
                  </th>
                  <td data-label={t("Rút gì")}>{draw.unitName ?? t("Đơn vị")}</td>
                  <td data-label={t("Cách rút")}>{t(METHOD_PHRASES[draw.method])}</td>
                  <td data-label={t("Hạt giống")}>{draw.seed}</td>
                  <td data-label={t("Số rút")}>{t("{n} trong {all}", { n: draw.sampleSize, all: draw.frameSize })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
    </section>
  );
}
