import { SECTORS } from "./questionnaire";
import type { Sector } from "./questionnaire-schema";
import type { DraftStart } from "./start-draft.server";

/** Bytes of a contract file that are read; the longest official form has 60 kB. */
export const FILE_BYTES = 512 * 1024;

/** What was typed, so that a refused form comes back whole; a file has to be chosen again. */
export interface DraftStartValues {
  title: string;
  sector: string;
  variantName: string;
  ownerUnitId: string;
}

type Reading =
  | { ok: true; start: DraftStart; owner: { id: number; name: string } }
  | { ok: false; failure: { field: string; message: string } };

/** Reads the form that starts a draft. A body without others to choose from is not asked for. */
export async function readDraftStart(
  form: FormData,
  owners: readonly { id: number; name: string }[],
): Promise<{ values: DraftStartValues; result: Reading }> {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const values = {
    title: text("title"),
    sector: text("sector"),
    variantName: text("variantName"),
    ownerUnitId: text("ownerUnitId"),
  };
  const refuse = (field: string, message: string) =>
    ({ values, result: { ok: false, failure: { field, message } } }) as const;
  const owner =
    owners.length === 1 && values.ownerUnitId === ""
      ? owners[0]
      : owners.find(({ id }) => String(id) === values.ownerUnitId);
  if (!owner) return refuse("ownerUnitId", "Chọn cơ quan soạn");
  const { title, variantName } = values;
  switch (text("from")) {
    case "version": {
      const versionId = Number(text("versionId"));
      if (!Number.isSafeInteger(versionId)) return refuse("versionId", "Không có mẫu phiếu này");
      return { values, result: { ok: true, owner, start: { from: "version", versionId, variantName } } };
    }
    case "file": {
      const file = form.get("file");
      if (file === null || typeof file === "string" || file.size === 0)
        return refuse("file", "Chọn một tệp mẫu phiếu (.json)");
      if (file.size > FILE_BYTES) return refuse("file", "Tệp lớn quá 512 KB: đây không phải tệp mẫu phiếu");
      return { values, result: { ok: true, owner, start: { from: "file", text: await file.text(), variantName } } };
    }
    default: {
      const sector = SECTORS.find((one) => one === values.sector) ?? (null as Sector | null);
      return { values, result: { ok: true, owner, start: { from: "blank", title, sector } } };
    }
  }
}
