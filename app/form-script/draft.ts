/** Answers in the making, kept on this device: what was typed, under which id, and when it last changed. */
export interface Draft {
  responseId: string;
  startedAt: string;
  changedAt: number;
  /** Section that was open. */
  step?: number;
  /** What says under whose pseudonym an interviewer's form was opened. */
  interviewer?: string;
  fields: [name: string, value: string][];
}

const PREFIX = "hailong.draft/";
const KEPT_MS = 24 * 60 * 60 * 1000;

/** `<code>/<survey>`: drafts are kept by collection point and survey. */
export function readDraft(place: string): Draft | null {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + place) ?? "null");
  } catch {
    return null;
  }
}

/** False where the device does not let pages keep anything. */
export function writeDraft(place: string, draft: Draft): boolean {
  try {
    localStorage.setItem(PREFIX + place, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(place: string): void {
  try {
    localStorage.removeItem(PREFIX + place);
  } catch {
    // Where nothing can be kept there is nothing to drop.
  }
}

/** Drops every draft that has not changed for a day, of whatever survey. */
export function dropOldDrafts(now: number): void {
  try {
    for (const key of Object.keys(localStorage).filter((one) => one.startsWith(PREFIX))) {
      const place = key.slice(PREFIX.length);
      if (now - (readDraft(place)?.changedAt ?? 0) > KEPT_MS) dropDraft(place);
    }
  } catch {
    // As above.
  }
}
