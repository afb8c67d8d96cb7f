import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { questionnaireChecksum } from "~/questionnaires/checksum.server";
import { parseQuestionnaire } from "~/questionnaires/questionnaire-schema";
import { reformPlanSchema } from "~/reports/reform-plan";
import { UNIT_KINDS } from "~/units/unit-kinds";
import type { Database } from "~db/open-database.server";
import { readMark, writeMark } from "~db/repositories/database-marks";
import { publishVersion } from "~db/repositories/questionnaire-versions";
import { addMissingPlan } from "~db/repositories/reform-plans";
import { addMissingUnits, type LineageSeed, type UnitVersionSeed } from "~db/repositories/units";

/** The day the two-tier province began: NQ 1686/NQ-UBTVQH15 (16/6/2025), in force from 1 July 2025. */
const REORGANISED_ON = "2025-07-01";
const LAST_OLD_DAY = "2025-06-30";

/** manifest.json: which forms surveys may collect with, and the checksum that each file must have. */
const collectionManifest = z.record(z.string(), z.strictObject({ collectable: z.boolean(), checksum: z.string() }));

/**
 * Loads units, questionnaires and plans from seeds/ into the database. Idempotent: what is there stays as it is; an
 * unchanged seeds folder is recognised by its fingerprint and skipped.
 * @returns true when something was looked at, false when the folder was known already.
 * @throws when a seed file is not valid, naming the file and the place.
 */
export async function loadReferenceData(database: Database, folder: string, now: Date): Promise<boolean> {
  const fingerprint = fingerprintOf(folder);
  if ((await readMark(database, "reference")) === fingerprint) return false;
  await addMissingUnits(database, readUnits(join(folder, "units")));
  for (const questionnaire of readQuestionnaires(join(folder, "questionnaires"))) {
    await publishVersion(database, { ...questionnaire, official: true, publishedAt: now.toISOString() });
  }
  for (const file of jsonFiles(join(folder, "plans"))) {
    await addMissingPlan(database, reformPlanSchema.parse(JSON.parse(readFileSync(file, "utf8"))));
  }
  await writeMark(database, "reference", fingerprint);
  return true;
}

function fingerprintOf(folder: string): string {
  const hash = createHash("sha256");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) hash.update(file.slice(folder.length)).update("\0").update(readFileSync(file));
  return hash.digest("hex");
}

function jsonFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json") && name !== "manifest.json")
    .sort()
    .map((name) => join(folder, name));
}

/** Questionnaire files with their checksum and whether surveys may collect with them, from manifest.json beside them. */
export function readQuestionnaires(folder: string) {
  const manifest = collectionManifest.parse(JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")));
  return jsonFiles(folder).map((file) => {
    const result = parseQuestionnaire(JSON.parse(readFileSync(file, "utf8")));
    if (!result.ok) throw new Error(`${file}: ${JSON.stringify(result.problems, null, 1)}`);
    const { code, sector, title, source } = result.questionnaire;
    const checksum = questionnaireChecksum(result.document);
    const listed = manifest[code];
    if (!listed) throw new Error(`${file}: manifest.json does not list ${code}`);
    if (listed.checksum !== checksum) throw new Error(`${file}: checksum is ${checksum}, manifest.json says otherwise`);
    return {
      code,
      sector,
      title: title.vi,
      source,
      document: result.document,
      checksum,
      collectable: listed.collectable,
    };
  });
}

function rows<S extends z.ZodType>(file: string, schema: S): z.output<S>[] {
  const records: unknown[] = parse(readFileSync(file), {
    columns: true,
    bom: true,
    skip_empty_lines: true,
    trim: true,
  });
  return records.map((record, index) => {
    const parsed = schema.safeParse(record);
    if (!parsed.success) throw new Error(`${file}, row ${index + 2}: ${parsed.error.message}`);
    return parsed.data;
  });
}

const optionalText = z.string().transform((value) => value || null);
const flag = z.enum(["true", "false"]).transform((value) => value === "true");
const kind = z.enum(UNIT_KINDS);
const body = z.object({
  key: z.string().min(1),
  code: z.string().min(1),
  kind,
  name: z.string().min(1),
  parent_key: optionalText,
  sample: flag,
  valid_from: optionalText,
  valid_to: optionalText,
});
const facility = body.omit({ valid_from: true, valid_to: true });
const commune = z.object({ code: z.string().min(1), name: z.string().min(1) });
const oldCommune = commune.extend({ district_code: z.string().min(1) });
const edge = z.object({
  old_code: z.string(),
  new_code: z.string(),
  relation: z.enum(["same", "rename", "merge", "split"]),
});

/**
 * Units with their dated versions and lineage. A commune that is the same or only renamed stays one unit with two
 * versions; every other old and new commune is a unit of its own, since codes are re-used by other communes.
 */
export function readUnits(folder: string): { versions: UnitVersionSeed[]; lineage: LineageSeed[] } {
  const edges = rows(join(folder, "commune-lineage-2025-07-01.csv"), edge);
  const continuing = new Set(
    edges.filter((one) => one.relation === "same" || one.relation === "rename").map((one) => one.new_code),
  );
  const newKey = (code: string) => (continuing.has(code) ? `xa-${code}` : `xa-2025-${code}`);
  const oldKey = (code: string) => (continuing.has(code) ? `xa-${code}` : `xa-2024-${code}`);
  const parentKeyOf = (key: string | null) => key?.replace(/^commune:(.+)$/, (_, code: string) => newKey(code)) ?? null;
  const version = (
    seed: Partial<UnitVersionSeed> & Pick<UnitVersionSeed, "key" | "code" | "name" | "kind" | "parentKey">,
  ) => ({
    validFrom: null,
    validTo: null,
    sample: false,
    ...seed,
  });
  const versions = [
    ...rows(join(folder, "bodies.csv"), body).map(({ parent_key, valid_from, valid_to, ...rest }) =>
      version({ ...rest, parentKey: parent_key, validFrom: valid_from, validTo: valid_to }),
    ),
    ...rows(join(folder, "districts-until-2025-06-30.csv"), commune).map(({ code, name }) =>
      version({ key: `huyen-${code}`, code, name, kind: "district", parentKey: "th", validTo: LAST_OLD_DAY }),
    ),
    ...rows(join(folder, "communes-until-2025-06-30.csv"), oldCommune).map(({ code, name, district_code }) =>
      version({
        key: oldKey(code),
        code,
        name,
        kind: "commune",
        parentKey: `huyen-${district_code}`,
        validTo: LAST_OLD_DAY,
      }),
    ),
    ...rows(join(folder, "communes-from-2025-07-01.csv"), commune).map(({ code, name }) =>
      version({ key: newKey(code), code, name, kind: "commune", parentKey: "th", validFrom: REORGANISED_ON }),
    ),
    ...["health-facilities.csv", "schools.csv"].flatMap((file) =>
      rows(join(folder, file), facility).map(({ parent_key, ...rest }) =>
        // Under a commune since the reorganisation; under a department, since before what is known here.
        version({
          ...rest,
          parentKey: parentKeyOf(parent_key),
          validFrom: parent_key?.startsWith("commune:") ? REORGANISED_ON : null,
        }),
      ),
    ),
  ];
  const lineage = edges.map((one) => ({
    oldKey: oldKey(one.old_code),
    newKey: newKey(one.new_code),
    relation: one.relation,
    effectiveOn: REORGANISED_ON,
  }));
  return { versions, lineage };
}
