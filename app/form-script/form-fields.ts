/** The answers of a form as they would be sent, without its envelope of hidden fields. */
export function answersOf(form: HTMLFormElement): [string, string][] {
  const hidden = new Set(
    [...form.querySelectorAll<HTMLInputElement>("[type=hidden],.trap input")].map(({ name }) => name),
  );
  return [...new FormData(form)].filter(
    (field): field is [string, string] => typeof field[1] === "string" && field[1] !== "" && !hidden.has(field[0]),
  );
}

/** Puts answers back into a form; what the form does not have is left out. */
export function fillIn(form: HTMLFormElement, fields: readonly [string, string][]): void {
  for (const [name, value] of fields) {
    for (const field of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(`[name="${CSS.escape(name)}"]`)) {
      if (field instanceof HTMLTextAreaElement || !/radio|checkbox/.test(field.type)) field.value = value;
      else if (field.value === value) field.checked = true;
    }
  }
}

/** Value of a hidden field of the envelope. */
export function envelopeOf(form: HTMLFormElement, name: string): string {
  return form.querySelector<HTMLInputElement>(`[type=hidden][name="${name}"]`)?.value ?? "";
}

export function setEnvelope(form: HTMLFormElement, name: string, value: string): void {
  let field = form.querySelector<HTMLInputElement>(`[type=hidden][name="${name}"]`);
  if (!field) {
    field = document.createElement("input");
    field.type = "hidden";
    field.name = name;
    form.prepend(field);
  }
  field.value = value;
}

/** A UUID of version 4; `crypto.randomUUID` exists on secure pages only. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
