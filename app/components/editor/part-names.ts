import { useWords } from "~/i18n/use-words";
import type { DraftText } from "~/questionnaires/draft-document";
import { useEditor } from "./editor-context";

/** A domain or factor as its reader knows it: "A. Khả năng tiếp cận". */
export function partTitle({ code, title }: { code: string; title?: DraftText | undefined }): string {
  return title?.vi ? `${code}. ${title.vi}` : code;
}

/** The scales by their levels: "5 mức: Rất không hài lòng … Rất hài lòng"; those that read the same get their code. */
export function useScaleNames(): string[] {
  const { document } = useEditor();
  const t = useWords();
  const names = document.scales.map(({ levels }) => {
    const counted = levels.filter(({ excluded }) => !excluded);
    const [first, last] = [counted[0]?.label.vi || "…", counted.at(-1)?.label.vi || "…"];
    return t("{n} mức: {first} … {last}", { n: counted.length, first, last });
  });
  return names.map((name, at) =>
    names.filter((other) => other === name).length > 1 ? `${name} (${document.scales[at]?.code})` : name,
  );
}
