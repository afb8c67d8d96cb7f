import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import ts from "typescript";

/** One source file as the rules of the house see it. */
export interface SourceFile {
  /** Path from the project's root, with slashes. */
  path: string;
  lines: number;
  imports: Import[];
  /** Places where the process environment is read. */
  environment: number;
  /** Places where the clock is read: `new Date()`, `Date.now()`. */
  clock: number;
}

export interface Import {
  /** As written: a package, or what a path leads to from the project's root. */
  target: string;
  typeOnly: boolean;
}

/** Every TypeScript file under the folders, with what it imports. */
export function readSourceFiles(root: string, folders: readonly string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(tsx?|mjs)$/.test(entry.name))
      .map((entry) => readSourceFile(root, join(entry.parentPath, entry.name))),
  );
}

function readSourceFile(root: string, file: string): SourceFile {
  const text = readFileSync(file, "utf8");
  const syntax = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, kindOf(file));
  const found: SourceFile = {
    path: relative(root, file).replaceAll("\\", "/"),
    lines: text.trimEnd().split("\n").length,
    imports: [],
    environment: 0,
    clock: 0,
  };
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier) {
      found.imports.push({ target: targetOf(root, file, specifier), typeOnly: isTypeOnly(node) });
    }
    if (readsEnvironment(node)) found.environment++;
    if (readsClock(node)) found.clock++;
    ts.forEachChild(node, visit);
  };
  visit(syntax);
  return found;
}

function kindOf(file: string): ts.ScriptKind {
  if (file.endsWith(".tsx")) return ts.ScriptKind.TSX;
  return file.endsWith(".mjs") ? ts.ScriptKind.JS : ts.ScriptKind.TS;
}

function specifierOf(node: ts.Node): string | null {
  const literal = (candidate: ts.Node | undefined) =>
    candidate && ts.isStringLiteralLike(candidate) ? candidate.text : null;
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return literal(node.moduleSpecifier);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return literal(node.argument.literal);
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return literal(node.arguments[0]);
  return null;
}

function isTypeOnly(node: ts.Node): boolean {
  if (ts.isImportTypeNode(node)) return true;
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  if (!ts.isImportDeclaration(node) || !node.importClause) return false;
  const { isTypeOnly, name, namedBindings } = node.importClause;
  if (isTypeOnly) return true;
  return (
    !name &&
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.length > 0 &&
    namedBindings.elements.every((element) => element.isTypeOnly)
  );
}

/** `~/x` → `app/x`, `~db/x` → `db/x`, a relative path → its path from the root; packages stay as they are. */
function targetOf(root: string, file: string, specifier: string): string {
  const bare = specifier.replace(/[?#].*$/, "");
  if (bare.startsWith("~/")) return `app/${bare.slice(2)}`;
  if (bare.startsWith("~db/")) return `db/${bare.slice(4)}`;
  if (bare.startsWith(".")) return relative(root, resolve(dirname(file), bare)).replaceAll("\\", "/");
  return bare;
}

function readsEnvironment(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) return node.name.text === "env" && isNamed(node.expression, "process");
  return (
    ts.isVariableDeclaration(node) &&
    ts.isObjectBindingPattern(node.name) &&
    node.initializer !== undefined &&
    isNamed(node.initializer, "process") &&
    node.name.elements.some((element) => isNamed(element.propertyName ?? element.name, "env"))
  );
}

function readsClock(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) return isNamed(node.expression, "Date") && !node.arguments?.length;
  if (!ts.isCallExpression(node)) return false;
  const called = node.expression;
  if (isNamed(called, "Date")) return true;
  return ts.isPropertyAccessExpression(called) && called.name.text === "now" && isNamed(called.expression, "Date");
}

function isNamed(node: ts.Node, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name;
}
