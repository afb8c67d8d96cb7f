import { useEffect, useRef, useState } from "react";
import { useWords } from "~/i18n/use-words";
import { type DraftDifference, differencesOf, mergedDraft, type Side } from "~/questionnaires/compare-drafts";
import type { DraftDocument } from "~/questionnaires/draft-document";
import type { TheirDraft } from "~/questionnaires/save-answer";
import { useDifferenceWords } from "./difference-words";

/** Somebody else saved meanwhile: who and when, and the choice between putting both together and keeping mine apart. */
export function ConflictPanel({
  base,
  mine,
  theirs,
  onSettle,
  onApart,
}: {
  /** The state from which both began. */
  base: DraftDocument;
  mine: DraftDocument;
  theirs: TheirDraft;
  onSettle: (document: DraftDocument) => void;
  /** False where it failed. */
  onApart: () => Promise<boolean>;
}) {
  const t = useWords();
  const panel = useRef<HTMLElement>(null);
  const [choices, setChoices] = useState<Readonly<Record<string, Side>>>({});
  const [failed, setFailed] = useState(false);
  useEffect(() => panel.current?.focus(), []);
  const words = useDifferenceWords(mine, theirs.document);
  const differences = differencesOf(base, mine, theirs.document).sort(
    (one, other) => Number(other.both) - Number(one.both),
  );
  return (
    <section
      ref={panel}
      className="notice notice-caution conflict-panel"
      tabIndex={-1}
      aria-labelledby="conflict-heading"
    >
      <h2 id="conflict-heading">
        {t("{name} đã lưu bản nháp này lúc {at}", { name: theirs.by ?? t("Người khác"), at: theirs.at })}
      </h2>
      <p>{t("Phần bạn đang viết vẫn còn nguyên trên màn hình, chưa mất gì. Xin chọn một cách:")}</p>
      <details open>
        <summary>{t("Gộp hai bản: {n} chỗ khác nhau", { n: differences.length })}</summary>
        {differences.length === 0 && <p>{t("Hai bản giống nhau.")}</p>}
        {differences.map((difference) => (
          <DifferenceChoice
            key={difference.key}
            difference={difference}
            words={words}
            side={choices[difference.key] ?? difference.proposed}
            onChoose={(side) => setChoices({ ...choices, [difference.key]: side })}
          />
        ))}
        <button
          type="button"
          className="button"
          onClick={() => onSettle(mergedDraft(mine, theirs.document, differences, choices))}
        >
          {t("Lưu bản đã gộp")}
        </button>
      </details>
      <p className="actions">
        <button type="button" className="button button-quiet" onClick={async () => setFailed(!(await onApart()))}>
          {t("Lưu bản của tôi thành bản nháp riêng")}
        </button>
      </p>
      <p role="alert" className="problem">
        {failed && t("Chưa lưu được, xin thử lại khi có mạng.")}
      </p>
    </section>
  );
}

function DifferenceChoice({
  difference,
  words,
  side,
  onChoose,
}: {
  difference: DraftDifference;
  words: ReturnType<typeof useDifferenceWords>;
  side: Side;
  onChoose: (side: Side) => void;
}) {
  const t = useWords();
  const fields = words.fields(difference);
  return (
    <fieldset className="difference">
      <legend>
        {words.name(difference)}
        {difference.both && <span className="badge badge-caution">{t("cả hai cùng sửa")}</span>}
      </legend>
      {(["mine", "theirs"] as const).map((one) => (
        <label key={one} className="check difference-side">
          <input
            type="radio"
            name={`difference ${difference.key}`}
            checked={side === one}
            onChange={() => onChoose(one)}
          />
          <span>
            <strong>{one === "mine" ? t("Của tôi") : t("Của người kia")}</strong>
            {fields.map((field) => (
              <span key={field.label} className="difference-field">
                {field.label && <span className="difference-label">{field.label}: </span>}
                {field[one]}
              </span>
            ))}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
