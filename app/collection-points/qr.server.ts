import QRCode from "qrcode";

/**
 * QR code of a collection point's address. Error correction Q (about a quarter of the symbol may be worn or dirty) and the
 * quiet zone of four modules which ISO/IEC 18004 asks for.
 */
export const QUIET_ZONE = 4;
const LEVEL = "Q";
/** Pixels that a PNG has at least on a side: sharp on a printed page and on a poster made by hand. */
const LEAST_PIXELS = 1000;

export interface QrSymbol {
  /** Modules on a side, without the quiet zone. */
  size: number;
  /** Runs of dark modules in one row; few shapes instead of a square each. */
  runs: { row: number; column: number; length: number }[];
}

export function qrSymbol(address: string): QrSymbol {
  const { modules } = QRCode.create(address, { errorCorrectionLevel: LEVEL });
  const runs: QrSymbol["runs"] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column) === 0) continue;
      const last = runs.at(-1);
      if (last?.row === row && last.column + last.length === column) last.length += 1;
      else runs.push({ row, column, length: 1 });
    }
  }
  return { size: modules.size, runs };
}

/** SVG of one path, without styles or scripts, named for those who do not see it. */
export function qrSvg(address: string, title: string): string {
  const { size, runs } = qrSymbol(address);
  const side = size + 2 * QUIET_ZONE;
  const path = runs
    .map(({ row, column, length }) => `M${column + QUIET_ZONE} ${row + QUIET_ZONE}h${length}v1h-${length}z`)
    .join("");
  const name = escapeXml(title);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" role="img" aria-label="${name}" shape-rendering="crispEdges">` +
    `<title>${name}</title><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#000" d="${path}"/></svg>`
  );
}

/** PNG with whole pixels per module, so that no edge is blurred. */
export function qrPng(address: string): Promise<Buffer> {
  const side = qrSymbol(address).size + 2 * QUIET_ZONE;
  return QRCode.toBuffer(address, {
    type: "png",
    errorCorrectionLevel: LEVEL,
    margin: QUIET_ZONE,
    scale: Math.ceil(LEAST_PIXELS / side),
  });
}

function escapeXml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
