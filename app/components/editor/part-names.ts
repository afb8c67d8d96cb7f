import { useWords } from "~/i18n/use-words";
import type { DraftDocument, DraftText } from "~/questionnaires/draft-document";
import { useEditor } from "./editor-context";

/** A domain or factor as its reader knows it: "A. Khả năng tiếp cận". */
export function partTitle({ code, title }: { code: string; title?: DraftText | undefined }): string {
  return title?.vi ? `${code}. ${title.vi}` : code;
}

/** The scales by their levels: "5 mức: Rất không hài lòng … Rất hài lòng"; those that read the same get their code. */
export function useScaleNames(): string[] {
  const namesOf = useNamesOfScales();
  return namesOf(useEditor().document);
}

/** The same for any document. */
export function useNamesOfScales(): (document: DraftDocument) => string[] {
  const t = useWords();
  return ({ scales }) => {
    const names = scales.map(({ levels }) => {
      const counted = levels.filter(({ excluded }) => !excluded);
      const [first, last] = [counted[0]?.label.vi || "…", counted.at(-1)?.label.vi || "…"];
      return t("{n} mức: {first} … {last}", { n: counted.length, first, last });
    });
    return names.map((name, at) =>
      names.filter((other) => other === name).length > 1 ? `${name} (${scales[at]?.code})` : name,
    );
  };
}
