/** A part of an expression, in UTF-16 units; `to` lies behind its last. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const PLACE = /(\d+):(\d+): parse error: /;
const TOKEN = /^(?:[\p{L}_:][\p{L}\p{N}_:.]*|\d[\w.]*|"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|=~|!~|==|!=|>=|<=|.)/u;

/**
 * Where in an expression an error of the server lies: `1:5: parse error: …` names a line and a byte of it, both from 1. The stretch is the word that
 * begins there; at the end of the expression it is the last character. Undefined when the message names no place.
 */
export function errorStretch(expr: string, message: string): Stretch | undefined {
  const [, line, column] = PLACE.exec(message) ?? [];
  if (line === undefined || column === undefined) return undefined;
  const lines = expr.split('\n');
  const text = lines[Number(line) - 1];
  if (text === undefined) return undefined;
  const before = lines.slice(0, Number(line) - 1).reduce((sum, { length }) => sum + length + 1, 0);
  const start = before + unitsOf(text, Number(column) - 1);
  const token = TOKEN.exec(expr.slice(start))?.[0] ?? '';
  if (token.trim() !== '') return { from: start, to: start + token.length };
  return { from: Math.max(0, start - 1), to: Math.max(start, Math.min(1, expr.length)) };
}

/** The message without what only programs need: the name of the parameter, and the place, which is shown in the expression. */
export function plainMessage(message: string): string {
  return message.replace(/^invalid parameter "query": /, '').replace(PLACE, '');
}

/** UTF-16 units of the first so many bytes of UTF-8. */
function unitsOf(text: string, bytes: number): number {
  let [units, seen] = [0, 0];
  for (const char of text) {
    if (seen >= bytes) break;
    seen += bytesOf(char.codePointAt(0) ?? 0);
    units += char.length;
  }
  return units;
}

function bytesOf(point: number): number {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
