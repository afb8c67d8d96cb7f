import { Form, Link } from "@remix-run/react";
import { groupCode } from "~/collection-points/code";
import { formatCount } from "~/i18n/numbers";
import { useLanguage } from "~/i18n/use-text";
import { useMessages, useWords } from "~/i18n/use-words";
import { type FieldProblem, ProblemSummary, problemOf } from "./problem-summary";
import { TextField } from "./text-field";

interface NewKioskFormProps {
  search: string;
  points: { id: number; code: string; label: string; unitName: string }[];
  found: number;
  total: number;
  problems: readonly FieldProblem[];
  values: Record<string, string>;
}

/** A new tablet: the point that its answers belong to, found by search, and where it stands. */
export function NewKioskForm({ search, points, found, total, problems, values }: NewKioskFormProps) {
  const t = useWords();
  const language = useLanguage();
  if (total === 0) {
    return (
      <p className="empty-state">
        {t("Đơn vị chưa có điểm khảo sát nào. Điểm khảo sát có khi đơn vị được chọn vào một")}{" "}
        <Link to="/surveys">{t("đợt khảo sát")}</Link>.
      </p>
    );
  }
  return (
    <>
      {(total > points.length || search) && (
        <Form method="get" className="field-inline" role="search">
          <label htmlFor="q">{t("Tìm điểm khảo sát")}</label>
          <input
            id="q"
            name="q"
            type="search"
            defaultValue={search}
            placeholder={t("Tên đơn vị hoặc mã, không cần dấu")}
          />
          <button type="submit" className="button button-quiet">
            {t("Tìm")}
          </button>
        </Form>
      )}
      {found === 0 ? (
        <p className="empty-state">{t("Không có điểm khảo sát nào khớp với “{search}”.", { search })}</p>
      ) : (
        <Form method="post" className="form-stack" noValidate>
          <ProblemSummary problems={problems} />
          <Points points={points} chosen={values.pointId} problem={problemOf(problems, "pointId")} />
          {found > points.length && (
            <p className="muted">
              {t("Hiện {n} trên {total} điểm; gõ thêm ở ô tìm để thu hẹp.", {
                n: formatCount(points.length, language),
                total: formatCount(found, language),
              })}
            </p>
          )}
          <TextField
            name="label"
            label={t("Nơi đặt máy")}
            hint={t("Để nhận ra máy trong danh sách, ví dụ: Quầy số 3, cạnh cửa ra.")}
            value={values.label}
            problems={problems}
            autoComplete="off"
          />
          <button type="submit" className="button">
            {t("Tạo mã ghép máy")}
          </button>
        </Form>
      )}
    </>
  );
}

function Points({
  points,
  chosen,
  problem,
}: Pick<NewKioskFormProps, "points"> & { chosen: string | undefined; problem: string | undefined }) {
  const t = useWords();
  const tell = useMessages();
  return (
    <fieldset className="field" id="pointId" aria-describedby={problem ? "pointId-problem" : undefined}>
      <legend>{t("Điểm khảo sát")}</legend>
      {problem && (
        <p id="pointId-problem" className="problem">
          {tell(problem)}
        </p>
      )}
      <div>
        {points.map((point) => (
          <label key={point.id} className="check">
            <input
              type="radio"
              name="pointId"
              value={point.id}
              defaultChecked={chosen === String(point.id) || points.length === 1}
            />
            <span>
              {point.unitName}
              <span className="sub">
                {point.label} · <span className="code">{groupCode(point.code)}</span>
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
