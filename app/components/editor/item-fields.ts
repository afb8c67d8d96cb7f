import { useWords } from "~/i18n/use-words";
import { conditionParts } from "~/questionnaires/condition-parts";
import type { DraftDocument, DraftItem, DraftLevel, DraftOption } from "~/questionnaires/draft-document";
import { partTitle, useNamesOfScales } from "./part-names";
import { TYPE_NAMES } from "./type-names";

/** What an item or a list of choices says, as labels and values in an officer's words. */
export function useItemFields() {
  const t = useWords();
  const scaleNames = useNamesOfScales();
  const yes = (value: boolean | undefined) => (value ? t("Có") : t("Không"));
  const number = (value: number | null | undefined) => (value == null ? "" : String(value));

  const ofChoices = (label: string, entries: readonly (DraftLevel & DraftOption)[]): [string, string][] => {
    const words = entries.map((entry) => {
      const marks = [
        entry.satisfied && t("Tính là hài lòng"),
        entry.excluded && t("Không tính vào tỷ lệ"),
        entry.other && t("Có ô để viết thêm"),
        entry.counts_as_return && t("Tính là sẽ quay lại"),
      ].filter(Boolean);
      const marked = marks.length > 0 ? ` (${marks.join(", ")})` : "";
      return `${entry.value ?? "?"} – ${entry.label.vi || t("(chưa có chữ)")}${marked}`;
    });
    const english = entries.map(({ label: { en } }) => en || "–").join("; ");
    return [
      [label, words.join("; ")],
      [t("{label} – tiếng Anh", { label }), entries.some(({ label: { en } }) => en) ? english : ""],
    ];
  };

  const ofItem = (document: DraftDocument, item: DraftItem): [string, string][] => {
    const type = TYPE_NAMES.find(([name]) => name === item.type)?.[1];
    const scale = document.scales.findIndex(({ code }) => code === item.scale);
    const factor = document.factors.find(({ code }) => code === item.factor);
    const condition = conditionParts(document, item.show_if);
    const explanation = t("Giải thích thêm dưới câu hỏi (không bắt buộc)");
    return [
      [t("Câu hỏi"), item.text.vi],
      [t("{label} – tiếng Anh", { label: t("Câu hỏi") }), item.text.en ?? ""],
      [t("Kiểu trả lời"), type ? t(type) : ""],
      [t("Thang đo"), item.type === "scale" ? (scaleNames(document)[scale] ?? item.scale ?? "") : ""],
      [t("Thuộc yếu tố"), item.type === "scale" ? (factor ? partTitle(factor) : (item.factor ?? "")) : ""],
      ...(item.type === "single" || item.type === "multiple" ? ofChoices(t("Các lựa chọn"), item.options ?? []) : []),
      [t("Bắt buộc trả lời"), yes(item.required)],
      [explanation, item.hint?.vi ?? ""],
      [t("{label} – tiếng Anh", { label: explanation }), item.hint?.en ?? ""],
      [
        t("Khi nào hỏi câu này"),
        condition ? t("Chỉ hỏi khi câu {name} «{text}» là: {answers}", { ...condition }) : t("Luôn hỏi"),
      ],
      [t("Nhỏ nhất"), number(item.min)],
      [t("Lớn nhất"), number(item.max)],
      [t("Đơn vị tính"), item.unit ?? ""],
      [t("Số ký tự nhiều nhất"), number(item.max_length)],
      [t("Câu về người trả lời (tuổi, giới tính, nghề nghiệp…)"), yes(item.profile)],
      [t("Câu hỏi ngược: mức cao nghĩa là không tốt"), yes(item.reverse)],
    ];
  };
  return { ofItem, ofChoices };
}
