import type { DraftDocument } from "~/questionnaires/draft-document";
import type { KeptSave, SaveAnswer } from "~/questionnaires/save-answer";

/** What came of a request: the server's word, or why there is none. */
export type Reached<T> = { kind: "answer"; answer: T } | { kind: "offline" } | { kind: "signed-out" };

/** Asks the server; a redirect means that the session is over. */
async function ask<T>(address: string, init?: RequestInit): Promise<Reached<T>> {
  try {
    const response = await fetch(address, { ...init, redirect: "manual" });
    if (response.type === "opaqueredirect") return { kind: "signed-out" };
    const json = response.headers.get("Content-Type")?.includes("json");
    return json ? { kind: "answer", answer: (await response.json()) as T } : { kind: "offline" };
  } catch {
    return { kind: "offline" };
  }
}

const addressOf = (draftId: number) => `/questionnaires/drafts/${draftId}/saves`;

export function sendSave(
  draftId: number,
  { document, revision, intent }: { document: DraftDocument; revision: number; intent: "save" | "apart" },
): Promise<Reached<SaveAnswer>> {
  const body = new URLSearchParams({ intent, revision: String(revision), document: JSON.stringify(document) });
  return ask(addressOf(draftId), { method: "POST", body });
}

export function fetchSaves(draftId: number): Promise<Reached<KeptSave[]>> {
  return ask(addressOf(draftId));
}

export function fetchSave(draftId: number, revision: number): Promise<Reached<DraftDocument>> {
  return ask(`${addressOf(draftId)}?revision=${revision}`);
}

/** What a device keeps of a draft until it is saved: the state, and the save that it began from. */
export interface KeptOnDevice {
  document: DraftDocument;
  base: DraftDocument;
  revision: number;
}

const keyOf = (accountId: number, draftId: number) => `hailong.draft-editor.${accountId}.${draftId}`;

/** Storage may be full or forbidden; then there is only the server. */
export function keepOnDevice(accountId: number, draftId: number, kept: KeptOnDevice | null): void {
  try {
    if (kept) localStorage.setItem(keyOf(accountId, draftId), JSON.stringify(kept));
    else localStorage.removeItem(keyOf(accountId, draftId));
  } catch {
    // Nothing to be done, and nothing is said: the state of saving is shown anyway.
  }
}

export function readFromDevice(accountId: number, draftId: number): KeptOnDevice | null {
  try {
    return JSON.parse(localStorage.getItem(keyOf(accountId, draftId)) ?? "null") as KeptOnDevice | null;
  } catch {
    return null;
  }
}
