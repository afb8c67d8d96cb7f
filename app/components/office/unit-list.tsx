import { useEffect, useRef } from "react";
import { formatCount } from "~/i18n/numbers";
import { useLanguage } from "~/i18n/use-text";
import { useMessages, useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import { answerOf, type ListAnswer, type UnitLineProblem } from "~/surveys/find-units";

const REASONS: Readonly<Record<UnitLineProblem["reason"], Phrase>> = {
  unknown: "không đơn vị nào hiện nay mang mã hoặc tên này.",
  ambiguous: "có nhiều đơn vị như vậy.",
  "not-offered": "là đơn vị không chọn được ở đợt này.",
  disagreeing: "mã và tên không phải của cùng một đơn vị.",
};

/** Lines with problems that are shown at once; the rest when these are done. */
const MOST_SHOWN = 100;

/** Takes units from a list that is pasted or in a file; nothing is ticked until every line stands for one unit. */
export function UnitList({
  typed,
  problem,
  answer,
}: {
  typed: string;
  problem: string | undefined;
  answer: ListAnswer | null;
}) {
  const t = useWords();
  const told = useMessages();
  const language = useLanguage();
  const outcome = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (answer) outcome.current?.focus();
  }, [answer]);
  const count = (number: number) => formatCount(number, language);
  const problems = answer?.problems ?? [];
  const refusal = answer?.refusal ?? null;
  return (
    <div id="unit-list" className="unit-list-field">
      <input type="hidden" name="turn" value={answer?.turn ?? 0} />
      {answer?.taken && (
        <div ref={outcome} tabIndex={-1} className="notice notice-good" role="status">
          <Taken taken={answer.taken} />
        </div>
      )}
      {refusal && (
        <div ref={outcome} tabIndex={-1} className="notice notice-error" role="alert">
          <p>{told(refusal)}</p>
        </div>
      )}
      <details className="card" open={typed !== "" || problems.length > 0 || problem !== undefined}>
        <summary>{t("Dán hoặc tải lên danh sách đơn vị")}</summary>
        {problems.length > 0 && (
          <div ref={outcome} tabIndex={-1} className="notice notice-error" role="alert">
            <h3>{t("{n} dòng chưa rõ, chưa chọn đơn vị nào từ danh sách", { n: count(problems.length) })}</h3>
            <p>{t("Chọn đơn vị đúng hoặc bỏ dòng ở từng dòng dưới đây, hay sửa danh sách, rồi tra lại.")}</p>
            <ul className="unit-list-problems">
              {problems.slice(0, MOST_SHOWN).map((one) => (
                <LineProblem key={one.line} problem={one} />
              ))}
            </ul>
            {problems.length > MOST_SHOWN && <p>{t("và {n} dòng khác", { n: count(problems.length - MOST_SHOWN) })}</p>}
          </div>
        )}
        {problem && (
          <p id="list-problem" className="problem">
            {problem}
          </p>
        )}
        <div className="field">
          <label htmlFor="list">{t("Danh sách, mỗi dòng một đơn vị: mã, tên, hoặc “mã, tên”")}</label>
          <textarea
            id="list"
            name="list"
            rows={5}
            defaultValue={typed}
            aria-describedby={problem ? "list-problem" : undefined}
          />
        </div>
        <div className="field">
          <label htmlFor="listFile">{t("Hoặc tệp XLSX, CSV, TXT, không quá 1 MB")}</label>
          <input id="listFile" name="listFile" type="file" accept=".xlsx,.csv,.txt" />
        </div>
        <div className="actions">
          <button type="submit" name="intent" value="look-up" className="button button-quiet">
            {t("Tra danh sách")}
          </button>
          <span className="hint">{t("Đơn vị tra được sẽ được đánh dấu ở dưới; chưa lưu.")}</span>
        </div>
      </details>
    </div>
  );
}

function Taken({ taken: { units, before, from, repeated, skipped } }: { taken: NonNullable<ListAnswer["taken"]> }) {
  const t = useWords();
  const language = useLanguage();
  const n = formatCount(units, language);
  return (
    <p>
      {from === null
        ? t("Đã đánh dấu {n} đơn vị theo danh sách.", { n })
        : t("Đã đánh dấu {n} đơn vị thuộc {place}.", { n, place: from })}
      {before > 0 && ` ${t("{n} đơn vị đã đánh dấu từ trước.", { n: formatCount(before, language) })}`}
      {repeated > 0 && ` ${t("{n} dòng lặp lại.", { n: formatCount(repeated, language) })}`}
      {skipped > 0 && ` ${t("{n} dòng đã bỏ.", { n: formatCount(skipped, language) })}`}
    </p>
  );
}

function LineProblem({ problem: { line, typed, reason, candidates, former } }: { problem: UnitLineProblem }) {
  const t = useWords();
  const field = `answer-${line}`;
  return (
    <li>
      <label htmlFor={field}>
        {t("Dòng {line}: “{typed}”", { line, typed })}: {t(REASONS[reason])}
      </label>
      {former.map(({ code, name, now }) => (
        <p key={`${code} ${name}`} className="hint">
          {now.length > 0
            ? t("{code} là mã cũ của {name}, nay thuộc {now}.", { code, name, now: now.join("; ") })
            : t("{code} là mã cũ của {name}, nay không còn.", { code, name })}
        </p>
      ))}
      <select id={field} name="answers" defaultValue="">
        <option value="">{t("Chưa chọn")}</option>
        {candidates.map(({ id, code, name, place }) => (
          <option key={id} value={answerOf(line, id, typed)}>
            {[`${code} ${name}`, place].filter((part) => part !== null).join(", ")}
          </option>
        ))}
        <option value={answerOf(line, "skip", typed)}>{t("Bỏ dòng này")}</option>
      </select>
    </li>
  );
}
