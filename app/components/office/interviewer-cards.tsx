import { formatCount } from "~/i18n/numbers";
import { useWords } from "~/i18n/use-words";

interface Interviewer {
  id: number;
  displayName: string;
  username: string;
  unitName: string;
  active: boolean;
  pseudonym: string | null;
  /** Null: only for whoever runs the fieldwork. */
  responses: number | null;
  pointIds: readonly number[];
}

/** Interviewers in scope with their pseudonym in the survey and the points where they interview. */
export function InterviewerCards({
  interviewers,
  points,
}: {
  interviewers: readonly Interviewer[];
  points: readonly { id: number; label: string; unitName: string }[];
}) {
  const t = useWords();
  if (interviewers.length === 0) {
    return (
      <p className="empty-state">
        {t(
          "Chưa có tài khoản điều tra viên nào trong phạm vi. Người quản trị tạo tài khoản với vai trò “Điều tra viên”.",
        )}
      </p>
    );
  }
  return (
    <>
      {interviewers.map((interviewer) => (
        <section key={interviewer.id} className="card" aria-labelledby={`interviewer-${interviewer.id}`}>
          <h2 id={`interviewer-${interviewer.id}`}>
            {interviewer.displayName} <span className="badge">{interviewer.pseudonym ?? t("chưa phân công")}</span>{" "}
            {!interviewer.active && <span className="badge badge-danger">{t("tài khoản đã khóa")}</span>}
          </h2>
          <p className="muted">
            {interviewer.username} · {interviewer.unitName}
            {interviewer.responses !== null &&
              ` · ${t("{n} phiếu đã phỏng vấn", { n: formatCount(interviewer.responses) })}`}
          </p>
          {interviewer.active && (
            <details open={points.length <= 6 || undefined}>
              <summary>{t("Phân công")}</summary>
              <form method="post" className="form-stack">
                <input type="hidden" name="accountId" value={interviewer.id} />
                <fieldset className="field">
                  <legend>{t("Điểm được phân công")}</legend>
                  {points.map((point) => (
                    <label key={point.id} className="check">
                      <input
                        type="checkbox"
                        name="pointId"
                        value={point.id}
                        defaultChecked={interviewer.pointIds.includes(point.id)}
                      />
                      {point.unitName} · {point.label}
                    </label>
                  ))}
                </fieldset>
                <button type="submit" className="button">
                  {t("Lưu phân công")}
                </button>
              </form>
            </details>
          )}
        </section>
      ))}
    </>
  );
}
