interface Version {
  id: number;
  code: string;
  version: number;
  basedOnId: number | null;
  collectable: boolean;
}

/**
 * Versions that may follow one: of the same code, or of forms that were made from one another, such as variants of one
 * base. Of each code only the newest that collects; that of the same code first.
 */
export function versionFamily<V extends Version>(versions: readonly V[], versionId: number): V[] {
  const start = versions.find(({ id }) => id === versionId);
  if (!start) return [];
  const codeOf = new Map(versions.map(({ id, code }) => [id, code]));
  const codes = new Set([start.code]);
  for (let size = 0; size < codes.size; ) {
    size = codes.size;
    for (const { code, basedOnId } of versions) {
      const base = basedOnId === null ? undefined : codeOf.get(basedOnId);
      if (base === undefined) continue;
      if (codes.has(code)) codes.add(base);
      if (codes.has(base)) codes.add(code);
    }
  }
  const newest = [...codes].flatMap((code) => {
    const own = versions.filter((version) => version.code === code && version.collectable);
    const [first] = own.sort((one, other) => other.version - one.version);
    return first ? [first] : [];
  });
  return newest.sort((one, other) => Number(other.code === start.code) - Number(one.code === start.code));
}

/** A form as it is offered for a survey. */
export interface FormChoice {
  id: number;
  title: string;
  variantName: string | null;
  version: number;
  questions: number;
}

/** Title of a form with the name of its variant, which alone tells it from the form that it was made from. */
export function formTitle({ title, variantName }: Pick<FormChoice, "title" | "variantName">): string {
  return variantName ? `${title} – ${variantName}` : title;
}

/** Of a family, the newest variant of the viewer's own made from another version than this: first; the rest as it was. */
export function ownVariantFirst<V extends Version>(
  family: readonly V[],
  versionId: number,
  own: ReadonlySet<number>,
): V[] {
  const variants = family.filter(({ id, basedOnId }) => own.has(id) && id !== versionId && basedOnId === versionId);
  const newest = Math.max(0, ...variants.map(({ id }) => id));
  return [...family].sort((one, other) => Number(other.id === newest) - Number(one.id === newest));
}
