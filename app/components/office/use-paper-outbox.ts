import { useCallback, useEffect, useRef, useState } from "react";

/** A keyed form that waits on this computer until the server has stored it. */
export interface WaitingForm {
  number: number;
  fields: [string, string][];
  /** Why the server refused it; null while it waits. */
  refused: string | null;
}

/** What the server answers to a keyed form. */
export interface KeyedAnswer {
  outcome: "stored" | "repeated" | "refused";
  problems: { field: string; message: string }[];
}

const RETRY_MS = 10_000;

/**
 * Keeps keyed forms on this computer from the moment they are saved until the server has stored them, so that neither a
 * reload nor a broken network loses one. `key` names the bundle, the pass and whoever keys.
 */
export function usePaperOutbox(key: string, address: string) {
  const [waiting, setWaiting] = useState<WaitingForm[]>([]);
  const [problem, setProblem] = useState<"offline" | "signed-out" | null>(null);
  const forms = useRef<WaitingForm[]>([]);
  const sending = useRef(false);

  const keep = useCallback(
    (next: WaitingForm[]) => {
      forms.current = next;
      setWaiting(next);
      writeStored(key, next);
    },
    [key],
  );

  const send = useCallback(async () => {
    if (sending.current) return;
    sending.current = true;
    try {
      for (;;) {
        const form = forms.current.find(({ refused }) => refused === null);
        if (!form) return setProblem(null);
        const answer = await post(address, form);
        if (typeof answer === "string") return setProblem(answer);
        const refused = answer.outcome === "refused" ? answer.problems.map(({ message }) => message).join(" ") : null;
        const others = forms.current.filter((one) => one !== form);
        keep(refused === null ? others : [...others, { ...form, refused }]);
      }
    } finally {
      sending.current = false;
    }
  }, [address, keep]);

  useEffect(() => {
    forms.current = readStored(key);
    setWaiting(forms.current);
    const again = () => void send();
    again();
    const timer = setInterval(again, RETRY_MS);
    addEventListener("online", again);
    return () => {
      clearInterval(timer);
      removeEventListener("online", again);
    };
  }, [key, send]);

  const save = (form: Omit<WaitingForm, "refused">) => {
    keep([...forms.current, { ...form, refused: null }]);
    void send();
  };
  const drop = (number: number) =>
    keep(forms.current.filter((form) => form.number !== number || form.refused === null));
  return { waiting, problem, save, drop };
}

async function post(address: string, form: WaitingForm): Promise<KeyedAnswer | "offline" | "signed-out"> {
  try {
    const response = await fetch(address, {
      method: "POST",
      body: new URLSearchParams(form.fields),
      redirect: "manual",
      signal: AbortSignal.timeout(20_000),
    });
    if (response.type === "opaqueredirect" || response.status === 401) return "signed-out";
    if (response.status >= 500 || response.status === 429) return "offline";
    if (response.headers.get("Content-Type")?.startsWith("application/json"))
      return (await response.json()) as KeyedAnswer;
    return { outcome: "refused", problems: [{ field: "", message: await response.text() }] };
  } catch {
    return "offline";
  }
}

export function readStored<T>(key: string): T[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(stored) ? (stored as T[]) : [];
  } catch {
    return [];
  }
}

export function writeStored(key: string, value: readonly unknown[]): void {
  try {
    if (value.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A computer that keeps nothing still sends every form at once.
  }
}
