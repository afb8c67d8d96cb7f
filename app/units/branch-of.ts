/** Ids of a unit and of all below it. */
export function branchOf(tree: readonly { id: number; parentId: number | null }[], id: number): number[] {
  return [id, ...tree.filter(({ parentId }) => parentId === id).flatMap((child) => branchOf(tree, child.id))];
}
