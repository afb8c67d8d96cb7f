import type { Margin } from "./calibrate-weights";

/** A pivot below this part of its diagonal says that the category follows from those before it. */
const COLLINEAR = 1e-10;

/**
 * What calibration leaves of linearised values: uᵢ minus its regression on the indicator columns of the margins, weighted by
 * the weights before calibration (Deville and Särndal 1992; the convention of R's survey package). The values of rows
 * not named are 0, and the residuals of all rows that share a category with a named one come back, since they are no
 * longer 0. `base` are the weights before calibration.
 */
export function calibrationResiduals(
  base: Float64Array,
  margins: readonly Margin[],
): (rows: Int32Array, values: Float64Array) => { rows: Int32Array; values: Float64Array } {
  const starts = margins.map((_, at) => margins.slice(0, at).reduce((sum, { labels }) => sum + labels.length, 0));
  const columns = margins.reduce((sum, { labels }) => sum + labels.length, 0);
  const factor = factorise(crossProducts(base, margins, starts, columns), columns);
  const members = margins.length === 1 && margins[0] ? rowsByCategory(margins[0]) : null;
  return (rows, values) => {
    const right = new Float64Array(columns);
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index] as number;
      const weighted = (base[row] as number) * (values[index] as number);
      margins.forEach(({ category }, at) => {
        const column = (starts[at] as number) + (category[row] as number);
        right[column] = (right[column] as number) + weighted;
      });
    }
    const coefficients = solve(factor, right, columns);
    // With one margin only the categories of the named rows are touched; with several they pull on each other.
    const touched = members
      ? concatenate(touchedCategories(rows, margins[0] as Margin).map((category) => members[category] as Int32Array))
      : Int32Array.from(base, (_, row) => row);
    const place = new Map<number, number>();
    for (const [index, row] of rows.entries()) place.set(row, values[index] as number);
    const residuals = new Float64Array(touched.length);
    for (let index = 0; index < touched.length; index++) {
      const row = touched[index] as number;
      let explained = 0;
      for (let at = 0; at < margins.length; at++)
        explained += coefficients[(starts[at] as number) + ((margins[at] as Margin).category[row] as number)] as number;
      residuals[index] = (place.get(row) ?? 0) - explained;
    }
    return { rows: touched, values: residuals };
  };
}

function crossProducts(base: Float64Array, margins: readonly Margin[], starts: readonly number[], columns: number) {
  const matrix = new Float64Array(columns * columns);
  for (let row = 0; row < base.length; row++) {
    for (let a = 0; a < margins.length; a++) {
      const columnA = (starts[a] as number) + ((margins[a] as Margin).category[row] as number);
      for (let b = 0; b <= a; b++) {
        const columnB = (starts[b] as number) + ((margins[b] as Margin).category[row] as number);
        matrix[columnA * columns + columnB] = (matrix[columnA * columns + columnB] as number) + (base[row] as number);
      }
    }
  }
  return matrix;
}

/** Cholesky's L in the lower triangle; a column that follows from earlier ones, or is empty, is left out as 0. */
function factorise(matrix: Float64Array, size: number): Float64Array {
  for (let column = 0; column < size; column++) {
    const diagonal = matrix[column * size + column] as number;
    let pivot = diagonal;
    for (let k = 0; k < column; k++) pivot -= (matrix[column * size + k] as number) ** 2;
    const root = pivot > COLLINEAR * diagonal ? Math.sqrt(pivot) : 0;
    matrix[column * size + column] = root;
    for (let row = column + 1; row < size; row++) {
      let sum = matrix[row * size + column] as number;
      for (let k = 0; k < column; k++)
        sum -= (matrix[row * size + k] as number) * (matrix[column * size + k] as number);
      matrix[row * size + column] = root === 0 ? 0 : sum / root;
    }
  }
  return matrix;
}

function solve(factor: Float64Array, right: Float64Array, size: number): Float64Array {
  const solution = right.slice();
  for (let row = 0; row < size; row++) {
    let sum = solution[row] as number;
    for (let k = 0; k < row; k++) sum -= (factor[row * size + k] as number) * (solution[k] as number);
    const pivot = factor[row * size + row] as number;
    solution[row] = pivot === 0 ? 0 : sum / pivot;
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = solution[row] as number;
    for (let k = row + 1; k < size; k++) sum -= (factor[k * size + row] as number) * (solution[k] as number);
    const pivot = factor[row * size + row] as number;
    solution[row] = pivot === 0 ? 0 : sum / pivot;
  }
  return solution;
}

function rowsByCategory({ category, labels }: Margin): Int32Array[] {
  const rows: number[][] = labels.map(() => []);
  for (const [row, at] of category.entries()) rows[at]?.push(row);
  return rows.map((members) => Int32Array.from(members));
}

function touchedCategories(rows: Int32Array, { category }: Margin): number[] {
  return [...new Set(Array.from(rows, (row) => category[row] as number))];
}

function concatenate(parts: readonly Int32Array[]): Int32Array {
  const whole = new Int32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    whole.set(part, end);
    end += part.length;
  }
  return whole;
}
