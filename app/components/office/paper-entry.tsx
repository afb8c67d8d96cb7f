import { useEffect, useMemo, useState } from "react";
import { useWords } from "~/i18n/use-words";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import { INVALID_REASONS } from "~/responses/paper-batch";
import { beginKeying, enterText, type Keying, keyedFields, pressKey, stepsOf } from "~/responses/paper-keys";
import { InvalidReasons } from "./paper-invalid-reasons";
import { KeyedAnswers } from "./paper-keyed-answers";
import { PaperOutboxNotes } from "./paper-outbox-notes";
import { PaperQuestion } from "./paper-question";
import { readStored, usePaperOutbox, writeStored } from "./use-paper-outbox";

export interface PaperEntryProps {
  questionnaire: Questionnaire;
  /** Address that stores a form. */
  address: string;
  /** Names the bundle, the pass and whoever keys. */
  storageKey: string;
  pass: 1 | 2;
  /** Numbers that wait to be keyed in this pass, the one to begin with first. */
  open: readonly number[];
  returned: number;
}

interface Draft {
  number: number;
  keying: Keying;
}

/**
 * Entry of paper forms by the keyboard alone: digits answer, Enter goes on, Backspace goes back, Esc marks the form as not
 * valid, and at the end one Enter saves and opens the next form.
 */
export function PaperEntry({ questionnaire, address, storageKey, pass, open, returned }: PaperEntryProps) {
  const t = useWords();
  const steps = useMemo(() => stepsOf(questionnaire), [questionnaire]);
  const outbox = usePaperOutbox(`${storageKey}.outbox`, address);
  const [saved, setSaved] = useState<ReadonlySet<number>>(new Set());
  const [draft, setDraft] = useState<Draft | null>(null);
  const [judging, setJudging] = useState(false);
  const [begun, setBegun] = useState(false);

  useEffect(() => {
    const [kept] = readStored<Draft>(`${storageKey}.draft`);
    const waiting = new Set(readStored<{ number: number }>(`${storageKey}.outbox`).map(({ number }) => number));
    setSaved(waiting);
    setBegun(true);
    const first = open.find((number) => !waiting.has(number)) ?? null;
    if (kept && open.includes(kept.number) && !waiting.has(kept.number)) setDraft(kept);
    else setDraft(first === null ? null : { number: first, keying: beginKeying() });
  }, [storageKey, open]);

  const change = (next: Draft | null) => {
    setDraft(next);
    writeStored(`${storageKey}.draft`, next ? [next] : []);
  };
  const store = (number: number, fields: [string, string][]) => {
    outbox.save({ number, fields: [["paper.number", String(number)], ["paper.pass", String(pass)], ...fields] });
    const done = new Set([...saved, number]);
    setSaved(done);
    setJudging(false);
    const later = open.filter((one) => !done.has(one));
    const next = later.find((one) => one > number) ?? later[0] ?? null;
    change(next === null ? null : { number: next, keying: beginKeying() });
  };
  const press = (key: string) => {
    if (!draft) return;
    const { number, keying } = draft;
    if (judging) {
      if (key === "Escape") setJudging(false);
      else if (INVALID_REASONS[Number(key) - 1])
        store(number, [
          ["paper.intent", "invalid"],
          ["paper.invalid", key],
        ]);
      return;
    }
    if (key === "Escape") return setJudging(true);
    if (key === "Enter" && keying.at >= steps.length) return store(number, keyedFields(questionnaire, steps, keying));
    change({ number, keying: pressKey(questionnaire, steps, keying, key) });
  };
  useKeys(press);

  if (!begun) return null;
  if (!draft) {
    return (
      <>
        <PaperOutboxNotes {...outbox} />
        <p className="notice notice-good" role="status">
          {pass === 1 ? t("Đã nhập lần một hết số phiếu của lô.") : t("Đã nhập lần hai hết số phiếu được chọn.")}{" "}
          <a href="?">{t("Về trang của lô phiếu")}</a>
        </p>
      </>
    );
  }
  const { number, keying } = draft;
  const step = steps[keying.at] ?? null;
  return (
    <section className="paper-entry" aria-label={t("Nhập phiếu số {n}", { n: number })}>
      <div className="paper-entry-head">
        <NumberField
          number={number}
          open={open.filter((one) => !saved.has(one))}
          onNumber={(next) => change({ number: next, keying: beginKeying() })}
        />
        <p>{t("{done}/{all} phiếu", { done: returned - open.length + saved.size, all: returned })}</p>
      </div>
      <PaperOutboxNotes {...outbox} />
      {judging ? (
        <InvalidReasons
          onReason={press}
          onTyped={(reason) =>
            store(number, [
              ["paper.intent", "invalid"],
              ["paper.reason", reason],
            ])
          }
        />
      ) : (
        <PaperQuestion
          questionnaire={questionnaire}
          step={step}
          keying={keying}
          onKey={press}
          onText={(text) => change({ number, keying: enterText(questionnaire, steps, keying, text) })}
        />
      )}
      <p className="paper-keys">
        {t("Chữ số: trả lời · Enter hoặc phím cách: bỏ trống · ← (Backspace): quay lại · Esc: phiếu không hợp lệ")}
      </p>
      <KeyedAnswers
        questionnaire={questionnaire}
        steps={steps}
        keying={keying}
        onStep={(at) => change({ number, keying: { ...keying, at, typed: "", message: null } })}
      />
    </section>
  );
}

/** Which sheet this is; forms of a bundle need not lie in their order. */
function NumberField({
  number,
  open,
  onNumber,
}: {
  number: number;
  open: readonly number[];
  onNumber: (number: number) => void;
}) {
  const t = useWords();
  return (
    <label className="paper-number">
      {t("Phiếu số")}
      <select value={number} onChange={({ currentTarget }) => onNumber(Number(currentTarget.value))}>
        {(open.includes(number) ? open : [number, ...open]).map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
    </label>
  );
}

const KEYS = /^(?:\d|Enter|Backspace|Escape| |[.,-])$/;

/** Hears the keyboard wherever the focus is, save in fields and on buttons, which have keys of their own. */
function useKeys(press: (key: string) => void): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return;
      if (!KEYS.test(event.key) || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return;
      // What the keyboard can reach has these keys for itself; buttons for the mouse alone have not.
      if (target.tabIndex >= 0 && /^(?:Enter| )$/.test(event.key)) return;
      event.preventDefault();
      press(event.key);
    };
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, [press]);
}
