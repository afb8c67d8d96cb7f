import { Form, useNavigation } from "@remix-run/react";
import { useMessages, useWords } from "~/i18n/use-words";
import type { SnapshotKind } from "~/snapshots/snapshot-kinds";

interface SnapshotChoice {
  id: number;
  number: number;
  kind: SnapshotKind;
  taken: string;
}

/** Which snapshot the reports of all units are made from, the latest unless another is chosen, and as what. */
export function UnitReportsForm({
  snapshots,
  problem,
}: {
  snapshots: readonly SnapshotChoice[];
  problem: string | null;
}) {
  const t = useWords();
  const message = useMessages();
  const busy = useNavigation().state !== "idle";
  const preferred = snapshots.find(({ kind }) => kind === "final") ?? snapshots[0];
  return (
    <Form method="post" className="card form-stack">
      <p>
        {t(
          "Một tệp ZIP gồm báo cáo của mỗi đơn vị được khảo sát và danh sách đơn vị. Đơn vị ít phiếu thì số liệu được che.",
        )}
      </p>
      {problem && (
        <p className="notice notice-error" role="alert">
          {message(problem)}
        </p>
      )}
      <div className="field">
        <label htmlFor="snapshotId">{t("Bản số liệu")}</label>
        <select id="snapshotId" name="snapshotId" defaultValue={preferred?.id}>
          {snapshots.map(({ id, number, kind, taken }) => (
            <option key={id} value={id}>
              {t(kind === "final" ? "Bản chốt số {number}" : "Bản tạm tính số {number}", { number })}, {taken}
            </option>
          ))}
        </select>
      </div>
      <fieldset className="field">
        <legend>{t("Loại tệp")}</legend>
        <label className="check">
          <input type="radio" name="format" value="docx" defaultChecked />
          <span>{t("Word, để sửa và ký")}</span>
        </label>
        <label className="check">
          <input type="radio" name="format" value="pdf" />
          <span>{t("PDF, để xem và in")}</span>
        </label>
      </fieldset>
      <p>
        <button type="submit" className="button" disabled={busy}>
          {t("Lập báo cáo mọi đơn vị")}
        </button>
      </p>
    </Form>
  );
}
