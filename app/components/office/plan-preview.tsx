import { Form, useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { formatCount } from "~/i18n/numbers";
import { useMessages, useWords } from "~/i18n/use-words";
import type { PlanPreview as Preview } from "~/reports/plan-answer";
import { TableRegion } from "./table-region";

/** A plan before it is stored: its tasks, what it replaces, and the tick to agree. */
export function PlanPreview({ preview, refusal }: { preview: Preview; refusal: string | null }) {
  const t = useWords();
  const tell = useMessages();
  const busy = useNavigation().state !== "idle";
  const heading = useRef<HTMLHeadingElement>(null);
  const { plan, replaces, documents, seen } = preview;
  const { year, tasks } = plan;
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="card form-stack" aria-labelledby="preview-heading">
      <h2 id="preview-heading" ref={heading} tabIndex={-1}>
        {t("Xem trước kế hoạch năm {year}", { year })}
      </h2>
      <p>
        <strong>{plan.title}</strong> {plan.source}
      </p>
      <TableRegion label={t("Bảng nhiệm vụ của kế hoạch")}>
        <table className="stacked">
          <thead>
            <tr>
              <th scope="col">{t("Nhiệm vụ")}</th>
              <th scope="col">{t("Cơ quan chủ trì")}</th>
              <th scope="col">{t("Thời hạn")}</th>
            </tr>
          </thead>
          <tbody>
            {tasks.map((task) => (
              <tr key={task.number}>
                <th scope="row">
                  {task.number}. {task.content}
                </th>
                <td data-label={t("Cơ quan chủ trì")}>{task.lead.map(({ name }) => name).join("; ")}</td>
                <td data-label={t("Thời hạn")}>{task.deadline_text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
      <p className={replaces ? "notice" : undefined}>
        {replaces
          ? t(
              "Năm {year} đã có kế hoạch; ghi kế hoạch này sẽ thay kế hoạch đó. Số văn bản đã ghi của năm: {n}, được giữ nguyên.",
              { year, n: formatCount(documents) },
            )
          : t("Năm {year} chưa có kế hoạch.", { year })}
      </p>
      {refusal && (
        <p className="problem" role="alert" id="plan-refusal">
          {tell(refusal)}
        </p>
      )}
      <Form method="post" className="form-stack">
        <input type="hidden" name="plan" value={JSON.stringify(plan)} />
        <input type="hidden" name="seen" value={seen} />
        <label className="check">
          <input
            type="checkbox"
            name="confirmed"
            value="yes"
            autoComplete="off"
            aria-describedby={refusal ? "plan-refusal" : undefined}
          />
          {replaces
            ? t("Tôi đã rà soát và đồng ý thay kế hoạch năm {year}", { year })
            : t("Tôi đã rà soát và đồng ý ghi kế hoạch năm {year}", { year })}
        </label>
        <div>
          <button type="submit" name="change" value="save" className="button" disabled={busy}>
            {t("Ghi kế hoạch năm {year}", { year })}
          </button>
        </div>
      </Form>
    </section>
  );
}
