import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  Scalar,
  stringify,
  YAMLMap,
  YAMLSeq,
} from 'yaml';
import type { Problem, Rule, RulePlace } from './rule';

/** The group that rules made on the page belong to, unless they are given another. */
export const OWN_GROUP = 'own';

export interface FileRule {
  readonly place: RulePlace;
  /** Where it begins, from 1. */
  readonly line: number;
  /** Undefined for a recording rule, and for what is no rule at all. */
  readonly rule: Rule | undefined;
  /** The name of the alert or of the series it records. */
  readonly name: string;
}

export interface FileGroup {
  readonly name: string;
  readonly rules: readonly FileRule[];
}

/** A rule file as far as it can be read. */
export interface RuleFile {
  readonly groups: readonly FileGroup[];
  /** What is no YAML; what is no rule is for the server to say. */
  readonly problems: readonly Problem[];
}

/** How a file is written: a line is never broken within a text. */
const STYLE = { lineWidth: 0, indentSeq: true } as const;

/** Reads the text of a rule file. */
export function readRuleFile(text: string): RuleFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const problems = document.errors.map(({ pos, message }) => {
    const { line, col } = lines.linePos(pos[0]);
    return { line, column: col, message };
  });
  return { groups: groupsOf(document, lines), problems };
}

/** The text with a rule put into the place of another, or at the end of a group where it is new. Comments and all other rules stay. */
export function withRule(text: string, place: RulePlace | undefined, rule: Rule, group = OWN_GROUP): string {
  const document = parseDocument(text);
  const node = place === undefined ? undefined : document.getIn(['groups', place.group, 'rules', place.rule]);
  if (isMap(node)) change(document, node, rule);
  else rulesOf(document, group).items.push(change(document, new YAMLMap(document.schema), rule));
  return document.toString(STYLE);
}

/** The text without a rule; a group that has no other goes with it. */
export function withoutRule(text: string, { group, rule }: RulePlace): string {
  const document = parseDocument(text);
  document.deleteIn(['groups', group, 'rules', rule]);
  const rest = document.getIn(['groups', group, 'rules']);
  if (isSeq(rest) && rest.items.length === 0) document.deleteIn(['groups', group]);
  return document.toString(STYLE);
}

/** The place of the newest rule of a group: where {@link withRule} has put a new one. */
export function lastPlace(text: string, group = OWN_GROUP): RulePlace | undefined {
  const { groups } = readRuleFile(text);
  const index = groups.findIndex(({ name }) => name === group);
  const rules = groups[index]?.rules.length ?? 0;
  return rules === 0 ? undefined : { group: index, rule: rules - 1 };
}

export function ruleAt({ groups }: RuleFile, place: RulePlace | undefined): FileRule | undefined {
  return place === undefined ? undefined : groups[place.group]?.rules[place.rule];
}

/** A file of one rule alone, as it is back-tested. */
export function fileOf(rule: Rule, group = OWN_GROUP): string {
  return withRule('', undefined, rule, group);
}

/** One rule as YAML, for reading. */
export function ruleText(rule: Rule): string {
  return stringify(plain(rule), STYLE);
}

function groupsOf(document: Document, lines: LineCounter): FileGroup[] {
  const groups = document.get('groups', true);
  if (!isSeq(groups)) return [];
  return groups.items.map((group, g) => ({
    name: isMap(group) ? textOf(group.get('name')) : '',
    rules: ruleNodes(group).map((node, r) => fileRule(node, { group: g, rule: r }, lines)),
  }));
}

function ruleNodes(group: unknown): readonly unknown[] {
  const rules = isMap(group) ? group.get('rules', true) : undefined;
  return isSeq(rules) ? rules.items : [];
}

function fileRule(node: unknown, place: RulePlace, lines: LineCounter): FileRule {
  if (!isMap(node)) return { place, line: 0, rule: undefined, name: '' };
  const line = lines.linePos(node.range?.[0] ?? 0).line;
  if (!node.has('alert')) return { place, line, rule: undefined, name: textOf(node.get('record')) };
  const rule: Rule = {
    alert: textOf(node.get('alert')),
    expr: textOf(node.get('expr')).trim(),
    hold: textOf(node.get('for')),
    keepFiring: textOf(node.get('keep_firing_for')),
    labels: textsOf(node.get('labels')),
    annotations: textsOf(node.get('annotations')),
  };
  return { place, line, rule, name: rule.alert };
}

function textsOf(node: unknown): Record<string, string> {
  if (!isMap(node)) return {};
  return Object.fromEntries(
    node.items.map(({ key, value }) => [
      textOf(isScalar(key) ? key.value : key),
      textOf(isScalar(value) ? value.value : value),
    ]),
  );
}

function textOf(value: unknown): string {
  return value === null || value === undefined || typeof value === 'object' ? '' : String(value);
}

/** The rules of a group, made where there is none. */
function rulesOf(document: Document, name: string): YAMLSeq {
  if (!isMap(document.contents)) document.contents = document.createNode({}) as Document['contents'];
  const groups = document.get('groups', true);
  const all = isSeq(groups) ? groups : new YAMLSeq(document.schema);
  if (all !== groups) document.set('groups', all);
  const known = all.items.find((group) => isMap(group) && group.get('name') === name);
  const group = isMap(known) ? known : (document.createNode({ name }) as YAMLMap);
  if (group !== known) all.items.push(group);
  const rules = group.get('rules', true);
  if (isSeq(rules)) return rules;
  const made = new YAMLSeq(document.schema);
  group.set('rules', made);
  return made;
}

/** Writes what differs, so that the rest keeps its quotes and comments. */
function change(document: Document, node: YAMLMap, rule: Rule): YAMLMap {
  for (const [name, value] of Object.entries(plain(rule))) {
    if (typeof value === 'string') setText(document, node, name, value);
    else setTexts(document, node, name, value);
  }
  for (const name of ['for', 'keep_firing_for', 'labels', 'annotations']) {
    if (!(name in plain(rule)) && node.has(name)) node.delete(name);
  }
  return node;
}

function setTexts(document: Document, node: YAMLMap, name: string, texts: Readonly<Record<string, string>>): void {
  const now: unknown = node.get(name, true);
  const map = isMap(now) ? now : new YAMLMap(document.schema);
  if (map !== now) node.set(name, map);
  for (const old of Object.keys(textsOf(map))) if (!(old in texts)) map.delete(old);
  for (const [key, value] of Object.entries(texts)) setText(document, map, key, value);
}

function setText(document: Document, node: YAMLMap, name: string, value: string): void {
  if (textOf(node.get(name)).trim() === value.trim() && node.has(name)) return;
  const scalar = document.createNode(value) as Scalar;
  if (value.includes('\n')) scalar.type = Scalar.BLOCK_LITERAL;
  node.set(name, scalar);
}

/** The rule by the names of its file, what is empty left out. */
function plain({
  alert,
  expr,
  hold,
  keepFiring,
  labels,
  annotations,
}: Rule): Record<string, string | Readonly<Record<string, string>>> {
  return {
    alert,
    expr,
    ...(hold === '' ? {} : { for: hold }),
    ...(keepFiring === '' ? {} : { keep_firing_for: keepFiring }),
    ...(Object.keys(labels).length === 0 ? {} : { labels }),
    ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
  };
}
