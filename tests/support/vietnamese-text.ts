import { readFileSync } from "node:fs";
import ts from "typescript";

/** Letters that Vietnamese has and English has not. */
export const VIETNAMESE_LETTER = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/iu;

/** Calls that put a phrase into the reader's language; `area` and `field` are forms' own helpers that take a Phrase. */
const TRANSLATORS = new Set(["t", "tell", "message", "say", "sayMessage", "pageTitle", "area", "field"]);

/** The product's name, which is the same in English. */
const PRODUCT = /Hài Lòng/g;

export interface VietnameseText {
  line: number;
  /** The text, a value inside it as `{0}`. */
  text: string;
  /** Stands in JSX, and not in a call that translates it. */
  bare: boolean;
}

/** Every text of a source file that holds Vietnamese letters, comments aside. */
export function vietnameseTexts(file: string): VietnameseText[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: VietnameseText[] = [];
  visit(source, false);
  return found;

  function visit(node: ts.Node, bare: boolean): void {
    const text = textOf(node);
    if (text !== null) {
      if (VIETNAMESE_LETTER.test(text.replace(PRODUCT, ""))) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart());
        found.push({ line: line + 1, text: text.replace(/\s+/g, " ").trim(), bare });
      }
      if (!ts.isTemplateExpression(node)) return;
    }
    const inside = ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node) || (bare && !translates(node));
    ts.forEachChild(node, (child) => visit(child, inside));
  }
}

function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(({ literal }, position) => `{${position}}${literal.text}`).join("");
}

function translates(node: ts.Node): boolean {
  return ts.isCallExpression(node) && ts.isIdentifier(node.expression) && TRANSLATORS.has(node.expression.text);
}
