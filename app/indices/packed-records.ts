/** Packed records as bytes, read column by column: where each begins, and how many there are. */
export interface PackedRecords {
  bytes: Uint8Array;
  starts: Int32Array;
  count: number;
}

/** Stands for whatever is no ASCII character: no field of a record has it. */
const FOREIGN = 255;

/** Writes the characters of a packed record, one byte each. */
export function writeRecord(bytes: Uint8Array, start: number, packed: string): void {
  for (let position = 0; position < packed.length; position++) {
    bytes[start + position] = Math.min(packed.charCodeAt(position), FOREIGN);
  }
}
