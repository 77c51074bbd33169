import { isSafeNumber, parse } from 'lossless-json';

const LONG_DIGITS = /\d{16}/;
const INTEGER = /^-?\d+$/;

/**
 * Parses JSON without losing digits: integers beyond 2^53 become bigint, all other numbers stay numbers. Throws SyntaxError on anything that is
 * not JSON. Texts without a long run of digits, that is nearly all, take the browser's own fast parser.
 */
export function parseExact(text: string): unknown {
  return LONG_DIGITS.test(text) ? parse(text, undefined, parseNumber) : JSON.parse(text);
}

function parseNumber(digits: string): number | bigint {
  return INTEGER.test(digits) && !isSafeNumber(digits) ? BigInt(digits) : Number(digits);
}
