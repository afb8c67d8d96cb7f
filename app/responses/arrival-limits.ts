/**
 * From where on forms look automated. Nothing here shuts anybody out: a form over a limit is kept, marked and left out of
 * results until an officer has looked at it. Limits hold per collection point and per device, never per network
 * address, which a whole hospital may share.
 */
export const ARRIVAL_LIMITS = {
  /**
   * Forms in a minute at a point above which its pages ask for a proof of work. One counter serves a person in a few
   * minutes; a class or a waiting hall that answers together was thought of with up to 55 in its busiest minute.
   */
  attackPerMinute: 60,
  /** For how long after its last such minute a point stays under attack: longer than it takes to fill in a form. */
  attackMinutes: 10,
  /** Forms in a minute above which none is counted, proof or not: two a second at one printed code are no people. */
  burstPerMinute: 120,
  /** Forms in an hour from one device at one point; a phone handed round a ward or a family stays far below. */
  devicePerHour: 20,
  /** Zero bits of the easiest proof: about 65,000 hashes, a second or less on an old phone. */
  proofBits: 16,
  /** Zero bits of the hardest: sixteen times that, still under half a minute on an old phone. */
  proofBitsMost: 20,
  /** Time trap: nobody reads three questions in a second. */
  itemsPerSecond: 3,
  /** No filling longer than this is too fast, however many questions were answered: better to miss some than to doubt people. */
  trapSecondsMost: 3,
} as const;
