import { SIMULATED_MARK } from "~/i18n/names";
import type { AnonymisedRecord, AnonymisedRecords } from "./anonymised-records";
import { type AnswerColumn, answerColumns } from "./record-columns";
import { type SystemValue, type SystemVariable, systemFile, systemNames } from "./system-file";

/** What a file of records says of itself. */
export interface RecordsHead {
  title: string;
  /** Day of the figures, ISO. */
  day: string;
  notes: readonly string[];
}

const ID_BYTES = 16;

/**
 * The records of {@link recordsCsv} for SPSS, PSPP, R and Stata: answers are numbers with their labels; those outside the
 * base (“không sử dụng”) are user-missing, what was not answered or is left out is system-missing.
 */
export function* recordsSav(
  records: AnonymisedRecords,
  { order, ids, head }: { order: Iterable<number>; ids: () => string; head: RecordsHead },
): Generator<Buffer> {
  const answers = answerColumns(records);
  const own = headColumns(records, ids);
  const names = systemNames([...own.map(({ name }) => name), ...answers.map(({ name }) => name)]);
  const variables: SystemVariable[] = [
    ...own.map(({ read: _read, ...variable }, at) => ({ ...variable, name: names[at] ?? "" })),
    ...answers.map((column, at) => answerVariable(column, names[own.length + at] ?? "")),
  ];
  function* rows() {
    for (const record of records.read(order))
      yield [...own.map(({ read }) => read(record)), ...answers.map(({ read }) => read(record))];
  }
  yield* systemFile({ ...head, variables, cases: records.findings.records, rows: rows() });
}

type HeadColumn = SystemVariable & { read: (record: AnonymisedRecord) => SystemValue };

function headColumns({ hasDesign, time, units, simulated }: AnonymisedRecords, ids: () => string): HeadColumn[] {
  const longest = (texts: readonly string[]) => Math.max(1, ...texts.map((text) => Buffer.byteLength(text)));
  const code = longest(units.map((unit) => unit.code));
  const nominal = { measure: "nominal" as const };
  return [
    { ...nominal, name: "response_id", label: "Mã ngẫu nhiên của phiếu trong tệp này", width: ID_BYTES, read: ids },
    { ...nominal, name: "unit_code", label: "Mã đơn vị", width: code, read: ({ unit }) => unit.code },
    {
      ...{ ...nominal, name: "unit_id", label: "Mã ổn định của đơn vị" },
      ...{ width: longest(units.map((unit) => unit.key)), read: ({ unit }) => unit.key },
    },
    { ...nominal, name: "channel", label: "Kênh thu nhận", width: 12, read: ({ channel }) => channel },
    ...(time === "none"
      ? []
      : [
          {
            ...{ ...nominal, name: "submitted_at", label: "Ngày, hoặc ngày và buổi (00:00 sáng, 12:00 chiều)" },
            ...{ width: 16, read: ({ submittedAt }) => submittedAt },
          } satisfies HeadColumn,
        ]),
    ...(hasDesign ? designColumns(code) : []),
    ...(simulated
      ? [
          {
            ...{ ...nominal, name: "simulated", label: "Số liệu mô phỏng, không phải kết quả thật", width: 32 },
            read: () => SIMULATED_MARK,
          } satisfies HeadColumn,
        ]
      : []),
  ];
}

const designColumns = (code: number): HeadColumn[] => [
  { name: "weight", label: "Trọng số", measure: "scale", width: 0, decimals: 4, read: ({ weight }) => weight },
  { name: "stratum", label: "Tầng", measure: "nominal", width: code, read: ({ unit }) => unit.code },
  { name: "population", label: "Tổng thể của tầng", measure: "scale", width: 0, read: ({ unit }) => unit.population },
];

function answerVariable({ label, measure, values }: AnswerColumn, name: string): SystemVariable {
  return { name, label, measure, width: 0, decimals: measure === "scale" ? 2 : 0, values, missing: missingOf(values) };
}

/** Up to three codes stand one by one; more of them as a range, where no other value lies in it. */
function missingOf(values: AnswerColumn["values"]): NonNullable<SystemVariable["missing"]> {
  const excluded = values.filter((one) => one.excluded).map(({ value }) => value);
  if (excluded.length <= 3) return excluded;
  const [from, to] = [Math.min(...excluded), Math.max(...excluded)];
  const between = values.some(({ value, excluded: out }) => !out && value >= from && value <= to);
  return between ? [] : { from, to };
}
