import type { DraftDocument, DraftFactor, DraftItem, DraftLevel, DraftOption } from "./draft-document";
import { addChoice, changeChoice, changeChoiceValue, deleteChoice, moveChoice } from "./edit-choices";
import {
  addItem,
  changeItem,
  changeItemFactor,
  changeItemScale,
  changeItemType,
  deleteItem,
  duplicateItem,
  placeItem,
  renameItem,
} from "./edit-items";
import { addScale, copyScale, deleteScale, renameScale } from "./edit-scales";
import { addSection, changeRule, changeSection, changeWeight, deleteSection, renameSection } from "./edit-sections";
import { moved } from "./list-edits";
import type { ChoiceList } from "./references";

/** Fields of an item that nothing else hangs on; code, type, scale and factor have edits of their own. */
export type ItemChange = Partial<
  Pick<
    DraftItem,
    "text" | "hint" | "required" | "profile" | "show_if" | "reverse" | "min" | "max" | "unit" | "max_length"
  >
>;
export type ChoiceChange = Partial<Omit<DraftLevel & DraftOption, "value">>;
export type SectionList = "domains" | "factors";

/**
 * One edit of a draft. Parts are named by their position, since codes may be missing or double while one is writing.
 * What an edit cannot do without breaking a reference it does not do: the document comes back as it was.
 */
export type Edit =
  | { kind: "form"; change: Partial<Pick<DraftDocument, "code" | "title" | "source" | "intro">> }
  | { kind: "item.add"; at: number; item: DraftItem }
  | { kind: "item.duplicate"; at: number }
  | { kind: "item.delete"; at: number }
  | { kind: "item.change"; at: number; change: ItemChange }
  | { kind: "item.code"; at: number; code: string }
  | { kind: "item.type"; at: number; type: DraftItem["type"] }
  | { kind: "item.scale"; at: number; scale: string }
  | { kind: "item.factor"; at: number; factor: string | undefined }
  | { kind: "item.place"; from: number; to: number; factor?: string | undefined }
  | { kind: "choice.add"; of: ChoiceList }
  | { kind: "choice.change"; of: ChoiceList; at: number; change: ChoiceChange }
  | { kind: "choice.value"; of: ChoiceList; at: number; value: number | null }
  | { kind: "choice.move"; of: ChoiceList; from: number; to: number }
  | { kind: "choice.delete"; of: ChoiceList; at: number }
  | { kind: "scale.add" }
  | { kind: "scale.copy"; at: number; forItem?: number | undefined }
  | { kind: "scale.code"; at: number; code: string }
  | { kind: "scale.delete"; at: number }
  | { kind: "section.add"; list: SectionList; domain?: string | undefined }
  | { kind: "section.change"; list: SectionList; at: number; change: Partial<Pick<DraftFactor, "title" | "domain">> }
  | { kind: "section.code"; list: SectionList; at: number; code: string }
  | { kind: "section.move"; list: SectionList; from: number; to: number }
  | { kind: "section.delete"; list: SectionList; at: number }
  | { kind: "index.rule"; rule: DraftDocument["index"]["rule"] }
  | { kind: "index.weight"; domain: string; weight: number | null }
  | { kind: "replace"; document: DraftDocument };

/** The draft after an edit; what the edit does not touch stays the same object. */
export function editDocument(document: DraftDocument, edit: Edit): DraftDocument {
  switch (edit.kind) {
    case "form":
      return { ...document, ...edit.change };
    case "item.add":
      return addItem(document, edit.at, edit.item);
    case "item.duplicate":
      return duplicateItem(document, edit.at);
    case "item.delete":
      return deleteItem(document, edit.at);
    case "item.change":
      return changeItem(document, edit.at, edit.change);
    case "item.code":
      return renameItem(document, edit.at, edit.code);
    case "item.type":
      return changeItemType(document, edit.at, edit.type);
    case "item.scale":
      return changeItemScale(document, edit.at, edit.scale);
    case "item.factor":
      return changeItemFactor(document, edit.at, edit.factor);
    case "item.place":
      return placeItem(document, edit);
    case "choice.add":
      return addChoice(document, edit.of);
    case "choice.change":
      return changeChoice(document, edit.of, edit.at, edit.change);
    case "choice.value":
      return changeChoiceValue(document, edit.of, edit.at, edit.value);
    case "choice.move":
      return moveChoice(document, edit.of, edit);
    case "choice.delete":
      return deleteChoice(document, edit.of, edit.at);
    case "scale.add":
      return addScale(document);
    case "scale.copy":
      return copyScale(document, edit.at, edit.forItem);
    case "scale.code":
      return renameScale(document, edit.at, edit.code);
    case "scale.delete":
      return deleteScale(document, edit.at);
    case "section.add":
      return addSection(document, edit.list, edit.domain);
    case "section.change":
      return changeSection(document, edit.list, edit.at, edit.change);
    case "section.code":
      return renameSection(document, edit.list, edit.at, edit.code);
    case "section.move":
      return { ...document, [edit.list]: moved<unknown>(document[edit.list], edit.from, edit.to) };
    case "section.delete":
      return deleteSection(document, edit.list, edit.at);
    case "index.rule":
      return changeRule(document, edit.rule);
    case "index.weight":
      return changeWeight(document, edit.domain, edit.weight);
    case "replace":
      return edit.document;
  }
}
