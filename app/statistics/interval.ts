/** A two-sided interval, both ends in the unit of the estimate. */
export type Interval = readonly [lower: number, upper: number];
