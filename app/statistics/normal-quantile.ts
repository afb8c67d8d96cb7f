/**
 * 97.5 % quantile of the standard normal distribution: the z of every two-sided 95 % interval. Never 1.96, which moves
 * the fifth digit of an interval.
 */
export const NORMAL_QUANTILE_975 = 1.959963984540054;
