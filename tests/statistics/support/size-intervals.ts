/**
 * The interval of every masked size, found the plain way and apart from the code under test: a textbook simplex in two
 * phases over all masked sizes at once, all published ones put in as numbers. Bland's rule, so it ends.
 */
export function maskedWidths(
  system: { sizes: readonly number[]; relations: readonly { total: number; parts: readonly number[] }[] },
  masked: ReadonlySet<number>,
  unknown: ReadonlySet<number> = masked,
): Map<number, number> {
  const cells = [...unknown];
  const column = new Map(cells.map((cell, index) => [cell, index]));
  const rows: number[][] = [];
  const right: number[] = [];
  for (const { total, parts } of system.relations) {
    const row = cells.map(() => 0);
    let known = 0;
    for (const [cell, sign] of [...parts.map((part) => [part, 1] as const), [total, -1] as const]) {
      const at = column.get(cell);
      if (at === undefined) known += sign * (system.sizes[cell] ?? 0);
      else row[at] = (row[at] ?? 0) + sign;
    }
    if (row.every((value) => value === 0)) continue;
    rows.push(known > 0 ? row.map((value) => -value) : row);
    right.push(Math.abs(known));
  }
  return new Map(
    [...masked].map((cell) => {
      const objective = cells.map((other) => (other === cell ? 1 : 0));
      const greatest = maximise(rows, right, objective);
      const least = -maximise(
        rows,
        right,
        objective.map((value) => -value),
      );
      return [cell, greatest - least];
    }),
  );
}

/** max c·x with A x = b ≥ 0, x ≥ 0; infinity where unbounded. */
function maximise(rows: readonly number[][], right: readonly number[], objective: readonly number[]): number {
  const n = objective.length;
  const m = rows.length;
  const table = rows.map((row, i) => [...row, ...rows.map((_, j) => (i === j ? 1 : 0)), right[i] as number]);
  const basis = rows.map((_, i) => n + i);
  const phaseOne = run(table, basis, [...objective.map(() => 0), ...rows.map(() => -1)], n + m);
  if (Math.abs(phaseOne) > 1e-6) throw new Error("the true sizes do not satisfy the relations");
  for (const [i, basic] of basis.entries()) {
    if (basic < n) continue;
    const enter = (table[i] as number[]).slice(0, n).findIndex((value) => Math.abs(value) > 1e-9);
    if (enter >= 0) pivot(table, basis, i, enter);
  }
  return run(table, basis, [...objective, ...rows.map(() => 0)], n);
}

function run(table: number[][], basis: number[], costs: readonly number[], width: number): number {
  for (;;) {
    const reduced = (j: number) =>
      (costs[j] as number) - table.reduce((sum, row, i) => sum + (costs[basis[i] as number] as number) * at(row, j), 0);
    let enter = -1;
    for (let j = 0; j < width && enter < 0; j++) if (!basis.includes(j) && reduced(j) > 1e-9) enter = j;
    if (enter < 0) return table.reduce((sum, row, i) => sum + (costs[basis[i] as number] as number) * at(row, -1), 0);
    let leave = -1;
    let best = Number.POSITIVE_INFINITY;
    table.forEach((row, i) => {
      if (at(row, enter) <= 1e-9) return;
      const ratio = at(row, -1) / at(row, enter);
      if (ratio < best - 1e-12 || (ratio < best + 1e-12 && (basis[i] as number) < (basis[leave] as number))) {
        best = Math.min(best, ratio);
        leave = i;
      }
    });
    if (leave < 0) return Number.POSITIVE_INFINITY;
    pivot(table, basis, leave, enter);
  }
}

function pivot(table: number[][], basis: number[], leave: number, enter: number): void {
  const chosen = (table[leave] as number[]).map((value) => value / at(table[leave] as number[], enter));
  table.forEach((row, i) => {
    const factor = at(row, enter);
    table[i] = i === leave ? chosen : row.map((value, j) => value - factor * (chosen[j] as number));
  });
  basis[leave] = enter;
}

function at(row: readonly number[], index: number): number {
  return row.at(index) as number;
}
