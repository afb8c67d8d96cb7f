import { Form, Link } from "@remix-run/react";
import { groupCode } from "~/collection-points/code";
import { formatCount } from "~/i18n/numbers";
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
  if (total === 0) {
    return (
      <p className="empty-state">
        Đơn vị chưa có điểm khảo sát nào. Điểm khảo sát có khi đơn vị được chọn vào một{" "}
        <Link to="/surveys">đợt khảo sát</Link>.
      </p>
    );
  }
  return (
    <>
      {(total > points.length || search) && (
        <Form method="get" className="field-inline" role="search">
          <label htmlFor="q">Tìm điểm khảo sát</label>
          <input id="q" name="q" type="search" defaultValue={search} placeholder="Tên đơn vị hoặc mã, không cần dấu" />
          <button type="submit" className="button button-quiet">
            Tìm
          </button>
        </Form>
      )}
      {found === 0 ? (
        <p className="empty-state">Không có điểm khảo sát nào khớp với “{search}”.</p>
      ) : (
        <Form method="post" className="form-stack" noValidate>
          <ProblemSummary problems={problems} />
          <Points points={points} chosen={values.pointId} problem={problemOf(problems, "pointId")} />
          {found > points.length && (
            <p className="muted">
              Hiện {formatCount(points.length)} trên {formatCount(found)} điểm; gõ thêm ở ô tìm để thu hẹp.
            </p>
          )}
          <TextField
            name="label"
            label="Nơi đặt máy"
            hint="Để nhận ra máy trong danh sách, ví dụ: Quầy số 3, cạnh cửa ra."
            value={values.label}
            problems={problems}
            autoComplete="off"
          />
          <button type="submit" className="button">
            Tạo mã ghép máy
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
  return (
    <fieldset className="field" id="pointId" aria-describedby={problem ? "pointId-problem" : undefined}>
      <legend>Điểm khảo sát</legend>
      {problem && (
        <p id="pointId-problem" className="problem">
          {problem}
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
