import { type ReactNode, useState } from "react";
import { useMessages, useWords } from "~/i18n/use-words";
import type { DraftText } from "~/questionnaires/draft-document";
import { useEditor } from "./editor-context";
import { fieldId } from "./parts";

interface ControlAttributes {
  id: string;
  "aria-invalid": true | undefined;
  "aria-describedby": string | undefined;
  onBlur: () => void;
}

/** Label, hint and problems of the field at a path around its control. */
export function EditorField({
  path,
  label,
  hint,
  children,
}: {
  path: string;
  label: ReactNode;
  hint?: string;
  children: (control: ControlAttributes) => ReactNode;
}) {
  const { problems, rest } = useEditor();
  const messageOf = useMessages();
  const t = useWords();
  const id = fieldId(path);
  const own = problems.filter((problem) => problem.path === path);
  const wrong = own.some(({ severity, missing }) => severity === "error" && !missing);
  // What was not typed yet is said in a word; the list of problems says the rest.
  const quiet = path.endsWith(".label.vi") ? t("chưa có nhãn") : t("chưa nhập");
  const messages = own.map(({ missing, message }) => (missing ? quiet : messageOf(message)));
  const describedBy = [hint && `${id}-hint`, own.length > 0 && `${id}-problem`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {children({
        id,
        "aria-invalid": wrong || undefined,
        "aria-describedby": describedBy || undefined,
        onBlur: rest,
      })}
      {own.length > 0 && (
        <p id={`${id}-problem`} className={wrong ? "problem" : "hint"}>
          {messages.join(" ")}
        </p>
      )}
    </div>
  );
}

/** A text in Vietnamese and, side by side with it, in English. */
export function TextPair({
  path,
  label,
  hint,
  value,
  onChange,
  lines = 2,
}: {
  path: string;
  label: string;
  hint?: string;
  value: DraftText | undefined;
  onChange: (value: DraftText, typing: string) => void;
  /** One line is a plain input. */
  lines?: number;
}) {
  const { bilingual } = useEditor();
  const t = useWords();
  const text = value ?? { vi: "" };
  const change = (language: "vi" | "en", typed: string) => {
    const next = language === "vi" ? { ...text, vi: typed } : { ...text, en: typed };
    if (!next.en) delete next.en;
    onChange(next, `${path}.${language}`);
  };
  const languages = bilingual ? (["vi", "en"] as const) : (["vi"] as const);
  return (
    <div className={bilingual ? "text-pair text-pair-both" : "text-pair"}>
      {languages.map((language) => (
        <EditorField
          key={language}
          path={`${path}.${language}`}
          label={language === "en" ? t("{label} – tiếng Anh", { label }) : label}
          {...(hint && language === "vi" ? { hint } : {})}
        >
          {(control) => {
            const field = { ...control, lang: language, value: text[language] ?? "" };
            return lines === 1 ? (
              <input {...field} onChange={({ target }) => change(language, target.value)} />
            ) : (
              <textarea {...field} rows={lines} onChange={({ target }) => change(language, target.value)} />
            );
          }}
        </EditorField>
      ))}
    </div>
  );
}

/** A field whose text takes effect when it is left: codes and values. One that cannot be is put back, and the reason stays. */
export function CommittedField({
  path,
  label,
  hint,
  value,
  inputMode,
  refusal,
  onCommit,
}: {
  path: string;
  label: ReactNode;
  hint?: string;
  value: string;
  inputMode?: "numeric" | "decimal";
  /** Why a text cannot be taken; null where it can. */
  refusal: (typed: string) => string | null;
  onCommit: (typed: string) => void;
}) {
  const t = useWords();
  const [typed, setTyped] = useState<string | null>(null);
  /** What was put back, and why. */
  const [putBack, setPutBack] = useState<string | null>(null);
  const refused = typed === null || typed === value ? null : refusal(typed);
  const commit = () => {
    if (typed === null) return;
    if (refused !== null)
      setPutBack(
        value === ""
          ? refused
          : t("{reason} Đã giữ «{value}» như trước, không dùng «{typed}».", { reason: refused, value, typed }),
      );
    else if (typed !== value) onCommit(typed);
    setTyped(null);
  };
  return (
    <EditorField path={path} label={label} {...(hint ? { hint } : {})}>
      {(control) => (
        <>
          <input
            {...control}
            aria-invalid={refused !== null || control["aria-invalid"]}
            inputMode={inputMode}
            autoComplete="off"
            spellCheck={false}
            value={typed ?? value}
            onChange={({ target }) => {
              setTyped(target.value);
              setPutBack(null);
            }}
            onBlur={() => {
              commit();
              control.onBlur();
            }}
            onKeyDown={({ key }) => {
              if (key === "Enter") commit();
              if (key === "Escape") setTyped(null);
            }}
          />
          <span role="alert" className="problem">
            {refused ?? putBack}
          </span>
        </>
      )}
    </EditorField>
  );
}

/** A box to tick. */
export function Tick({
  path,
  label,
  hint,
  checked,
  onChange,
}: {
  path: string;
  label: string;
  hint?: string;
  checked: boolean | undefined;
  onChange: (checked: boolean) => void;
}) {
  return (
    <label className="check">
      <input
        id={fieldId(path)}
        type="checkbox"
        checked={checked ?? false}
        onChange={({ target }) => onChange(target.checked)}
      />
      <span>
        {label}
        {hint && <span className="sub">{hint}</span>}
      </span>
    </label>
  );
}
