import { useMessages, useWords } from "~/i18n/use-words";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import { PaperEntry } from "./paper-entry";
import { PlainPaperEntry } from "./paper-entry-plain";
import type { FieldProblem } from "./problem-summary";

interface PaperEntryViewProps {
  entry: {
    pass: 1 | 2;
    questionnaire: Questionnaire;
    open: readonly number[];
    returned: number;
    storageKey: string;
    samePerson: boolean;
  };
  /** Why no forms can be keyed. */
  barred: string | null;
  saved: number | null;
  address: string;
  refused: { problems: FieldProblem[]; values: Record<string, string> } | null;
}

/** The entry of forms in one pass: by the keyboard, or as a plain form where there is no script. */
export function PaperEntryView({ entry, barred, saved, address, refused }: PaperEntryViewProps) {
  const t = useWords();
  const tell = useMessages();
  const { pass, questionnaire, open } = entry;
  return (
    <>
      <p>
        <a href={address}>{t("Về trang của lô phiếu")}</a> ·{" "}
        {pass === 1 ? t("Nhập lần một") : t("Nhập lần hai, không xem lần một")}
      </p>
      {entry.samePerson && (
        <p className="notice">
          {t("Chính tài khoản này đã nhập lần một của lô. Nếu có thể, để người khác nhập lần hai.")}
        </p>
      )}
      {barred ? (
        <p className="notice notice-error">{tell(barred)}</p>
      ) : (
        <>
          <PaperEntry {...entry} address={`${address}/forms`} />
          <noscript>
            {saved !== null && <p className="notice notice-good">{t("Đã lưu phiếu số {n}.", { n: saved })}</p>}
            {open.length === 0 ? (
              <p>{t("Không còn phiếu nào chờ nhập lần này.")}</p>
            ) : (
              <PlainPaperEntry
                questionnaire={questionnaire}
                pass={pass}
                number={open[0] ?? null}
                values={refused?.values ?? {}}
                problems={refused?.problems ?? []}
              />
            )}
          </noscript>
        </>
      )}
    </>
  );
}
