/** Fields in the order of arrival; a name may stand several times. */
export type FormFields = [name: string, value: string][];

/** What was sent to a form's address, or why it could not be read as a form; the status is the HTTP answer's. */
export type FormBody =
  | { ok: true; fields: FormFields }
  /** `fields`: what the first bytes hold, the last value cut where they end. */
  | { ok: false; reason: "too-large"; status: 413; fields: FormFields }
  | { ok: false; reason: "content-type"; status: 415 }
  | { ok: false; reason: "encoding"; status: 400 };
