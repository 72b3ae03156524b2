/** Bytes of one file of a plan: more is split with `include`. */
export const LARGEST = 5_000_000;
