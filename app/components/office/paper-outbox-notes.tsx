import { useWords } from "~/i18n/use-words";
import type { WaitingForm } from "./use-paper-outbox";

/** What became of the forms that were saved: stored, waiting on this computer, or refused with what is there. */
export function PaperOutboxNotes({
  waiting,
  problem,
  drop,
}: {
  waiting: readonly WaitingForm[];
  problem: "offline" | "signed-out" | null;
  drop: (number: number) => void;
}) {
  const t = useWords();
  const refused = waiting.filter((form) => form.refused !== null);
  const kept = waiting.length - refused.length;
  return (
    <>
      <div role="status">
        {kept > 0 && problem !== null && (
          <p className="notice">
            {problem === "offline"
              ? t("Mất kết nối: {n} phiếu đang giữ trên máy này và sẽ tự lưu khi có mạng. Cứ nhập tiếp.", { n: kept })
              : t("Phiên làm việc đã hết: {n} phiếu đang giữ trên máy này.", { n: kept })}{" "}
            {problem === "signed-out" && (
              <a href={`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`}>
                {t("Đăng nhập lại để lưu")}
              </a>
            )}
          </p>
        )}
      </div>
      {refused.map((form) => (
        <div key={form.number} className="notice notice-error" role="alert">
          <p>
            {t("Phiếu số {n} chưa lưu được.", { n: form.number })} {form.refused}
          </p>
          <button type="button" className="button button-quiet" onClick={() => drop(form.number)}>
            {t("Bỏ phiếu vừa nhập này")}
          </button>
        </div>
      ))}
    </>
  );
}
