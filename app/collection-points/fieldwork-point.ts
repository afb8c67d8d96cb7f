/** A collection point of a survey with what came from it. */
export interface FieldworkPoint {
  id: number;
  unitId: number;
  unitName: string;
  label: string;
  code: string;
  address: string;
  /** What its code leads to today, in words. */
  opensToday: string;
  revoked: boolean;
  /** In its normal form; null: not told. */
  openHours: string | null;
  /** Null: masked. */
  responses: number | null;
  /** A day and no finer: when somebody answered is personal. */
  lastDay: string | null;
  /** Visits of the last 30 days that met no form. */
  unmetVisits: number;
}
