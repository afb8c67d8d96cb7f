/** Whether a table holds nothing but withheld groups, beside some of nobody. */
export function tellsNothing(groups: readonly { persons: number | null }[]): boolean {
  return groups.some(({ persons }) => persons === null) && groups.every(({ persons }) => !persons);
}
