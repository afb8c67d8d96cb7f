/**
 * Sets the date of every entry of a ZIP file (DOCX and XLSX are such files) to one day at midnight, so that the same
 * input gives the same bytes. Only the two date fields of each header change (APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12,
 * 4.3.16); the buffer is changed in place and returned.
 */
export function fixZipDates(zip: Buffer, day: string): Buffer {
  const [year = 1980, month = 1, date = 1] = day.split("-").map(Number);
  const dosDate = (Math.max(0, year - 1980) << 9) | (month << 5) | date;
  const end = zip.lastIndexOf(END_OF_DIRECTORY);
  if (end < 0) throw new Error("not a ZIP file");
  let entry = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(entry) !== DIRECTORY_ENTRY) throw new Error("ZIP directory is damaged");
    setDate(zip, entry + 12, dosDate);
    setDate(zip, zip.readUInt32LE(entry + 42) + 10, dosDate);
    entry += 46 + zip.readUInt16LE(entry + 28) + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32);
  }
  return zip;
}

const END_OF_DIRECTORY = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const DIRECTORY_ENTRY = 0x02014b50;

/** Time of day, then date, two bytes each. */
function setDate(zip: Buffer, offset: number, dosDate: number): void {
  zip.writeUInt16LE(0, offset);
  zip.writeUInt16LE(dosDate, offset + 2);
}
