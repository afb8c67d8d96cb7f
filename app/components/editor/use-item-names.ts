import { useMemo } from "react";
import { itemNames } from "~/questionnaires/item-numbers";
import { useEditor } from "./editor-context";

/** The names of the questions of the draft, in order: "3 (B2)", as every list and message calls them. */
export function useItemNames(): string[] {
  const { items } = useEditor().document;
  return useMemo(() => itemNames(items), [items]);
}
