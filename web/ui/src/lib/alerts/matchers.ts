import type { Labels } from '../prom/labels';

export const OPERATORS = ['=', '!=', '=~', '!~'] as const;
export type Operator = (typeof OPERATORS)[number];

/** What a label of an alert has to be. A label that is not there counts as empty. */
export interface Matcher {
  readonly name: string;
  readonly operator: Operator;
  /** What it is compared with; a regular expression is anchored at both ends. */
  readonly value: string;
}

/** The same as Alertmanager's API writes it. */
export interface ApiMatcher {
  readonly name: string;
  readonly value: string;
  readonly isRegex: boolean;
  /** Absent is true: older programs do not write it. */
  readonly isEqual?: boolean;
}

const ONE = /^\s*("(?:[^"\\]|\\.)*"|[^\s=!~"{},]+)\s*(=~|!~|!=|=)\s*("(?:[^"\\]|\\.)*"|[^\s",{}]*)\s*(?:,|$)/u;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

/** Reads `name="value"`, several of them with commas between, with braces around or without. Undefined for all else. */
export function parseMatchers(text: string): Matcher[] | undefined {
  const found: Matcher[] = [];
  let rest = inner(text.trim());
  while (rest.trim() !== '') {
    const one = ONE.exec(rest);
    if (one === null) return undefined;
    const [whole, name = '', operator = '', value = ''] = one;
    found.push({ name: unquoted(name), operator: operator as Operator, value: unquoted(value) });
    rest = rest.slice(whole.length);
  }
  return found;
}

export function matcherLine({ name, operator, value }: Matcher): string {
  return `${/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) ? name : quoted(name)}${operator}${quoted(value)}`;
}

export function toApi({ name, operator, value }: Matcher): ApiMatcher {
  return { name, value, isRegex: operator.endsWith('~'), isEqual: !operator.startsWith('!') };
}

export function fromApi({ name, value, isRegex, isEqual = true }: ApiMatcher): Matcher {
  return { name, value, operator: `${isEqual ? '=' : '!'}${isRegex ? '~' : isEqual ? '' : '='}` as Operator };
}

/** Whether all of them match. One whose expression cannot be read matches nothing. */
export function matchesAll(matchers: readonly Matcher[], labels: Labels): boolean {
  return testOf(matchers)(labels);
}

/** The same as a test for many alerts: expressions are read once. */
export function testOf(matchers: readonly Matcher[]): (labels: Labels) => boolean {
  const tests = matchers.map(test);
  return (labels) => tests.every((one) => one(labels));
}

/** Whether a matcher can be used at all: it has a name, and an expression that can be read. */
export function isWhole({ name, operator, value }: Matcher): boolean {
  return name.trim() !== '' && (!operator.endsWith('~') || expressionOf(value) !== undefined);
}

/** Whether it says anything: one that an alert without the label fulfils does not. Alertmanager wants at least one that does. */
export function isTelling(matcher: Matcher): boolean {
  return !matchesAll([matcher], {});
}

/** One matcher a label: those that name exactly this alert. */
export function matchersFor(labels: Labels): Matcher[] {
  return Object.keys(labels)
    .sort((a, b) => Number(b === 'alertname') - Number(a === 'alertname') || (a < b ? -1 : 1))
    .map((name) => ({ name, operator: '=', value: labels[name] ?? '' }));
}

function test({ name, operator, value }: Matcher): (labels: Labels) => boolean {
  if (operator === '=') return (labels) => (labels[name] ?? '') === value;
  if (operator === '!=') return (labels) => (labels[name] ?? '') !== value;
  const expression = expressionOf(value);
  if (expression === undefined) return () => false;
  return (labels) => expression.test(labels[name] ?? '') === (operator === '=~');
}

function expressionOf(value: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${value})$`, 'su');
  } catch {
    return undefined;
  }
}

function inner(text: string): string {
  return text.startsWith('{') && text.endsWith('}') ? text.slice(1, -1) : text;
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}

function unquoted(text: string): string {
  if (!text.startsWith('"')) return text;
  return text.slice(1, -1).replace(/\\(.)/gsu, (_, char: string) => ESCAPES[char] ?? char);
}
