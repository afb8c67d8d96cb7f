/** Lower case without diacritics, so that "hac thanh" finds "Hạc Thành". */
export function searchable(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase().trim();
}
