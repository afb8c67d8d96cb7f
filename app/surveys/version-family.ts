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
