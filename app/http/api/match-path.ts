import type { Operation } from "./operation";

/** An operation that an address fits, with what stands in the places of its names. */
export interface MatchedPath {
  operation: Operation;
  params: Readonly<Record<string, string>>;
}

/** Every operation that an address fits, whatever its method. @param path without the base, as it came. */
export function matchPath(operations: readonly Operation[], path: string): MatchedPath[] {
  const given = path.split("/");
  return operations.flatMap((operation) => {
    const parts = operation.path.split("/");
    if (parts.length !== given.length) return [];
    const params: Record<string, string> = {};
    for (const [at, part] of parts.entries()) {
      const [, name] = /^\{(\w+)\}$/.exec(part) ?? [];
      const text = given[at] ?? "";
      if (name === undefined && part !== text) return [];
      if (name !== undefined) params[name] = decodeURIComponent(text);
    }
    return [{ operation, params }];
  });
}
