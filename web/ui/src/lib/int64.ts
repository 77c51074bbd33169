/** A 64-bit integer as it comes from the server: a number while that is exact (up to 2^53 - 1), a bigint beyond. */
export type Int64 = number | bigint;

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`; numbers and bigints mix. */
export function compareInt64(a: Int64, b: Int64): number {
  if (a < b) return -1;
  return a > b ? 1 : 0;
}

/** `part / whole` between 0 and 1, for drawing; 0 when the whole is 0 or less. */
export function share(part: Int64, whole: Int64): number {
  if (whole <= 0) return 0;
  return Math.min(1, Math.max(0, Number(part) / Number(whole)));
}

/** The greatest of the known values, 0 when none is known. */
export function maxInt64(values: Iterable<Int64 | undefined>): Int64 {
  let max: Int64 = 0;
  for (const value of values) if (value !== undefined && value > max) max = value;
  return max;
}

/** The exact sum of the known values, undefined when none is known. */
export function sumInt64(values: Iterable<Int64 | undefined>): Int64 | undefined {
  let sum: bigint | undefined;
  for (const value of values) if (value !== undefined) sum = (sum ?? 0n) + BigInt(value);
  return sum === undefined ? undefined : narrow(sum);
}

/** `a - b`, exact. */
export function subtractInt64(a: Int64, b: Int64): Int64 {
  return narrow(BigInt(a) - BigInt(b));
}

function narrow(value: bigint): Int64 {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}
