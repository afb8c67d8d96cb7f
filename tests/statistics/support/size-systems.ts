import fc from "fast-check";

/** Groups by name: a tree of units, possibly split by a second classification with its own totals. */
export interface NamedSystem {
  names: string[];
  sizes: number[];
  relations: { total: number; parts: number[] }[];
}

/** Every node with its children; leaves have none. Node 0 is the root. */
export type Tree = readonly (readonly number[])[];

/** Tree × kinds: for each node the kinds and their total, for each kind the tree. One kind is the tree alone. */
export function crossed(tree: Tree, leafSizes: readonly (readonly number[])[], kinds: number): NamedSystem {
  const width = kinds === 1 ? 1 : kinds + 1;
  const sizes = new Array<number>(tree.length * width).fill(0);
  const cell = (node: number, kind: number) => node * width + kind;
  const fill = (node: number): void => {
    const children = tree[node] ?? [];
    children.forEach(fill);
    for (let kind = 0; kind < kinds; kind++) {
      sizes[cell(node, kind)] =
        children.length === 0
          ? (leafSizes[node]?.[kind] ?? 0)
          : children.reduce((sum, child) => sum + (sizes[cell(child, kind)] ?? 0), 0);
    }
    if (kinds > 1) sizes[cell(node, kinds)] = sizes.slice(cell(node, 0), cell(node, kinds)).reduce((a, b) => a + b, 0);
  };
  fill(0);
  const relations: NamedSystem["relations"] = [];
  tree.forEach((children, node) => {
    if (children.length > 0)
      for (let kind = 0; kind < width; kind++)
        relations.push({ total: cell(node, kind), parts: children.map((child) => cell(child, kind)) });
    if (kinds > 1)
      relations.push({ total: cell(node, kinds), parts: Array.from({ length: kinds }, (_, kind) => cell(node, kind)) });
  });
  const names = sizes.map((_, index) => `${Math.floor(index / width)}/${index % width}`);
  return { names, sizes, relations };
}

/** A two-way table with its margins and grand total: a tree of one level, crossed. Cell (r, c) is found by `named`. */
export function twoWay(table: readonly (readonly number[])[]): NamedSystem {
  const tree = [table.map((_, row) => row + 1), ...table.map(() => [])];
  return crossed(tree, [[], ...table], table[0]?.length ?? 0);
}

const size = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 9 }),
  fc.integer({ min: 10, max: 40 }),
  fc.integer({ min: 41, max: 300 }),
);

/** Trees of up to `most` nodes, every node but the first hanging from an earlier one. */
export function anyTree(most: number): fc.Arbitrary<Tree> {
  return fc.array(fc.nat(), { minLength: 1, maxLength: most - 1 }).map((parents) => {
    const tree: number[][] = [[], ...parents.map(() => [])];
    parents.forEach((parent, index) => {
      tree[parent % (index + 1)]?.push(index + 1);
    });
    return tree;
  });
}

export const anySystem: fc.Arbitrary<NamedSystem> = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 2, max: 4 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(size, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
    )
    .map(twoWay),
  fc
    .tuple(anyTree(20), fc.array(fc.tuple(size), { minLength: 20, maxLength: 20 }))
    .map(([tree, leaves]) => crossed(tree, leaves, 1)),
  fc
    .tuple(
      anyTree(8),
      fc.integer({ min: 2, max: 3 }),
      fc.array(fc.array(size, { minLength: 3, maxLength: 3 }), { minLength: 8, maxLength: 8 }),
    )
    .map(([tree, kinds, leaves]) => crossed(tree, leaves, kinds)),
);
