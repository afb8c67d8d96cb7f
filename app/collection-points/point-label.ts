/** Characters of a point's name: it stands on a poster. */
export const LABEL_LENGTH = 100;

/** Most counters that one form makes at each unit. */
export const MOST_COUNTERS = 50;

export type ReadLabel = { ok: true; label: string } | { ok: false; reason: string };

/** The name of a point as it is stored: one line, composed letters, single spaces. */
export function readLabel(typed: string): ReadLabel {
  const label = typed
    .normalize("NFC")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  if (label === "") return { ok: false, reason: "Nhập tên điểm." };
  if (label.length > LABEL_LENGTH) return { ok: false, reason: `Tên điểm dài quá ${LABEL_LENGTH} ký tự.` };
  return { ok: true, label };
}

/** Whether two names are the same to a reader. */
export function sameLabel(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
