const KEY = "hailong.sent";

/** Remembers, for this tab only, that the form of an id was sent. */
export function rememberSent(responseId: string): void {
  try {
    sessionStorage.setItem(KEY, [...sentIds().slice(-20), responseId].join(" "));
  } catch {
    // A device that keeps nothing shows the form as any other.
  }
}

export function wasSent(responseId: string): boolean {
  return sentIds().includes(responseId);
}

function sentIds(): string[] {
  try {
    return (sessionStorage.getItem(KEY) ?? "").split(" ").filter(Boolean);
  } catch {
    return [];
  }
}
