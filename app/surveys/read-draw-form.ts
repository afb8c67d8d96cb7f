import { UNIT_KINDS, type UnitKind } from "~/units/unit-kinds";
import { DRAW_METHODS, type DrawMethod } from "./draw-methods";
import { readCount } from "./read-number";
import type { FormProblem } from "./read-survey-form";

/** The fields of a draw of units as typed. */
export interface UnitsDrawValues {
  frame: string;
  method: string;
  size: string;
  seed: string;
}

type Read<Input> = { ok: true; input: Input } | { ok: false; problems: FormProblem[] };

export function readUnitsDraw(form: FormData): {
  values: UnitsDrawValues;
  result: Read<{ frame: UnitKind | "all"; method: DrawMethod; size: number; seed: string }>;
} {
  const values = {
    frame: textOf(form, "frame"),
    method: textOf(form, "method"),
    size: textOf(form, "size"),
    seed: textOf(form, "seed"),
  };
  const frame = (["all", ...UNIT_KINDS] as const).find((one) => one === values.frame);
  const method = DRAW_METHODS.find((one) => one === values.method);
  const { size, problems } = readSizeAndSeed(values);
  if (!frame) problems.unshift({ field: "frame", message: "Chọn loại đơn vị để rút" });
  if (!method) problems.unshift({ field: "method", message: "Chọn cách rút" });
  if (!frame || !method || problems.length > 0) return { values, result: { ok: false, problems } };
  return { values, result: { ok: true, input: { frame, method, size, seed: values.seed } } };
}

/** The fields of a draw of rows, the list included. */
export async function readRowsDraw(form: FormData): Promise<
  Read<{
    unitId: number;
    file: { name: string; bytes: Uint8Array };
    headed: boolean;
    method: Exclude<DrawMethod, "proportional-to-size">;
    seed: string;
    size: number;
  }>
> {
  const { size, problems } = readSizeAndSeed({ size: textOf(form, "rowSize"), seed: textOf(form, "rowSeed") });
  const unitId = readCount(textOf(form, "unitId"));
  if (!unitId) problems.push({ field: "unitId", message: "Chọn đơn vị có danh sách này" });
  const method = (["simple-random", "systematic"] as const).find((one) => one === textOf(form, "rowMethod"));
  if (!method) problems.push({ field: "rowMethod", message: "Chọn cách rút" });
  const file = await readFile(form, "list");
  if (!file) problems.push({ field: "list", message: "Chọn tệp danh sách" });
  if (!unitId || !method || !file || problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    input: { unitId, file, headed: form.get("headed") === "yes", method, seed: textOf(form, "rowSeed"), size },
  };
}

/** A file of a form with its bytes; null where none was chosen. */
export async function readFile(form: FormData, name: string): Promise<{ name: string; bytes: Uint8Array } | null> {
  const file = form.get(name);
  if (file === null || typeof file === "string" || file.size === 0) return null;
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

const LONGEST_SEED = 60;

function readSizeAndSeed(values: { size: string; seed: string }): { size: number; problems: FormProblem[] } {
  const problems: FormProblem[] = [];
  const size = readCount(values.size);
  if (!size) problems.push({ field: "size", message: "Số cần rút là một số nguyên từ 1" });
  if (values.seed === "" || values.seed.length > LONGEST_SEED) {
    problems.push({ field: "seed", message: "Hạt giống có từ 1 đến 60 ký tự" });
  }
  return { size: size ?? 0, problems };
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}
