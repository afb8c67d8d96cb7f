import { scaleOf } from "~/questionnaires/questionnaire";
import type { Item, Questionnaire } from "~/questionnaires/questionnaire-schema";
import { type Random, randomFor } from "../simulate/random";

/** What one in four writes who is asked for words. */
const WORDS = ["", "", "", "Nhân viên tận tình nhưng chờ lâu"];

/** A CSV file of so many responses with every item answered, spread evenly over units, as officers send them. */
export function importFile(questionnaire: Questionnaire, unitCodes: readonly string[], count: number): string {
  const random = randomFor("bench import");
  const columns = questionnaire.items.map((item) => columnsOf(questionnaire, item));
  const lines = [["response_id", "unit_code", "channel", "submitted_at", ...columns.flatMap(({ names }) => names)]];
  for (let row = 0; row < count; row++) {
    const answers = columns.flatMap(({ values }) => pick(values, random));
    const day = String(1 + (row % 28)).padStart(2, "0");
    const id = `import-${String(row).padStart(6, "0")}`;
    lines.push([id, unitCodes[row % unitCodes.length] ?? "", "paper", `2026-02-${day}T08:30`, ...answers]);
  }
  return `${lines.map((cells) => cells.join(",")).join("\n")}\n`;
}

/** The columns of an item, and the ways in which they are filled in. */
function columnsOf(questionnaire: Questionnaire, item: Item): { names: string[]; values: string[][] } {
  switch (item.type) {
    case "number":
      return { names: [item.code], values: [[String(item.min ?? 0)]] };
    case "text":
      return { names: [item.code], values: WORDS.map((words) => [words]) };
    case "scale":
      return { names: [item.code], values: scaleOf(questionnaire, item).levels.map(({ value }) => [String(value)]) };
    case "single":
      return { names: [item.code], values: item.options.map(({ value }) => [String(value)]) };
    case "multiple": {
      const names = item.options.map(({ value }) => `${item.code}.${value}`);
      return { names, values: names.map((chosen) => names.map((name) => (name === chosen ? "1" : "0"))) };
    }
  }
}

function pick(values: string[][], random: Random): string[] {
  return values[Math.floor(random() * values.length)] ?? [];
}
