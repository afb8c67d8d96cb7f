/** English of officers' phrases: fieldwork. */
export const FIELDWORK_ENGLISH = {
  "In phiếu giấy (PDF)": "Print the paper form (PDF)",
} as const;
