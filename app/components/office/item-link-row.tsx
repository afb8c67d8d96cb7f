import { useWords } from "~/i18n/use-words";
import { linkValue } from "~/questionnaires/propose-links";
import type { Difference, ItemDifference } from "~/questionnaires/version-difference";
import { type FieldProblem, problemOf } from "./problem-summary";
import { WordDiff } from "./word-diff";

/** One item of the new version: what changed in it, and which item of the version before it follows. */
export function ItemLinkRow({
  difference,
  dropped,
  before,
  chosen,
  problems,
}: {
  difference: ItemDifference;
  /** Items of the version before that nothing follows and that this one might. */
  dropped: readonly ItemDifference[];
  /** Wording of the version before, by code. */
  before: Readonly<Record<string, { text: string }>>;
  chosen: string | undefined;
  problems: readonly FieldProblem[];
}) {
  const t = useWords();
  const { toItem, fromItem, link, differences, wording, maySame } = difference;
  const name = `link.${toItem}`;
  const problem = problemOf(problems, name);
  const names: Readonly<Record<Difference, string>> = {
    wording: t("sửa câu chữ"),
    answers: t("đổi thang đo hoặc lựa chọn"),
    flags: t("đổi yếu tố, điều kiện hoặc tùy chọn"),
    code: t("đổi mã (trước là {code})", { code: fromItem ?? "" }),
    moved: t("chuyển chỗ"),
  };
  return (
    <li>
      <p>
        <span className="item-code">{toItem}</span> <WordDiff runs={link === "new" ? wording.map(plain) : wording} />
        {link === "new" && <span className="badge badge-good">{t("câu mới")}</span>}
        {differences.map((one) => (
          <span key={one} className="badge">
            {names[one]}
          </span>
        ))}
      </p>
      {problem && (
        <p id={`${name}-problem`} className="problem">
          {problem}
        </p>
      )}
      <label className="link-choice">
        {t("Liên kết")}{" "}
        <select
          id={name}
          name={name}
          defaultValue={chosen ?? linkValue(difference)}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${name}-problem` : undefined}
          aria-label={t("Liên kết của câu {code}", { code: toItem ?? "" })}
        >
          {fromItem !== null && maySame && (
            <option value={`same:${fromItem}`}>{t("Giữ nguyên: so được với {code}", { code: fromItem })}</option>
          )}
          {fromItem !== null && (
            <option value={`reworded:${fromItem}`}>
              {t("Sửa lời: so với {code} phải thận trọng", { code: fromItem })}
            </option>
          )}
          <option value="new">{t("Câu mới: không so với bản trước")}</option>
          {dropped.map(({ fromItem: code }) => (
            <option key={code} value={`reworded:${code}`}>
              {t("Thay cho câu {code}", { code: code ?? "" })}: {(before[code ?? ""]?.text ?? "").slice(0, 60)}
            </option>
          ))}
        </select>
      </label>
    </li>
  );
}

function plain<T extends { kind: string }>(run: T): T {
  return { ...run, kind: "same" };
}
