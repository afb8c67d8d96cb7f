import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import type { DraftDifference } from "~/questionnaires/compare-drafts";
import type { DraftDocument, DraftItem, DraftScale, DraftText } from "~/questionnaires/draft-document";
import { TYPE_NAMES } from "./type-names";

const NAMES: Readonly<Record<DraftDifference["part"], Phrase>> = {
  title: "Tên mẫu phiếu",
  intro: "Lời giới thiệu",
  source: "Nguồn",
  code: "Mã mẫu phiếu",
  sector: "Lĩnh vực",
  index: "Cách tính chỉ số",
  order: "Thứ tự các câu",
  items: "Câu {code}",
  scales: "Thang đo {code}",
  domains: "Nội dung {code}",
  factors: "Yếu tố {code}",
};

/** Differences between two states of a draft in words. */
export function useDifferenceWords() {
  const t = useWords();
  const text = (value: unknown) => {
    const { vi = "", en } = (value ?? {}) as Partial<DraftText>;
    return [vi, en].filter(Boolean).join(" / ") || t("(trống)");
  };
  const item = (value: DraftItem) => {
    const type = TYPE_NAMES.find(([name]) => name === value.type)?.[1];
    const parts = [
      text(value.text),
      type && t(type),
      value.options?.map(({ label }) => label.vi).join(" · "),
      value.type === "scale" ? value.scale : undefined,
      value.type === "scale" && value.factor ? t("yếu tố {code}", { code: value.factor }) : undefined,
      value.required ? t("Bắt buộc trả lời") : undefined,
      value.hint && text(value.hint),
      value.show_if &&
        t("chỉ khi câu {code}: {values}", { code: value.show_if.item, values: value.show_if.in.join(", ") }),
      value.type === "number" ? [value.min, value.max, value.unit].filter((one) => one != null).join(" … ") : undefined,
    ];
    return parts.filter(Boolean).join("; ");
  };
  const describe = (part: DraftDifference["part"], value: unknown): string => {
    if (value === undefined || value === null) return t("(không có)");
    switch (part) {
      case "items":
        return item(value as DraftItem);
      case "scales":
        return (value as DraftScale).levels.map((level) => `${level.value ?? "?"} ${text(level.label)}`).join(" · ");
      case "domains":
      case "factors":
        return text((value as DraftDocument["factors"][number]).title);
      case "order":
        return (value as string[]).join(", ");
      case "title":
      case "intro":
        return text(value);
      case "index": {
        const { rule, weights } = value as DraftDocument["index"];
        const shares = Object.entries(weights ?? {}).map(([code, weight]) => `${code} ${weight ?? "?"}`);
        return [rule, ...shares].join("; ");
      }
      default:
        return String(value);
    }
  };
  return { name: ({ part, code }: DraftDifference) => t(NAMES[part], { code }), describe };
}
