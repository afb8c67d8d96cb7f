import { sectorName } from "~/i18n/sector-name";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import type { DraftDifference } from "~/questionnaires/compare-drafts";
import type { DraftDocument, DraftText } from "~/questionnaires/draft-document";
import { nameOfItem } from "~/questionnaires/item-numbers";
import type { Sector } from "~/questionnaires/questionnaire-schema";
import { INDEX_RULE_NAMES } from "./index-editor";
import { useItemFields } from "./item-fields";
import { partTitle } from "./part-names";

const NAMES: Readonly<Record<DraftDifference["part"], Phrase>> = {
  title: "Tên mẫu phiếu",
  intro: "Lời giới thiệu",
  source: "Nguồn",
  code: "Mã mẫu phiếu",
  sector: "Lĩnh vực",
  index: "Cách tính chỉ số",
  order: "Thứ tự các câu",
  items: "Câu {name}",
  scales: "Thang đo {name}",
  domains: "Nội dung {name}",
  factors: "Yếu tố {name}",
};

/** One field in which two states differ; an empty label where the part is one field by itself. */
export interface DifferingField {
  label: string;
  mine: string;
  theirs: string;
}

/** Differences between two states of a draft in words: what differs, field by field, with both values. */
export function useDifferenceWords(mine: DraftDocument, theirs: DraftDocument) {
  const t = useWords();
  const language = useLanguage();
  const itemFields = useItemFields();
  const text = (value: Partial<DraftText> | undefined): [string, string][] => [
    [t("Tiếng Việt"), value?.vi ?? ""],
    [t("Tiếng Anh"), value?.en ?? ""],
  ];
  const fieldsOf = (document: DraftDocument, part: DraftDifference["part"], value: unknown): [string, string][] => {
    switch (part) {
      case "items":
        return itemFields.ofItem(document, value as DraftDocument["items"][number]);
      case "scales":
        return itemFields.ofChoices(t("Các mức"), (value as DraftDocument["scales"][number]).levels);
      case "domains":
        return text((value as DraftDocument["domains"][number]).title);
      case "factors": {
        const { title, domain } = value as DraftDocument["factors"][number];
        const within = document.domains.find(({ code }) => code === domain);
        return [...text(title), [t("Thuộc nội dung"), within ? partTitle(within) : (domain ?? "")]];
      }
      case "order":
        return [["", (value as string[]).map((code) => nameOfItem(document.items, code)).join(", ")]];
      case "title":
      case "intro":
        return text((value ?? undefined) as Partial<DraftText> | undefined);
      case "index": {
        const { rule, weights } = value as DraftDocument["index"];
        const shares = Object.entries(weights ?? {}).map(
          ([code, weight]) => `${code}: ${String(Number(((weight ?? 0) * 100).toFixed(8))).replace(".", ",")}%`,
        );
        return [["", [t(INDEX_RULE_NAMES[rule]), ...shares].join("; ")]];
      }
      case "sector":
        return [["", sectorName(value as Sector, language)]];
      default:
        return [["", String(value)]];
    }
  };
  const fields = (difference: DraftDifference): DifferingField[] => {
    const { part } = difference;
    // An entry that one side has and the other not is told by its words alone.
    if (isAbsent(difference, "mine") || isAbsent(difference, "theirs")) {
      const shown = (document: DraftDocument, value: unknown) =>
        value == null ? t("(không có)") : (fieldsOf(document, part, value)[0]?.[1] ?? "") || t("(trống)");
      return [{ label: "", mine: shown(mine, difference.mine), theirs: shown(theirs, difference.theirs) }];
    }
    const own = fieldsOf(mine, part, difference.mine);
    const other = new Map(fieldsOf(theirs, part, difference.theirs));
    const labels = [...new Set([...own.map(([label]) => label), ...other.keys()])];
    const rows = labels.map((label) => ({
      label,
      mine: own.find(([one]) => one === label)?.[1] || t("(trống)"),
      theirs: other.get(label) || t("(trống)"),
    }));
    return rows.filter((row) => row.mine !== row.theirs);
  };
  const name = ({ part, code }: DraftDifference) => {
    const { items } = mine.items.some((item) => item.code === code) ? mine : theirs;
    return t(NAMES[part], { name: part === "items" ? nameOfItem(items, code) : code });
  };
  return { name, fields };
}

function isAbsent(difference: DraftDifference, side: "mine" | "theirs"): boolean {
  return difference.part !== "intro" && difference[side] == null;
}
