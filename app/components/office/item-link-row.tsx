import { useWords } from "~/i18n/use-words";
import { shortened } from "~/questionnaires/condition-parts";
import type { DraftReview } from "~/questionnaires/draft-review";
import { linkValue } from "~/questionnaires/propose-links";
import type { Difference, ItemDifference } from "~/questionnaires/version-difference";
import { type FieldProblem, problemOf } from "./problem-summary";
import { WordDiff } from "./word-diff";

/** One item of the new version: what changed in it, and which item of the version before it follows. */
export function ItemLinkRow({
  difference,
  dropped,
  before,
  after,
  chosen,
  problems,
}: {
  difference: ItemDifference;
  /** Items of the version before that nothing follows and that this one might. */
  dropped: readonly ItemDifference[];
  /** Items of the version before and of the new one, by code. */
  before: DraftReview["before"];
  after: DraftReview["after"];
  chosen: string | undefined;
  problems: readonly FieldProblem[];
}) {
  const t = useWords();
  const { toItem, fromItem, link, differences, wording, maySame } = difference;
  const name = `link.${toItem}`;
  const nameBefore = (code: string | null) => before[code ?? ""]?.name ?? "";
  const ownName = after[toItem ?? ""]?.name ?? "";
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
        <span className="item-code">{ownName}</span> <WordDiff runs={link === "new" ? wording.map(plain) : wording} />
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
          aria-label={t("Liên kết của câu {name}", { name: ownName })}
        >
          {fromItem !== null && maySame && (
            <option value={`same:${fromItem}`}>
              {t("Giữ nguyên: so được với câu {name} của bản trước", { name: nameBefore(fromItem) })}
            </option>
          )}
          {fromItem !== null && (
            <option value={`reworded:${fromItem}`}>
              {t("Sửa lời: so với câu {name} của bản trước phải thận trọng", { name: nameBefore(fromItem) })}
            </option>
          )}
          <option value="new">{t("Câu mới: không so với bản trước")}</option>
          {dropped.map(({ fromItem: code }) => (
            <option key={code} value={`reworded:${code}`}>
              {t("Thay cho câu {name} của bản trước", { name: nameBefore(code) })}:{" "}
              {shortened(before[code ?? ""]?.text ?? "")}
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
