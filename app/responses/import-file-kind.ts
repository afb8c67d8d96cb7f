/** What a file of responses is by its first bytes, or why it cannot be one. */
export type FileKind = { kind: "csv" | "xlsx" } | { kind: "refused"; reason: string };

const START = 4096;

export function fileKindOf(bytes: Uint8Array): FileKind {
  const start = bytes.subarray(0, START);
  const begins = (...signature: number[]) => signature.every((byte, at) => start[at] === byte);
  if (start.length === 0) return { kind: "refused", reason: "Tệp trống, không có dòng nào." };
  if (begins(0x50, 0x4b, 0x03, 0x04)) return { kind: "xlsx" };
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) {
    return {
      kind: "refused",
      reason: "Tệp Excel kiểu cũ (.xls) hoặc có mật khẩu. Mở bằng Excel rồi lưu lại dạng .xlsx, không đặt mật khẩu.",
    };
  }
  if (begins(0xff, 0xfe) || begins(0xfe, 0xff)) {
    return {
      kind: "refused",
      reason:
        "Tệp lưu ở dạng Unicode (UTF-16). Trong Excel chọn Lưu thành (Save As), loại “CSV UTF-8” hoặc “Excel Workbook”.",
    };
  }
  if (start.includes(0)) return { kind: "refused", reason: "Tệp không phải CSV hay XLSX: không đọc được thành bảng." };
  return { kind: "csv" };
}
