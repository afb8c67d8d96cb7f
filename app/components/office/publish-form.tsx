import { Form, Link, useNavigation } from "@remix-run/react";
import { useMessages, useWords } from "~/i18n/use-words";
import type { DraftReview } from "~/questionnaires/draft-review";
import { FormDifferences } from "./form-differences";
import { ItemLinkRow } from "./item-link-row";
import { ProblemSummary } from "./problem-summary";
import { TextField } from "./text-field";

interface PublishFormProps {
  review: DraftReview;
  editor: string;
  failure: {
    problems: readonly { field: string; message: string }[];
    knownId: number | null;
    values: { variantName: string; links: Readonly<Record<string, string>> };
  } | null;
}

/** What changed since the version that a draft was made from, a link for each item, and the button that freezes it. */
export function PublishForm({ review, editor, failure }: PublishFormProps) {
  const { draft, differences, official, before, after } = review;
  const t = useWords();
  const told = useMessages();
  const busy = useNavigation().state !== "idle";
  const problems = (failure?.problems ?? []).map(({ field, message }) => ({ field, message: told(message) }));
  const kept = differences?.items.filter(({ toItem }) => toItem !== null) ?? [];
  const dropped = differences?.items.filter(({ toItem }) => toItem === null) ?? [];
  const changed = kept.filter(({ link, differences: some }) => link !== "same" || some.length > 0);
  const plain = kept.filter((one) => !changed.includes(one));
  const row = (difference: (typeof kept)[number]) => (
    <ItemLinkRow
      key={difference.toItem}
      difference={difference}
      dropped={dropped.filter(({ fromItem }) => before[fromItem ?? ""]?.type === after[difference.toItem ?? ""]?.type)}
      before={before}
      after={after}
      chosen={failure?.values.links[`link.${difference.toItem}`]}
      problems={problems}
    />
  );
  return (
    <Form method="post" className="publish-form" noValidate>
      <div id="problems" />
      <ProblemSummary problems={problems} />
      {failure?.knownId && (
        <p>
          <Link to={`/questionnaires/${failure.knownId}`}>{t("Xem phiên bản đã công bố")}</Link>
        </p>
      )}
      <input type="hidden" id="revision" name="revision" value={draft.revision} />
      {official && (
        <>
          <p>
            {t(
              "Biến thể của “{title}”: {verbatim} câu nguyên văn, {changed} câu sửa, {added} câu thêm, {dropped} câu bỏ.",
              {
                title: official.title,
                ...official.counts,
              },
            )}
          </p>
          <TextField
            name="variantName"
            label={t("Tên biến thể")}
            value={failure?.values.variantName ?? draft.variantName ?? ""}
            problems={problems}
          />
        </>
      )}
      {differences && draft.base ? (
        <>
          <h2>{t("Thay đổi so với “{title}”, phiên bản {n}", { title: draft.base.title, n: draft.base.version })}</h2>
          <FormDifferences differences={differences.form} />
          {changed.length === 0 && dropped.length === 0 ? (
            <p>{t("Không câu hỏi nào thay đổi.")}</p>
          ) : (
            <p className="hint">
              {t(
                "Liên kết cho biết số liệu câu nào so được với câu nào của bản trước. Hệ thống đã đề xuất theo mã và câu chữ; xin xem lại từng câu.",
              )}
            </p>
          )}
          {changed.length > 0 && <ul className="link-rows">{changed.map(row)}</ul>}
          {dropped.length > 0 && (
            <>
              <h3>{t("Câu bị bỏ")}</h3>
              <ul className="link-rows">
                {dropped.map(({ fromItem }) => (
                  <li key={fromItem}>
                    <span className="item-code">{before[fromItem ?? ""]?.name}</span>{" "}
                    <del>{before[fromItem ?? ""]?.text}</del>
                  </li>
                ))}
              </ul>
            </>
          )}
          {plain.length > 0 && (
            <details>
              <summary>{t("{n} câu giữ nguyên", { n: plain.length })}</summary>
              <ul className="link-rows">{plain.map(row)}</ul>
            </details>
          )}
        </>
      ) : (
        <p>{t("Đây là phiên bản đầu tiên: không có bản trước để so.")}</p>
      )}
      <p className="notice">
        {t(
          "Công bố xong, câu chữ của phiên bản này không sửa được nữa. Muốn sửa thì soạn phiên bản mới. Đợt khảo sát đang chạy vẫn dùng phiên bản của nó.",
        )}
      </p>
      <p className="actions">
        <button type="submit" className="button" disabled={busy}>
          {busy ? t("Đang công bố…") : t("Công bố")}
        </button>
        <Link to={editor}>{t("Quay lại soạn")}</Link>
      </p>
    </Form>
  );
}
