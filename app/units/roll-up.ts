/** A node of the unit tree on a day, as roll-up needs it. */
export interface TreeNode {
  id: number;
  key: string;
  name: string;
  parentId: number | null;
}

/** A row of a result table: a surveyed unit, or a node above several of them. */
export interface RollUpNode<N extends TreeNode> {
  node: N;
  depth: number;
  /** Key of the nearest node above that has a row of its own, or null. */
  parentKey: string | null;
  surveyed: boolean;
  /** Keys of the surveyed units at or below this node: the group whose responses are pooled ("gộp phiếu"). */
  members: string[];
}

/**
 * Lays surveyed units out under the nodes that roll them up, parents before children, siblings in the order given. A node
 * above gets a row only where it says something new: it has two or more surveyed units below, and not all of them, since
 * all together are the total.
 */
export function rollUp<N extends TreeNode>(tree: readonly N[], surveyedIds: ReadonlySet<number>): RollUpNode<N>[] {
  const children = new Map<number | null, N[]>();
  const known = new Set(tree.map((node) => node.id));
  for (const node of tree) {
    const parent = node.parentId !== null && known.has(node.parentId) ? node.parentId : null;
    children.set(parent, [...(children.get(parent) ?? []), node]);
  }
  const members = memberKeys(children, surveyedIds);
  const total = new Set(members.get(null)).size;
  const rows: RollUpNode<N>[] = [];
  const visit = (node: N, depth: number, parentKey: string | null): void => {
    const own = members.get(node.id) ?? [];
    if (own.length === 0) return;
    const surveyed = surveyedIds.has(node.id);
    const listed = surveyed || (own.length > 1 && own.length < total);
    if (listed) rows.push({ node, depth, parentKey, surveyed, members: own });
    for (const child of children.get(node.id) ?? []) {
      visit(child, listed ? depth + 1 : depth, listed ? node.key : parentKey);
    }
  };
  for (const root of children.get(null) ?? []) visit(root, 0, null);
  return rows;
}

/** Keys of the surveyed units at or below every node; under `null` those of the whole tree. */
function memberKeys<N extends TreeNode>(
  children: ReadonlyMap<number | null, readonly N[]>,
  surveyedIds: ReadonlySet<number>,
): Map<number | null, string[]> {
  const members = new Map<number | null, string[]>();
  const collect = (id: number | null, own: string[]): string[] => {
    const all = [...own];
    for (const child of children.get(id) ?? [])
      all.push(...collect(child.id, surveyedIds.has(child.id) ? [child.key] : []));
    members.set(id, all);
    return all;
  };
  collect(null, []);
  return members;
}
