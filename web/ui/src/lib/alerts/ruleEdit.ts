import type { Rule, RulePlace } from './rule';
import { lastPlace, readRuleFile, ruleAt, withRule } from './ruleFile';
import { formOf, type RuleForm, ruleOf } from './ruleForm';

/** A rule being edited: the form and the file's text are two views of the same. */
export interface RuleEdit {
  /** The whole file. */
  readonly text: string;
  /** Where the rule stands in it; undefined while it is not in it. */
  readonly place: RulePlace | undefined;
  readonly form: RuleForm;
}

/** Begins with a new rule, which is written into the file as soon as it is whole. */
export function beginNew(text: string, form: RuleForm): RuleEdit {
  return withForm({ text, place: undefined, form }, form);
}

/** Begins with a rule of the file; undefined where it has no such alerting rule. */
export function beginWith(text: string, place: RulePlace): RuleEdit | undefined {
  const rule = ruleAt(readRuleFile(text), place)?.rule;
  return rule === undefined ? undefined : { text, place, form: formOf(rule) };
}

/** The form was changed: the text follows, unless the form is not filled in or the text is no YAML. */
export function withForm(edit: RuleEdit, form: RuleForm): RuleEdit {
  const rule = ruleOf(form);
  if (rule === undefined || isBroken(edit.text)) return { ...edit, form };
  const text = withRule(edit.text, edit.place, rule);
  return { text, place: edit.place ?? lastPlace(text), form };
}

/** The text was changed: the form follows, unless it is no YAML or the rule is gone from it. */
export function withText(edit: RuleEdit, text: string): RuleEdit {
  const file = readRuleFile(text);
  if (file.problems.length > 0) return { ...edit, text };
  const rule = ruleAt(file, edit.place)?.rule;
  if (rule === undefined) return { ...edit, text, place: undefined };
  return { ...edit, text, form: formOf(rule) };
}

/** The same rule in another text of the file: what somebody else has saved meanwhile stays. */
export function onto(edit: RuleEdit, theirs: string): RuleEdit {
  const rule = ruleOf(edit.form);
  if (rule === undefined || isBroken(theirs)) return { ...edit, text: theirs, place: undefined };
  const place = placeOf(theirs, rule.alert);
  const text = withRule(theirs, place, rule);
  return { ...edit, text, place: place ?? lastPlace(text) };
}

/** The rule as the text has it; undefined while there is none. */
export function ruleIn({ text, place, form }: RuleEdit): Rule | undefined {
  return place === undefined ? ruleOf(form) : (ruleAt(readRuleFile(text), place)?.rule ?? ruleOf(form));
}

export const isBroken = (text: string): boolean => readRuleFile(text).problems.length > 0;

function placeOf(text: string, alert: string): RulePlace | undefined {
  const all = readRuleFile(text).groups.flatMap(({ rules }) => rules);
  return all.find(({ rule }) => rule?.alert === alert)?.place;
}
