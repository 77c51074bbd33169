import type { Verdict } from '../../api/types';
import { parseDuration } from '../prom/duration';
import type { Labels } from '../prom/labels';
import { VERDICTS } from '../verdict';
import type { Rule } from './rule';
import { DEFAULTS } from './ruleDefaults';
import { WRITERS } from './template';

export const TEMPLATES = [
  'lag',
  'average',
  'verdict',
  'seconds',
  'loss',
  'outlier',
  'underReplicated',
  'free',
] as const;
export type Template = (typeof TEMPLATES)[number];

/** What the templates ask for, as it is typed. Each uses some of them ({@link FIELDS}). */
export interface RuleFields {
  /** Empty for all; a star in them stands for anything. */
  readonly cluster: string;
  readonly group: string;
  readonly topic: string;
  /** Whether each topic is an alert of its own, not each group. */
  readonly eachTopic: boolean;
  readonly operator: '>=' | '>';
  /** A number, or a duration for the templates of time. */
  readonly threshold: string;
  readonly window: string;
  readonly verdict: Verdict;
  readonly orWorse: boolean;
  readonly metric: string;
  /** Labels that peers have in common, with commas between. */
  readonly peers: string;
  /** How far from its peers a value must lie at least. */
  readonly least: string;
  readonly expr: string;
}

/** A rule as the form shows it. */
export interface RuleForm extends RuleFields {
  readonly template: Template;
  readonly name: string;
  readonly hold: string;
  readonly keepFiring: string;
  readonly labels: Labels;
  readonly annotations: Readonly<Record<string, string>>;
}

export type Field = keyof RuleFields | 'name' | 'hold' | 'keepFiring';

const PLACE = ['cluster', 'group', 'topic', 'eachTopic'] as const;

/** The fields of each template, in their order. */
export const FIELDS: Record<Template, readonly (keyof RuleFields)[]> = {
  lag: [...PLACE, 'operator', 'threshold'],
  average: [...PLACE, 'window', 'operator', 'threshold'],
  verdict: ['cluster', 'group', 'verdict', 'orWorse'],
  seconds: [...PLACE, 'threshold'],
  loss: [...PLACE, 'threshold'],
  outlier: ['metric', 'peers', 'threshold', 'least'],
  underReplicated: ['cluster', 'topic', 'threshold'],
  free: ['expr'],
};

const EMPTY: RuleFields = {
  cluster: '',
  group: '',
  topic: '',
  eachTopic: false,
  operator: '>=',
  threshold: '',
  window: '1m',
  verdict: 'stop',
  orWorse: true,
  metric: 'kafka_consumergroup_lag',
  peers: 'consumergroup, topic',
  least: '100',
  expr: '',
};

/** A form of a template with its usual values. */
export function newForm(template: Template, fields: Partial<RuleFields> = {}): RuleForm {
  const { name, hold, severity, threshold, annotations } = DEFAULTS[template];
  return {
    ...EMPTY,
    threshold,
    ...fields,
    template,
    name,
    hold,
    keepFiring: '',
    labels: { severity },
    annotations,
  };
}

/** The same form with another template: what a person has not changed becomes what is usual there. */
export function withTemplate(form: RuleForm, template: Template): RuleForm {
  const [before, after] = [newForm(form.template), newForm(template)];
  const expr = template === 'free' ? (exprOf(form) ?? form.expr) : form.expr;
  return {
    ...form,
    template,
    expr,
    threshold: after.threshold,
    name: form.name === before.name ? after.name : form.name,
    hold: form.hold === before.hold ? after.hold : form.hold,
    labels: form.labels.severity === before.labels.severity ? { ...form.labels, ...after.labels } : form.labels,
    annotations: replaced(form.annotations, before.annotations, after.annotations),
  };
}

/** The expression; undefined while the form is not filled in. */
export function exprOf(form: RuleForm): string | undefined {
  if (form.template !== 'free') return WRITERS[form.template].write(form);
  return form.expr.trim() === '' ? undefined : form.expr.trim();
}

/** What has to be filled in before there is a rule. */
export function missingIn(form: RuleForm): Field[] {
  const { template, name, hold, keepFiring } = form;
  const durations = { hold, keepFiring };
  return [
    ...(name.trim() === '' ? (['name'] as const) : []),
    ...(['hold', 'keepFiring'] as const).filter((field) => !isDuration(durations[field])),
    ...(exprOf(form) === undefined ? wantedFields(template).filter((field) => !isFilled(form, field)) : []),
  ];
}

/** The rule; undefined while something is missing. */
export function ruleOf(form: RuleForm): Rule | undefined {
  const expr = exprOf(form);
  if (expr === undefined || missingIn(form).length > 0) return undefined;
  return {
    alert: form.name.trim(),
    expr,
    hold: form.hold.trim(),
    keepFiring: form.keepFiring.trim(),
    labels: filled(form.labels),
    annotations: filled(form.annotations),
  };
}

/** The form of a rule: that of the template which would write exactly its expression, else the free one. */
export function formOf({ alert, expr, hold, keepFiring, labels, annotations }: Rule): RuleForm {
  const rest = { name: alert, hold, keepFiring, labels, annotations };
  for (const template of TEMPLATES) {
    const fields = template === 'free' ? undefined : WRITERS[template].read(expr);
    if (fields === undefined) continue;
    const form: RuleForm = { ...EMPTY, ...fields, template, ...rest };
    if (exprOf(form) === expr) return form;
  }
  return { ...EMPTY, expr, template: 'free', ...rest };
}

/** The form that an address asks for: `template`, and fields by their names. */
export function formFrom(params: URLSearchParams): RuleForm {
  const template = TEMPLATES.find((known) => known === params.get('template')) ?? 'lag';
  const fields: Record<string, string> = {};
  for (const field of ['cluster', 'group', 'topic', 'expr', 'threshold'] as const) {
    const value = params.get(field);
    if (value !== null) fields[field] = value;
  }
  const verdict = VERDICTS.find((known) => known === params.get('verdict'));
  return newForm(template, { ...fields, ...(verdict === undefined ? {} : { verdict }) });
}

function wantedFields(template: Template): readonly (keyof RuleFields)[] {
  return FIELDS[template].filter((field) =>
    ['threshold', 'window', 'metric', 'peers', 'least', 'expr'].includes(field),
  );
}

function isFilled(form: RuleForm, field: keyof RuleFields): boolean {
  const text = String(form[field]).trim();
  if (field === 'window') return parseDuration(text) !== undefined;
  if (field === 'threshold' || field === 'least')
    return exprOf({ ...newForm(form.template), [field]: text }) !== undefined;
  return text !== '';
}

const isDuration = (text: string): boolean =>
  text.trim() === '' || text.trim() === '0s' || parseDuration(text.trim()) !== undefined;

function filled(texts: Labels): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).filter(([, value]) => value.trim() !== ''));
}

function replaced(now: Labels, before: Labels, after: Labels): Labels {
  const changed = Object.entries(now).filter(([name, value]) => before[name] !== value && value !== '');
  return { ...after, ...Object.fromEntries(changed) };
}
