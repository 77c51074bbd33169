import type { Labels } from '../prom/labels';

/** Texts of an alert that the page gives places of their own. */
const KNOWN = ['summary', 'description', 'runbook', 'runbook_url'];

/** A text of an alert in the language of the page where it is there, else as it is; empty where there is none. */
export function annotation(annotations: Labels, name: string, language: string): string {
  return annotations[`${name}_${language}`] || annotations[name] || '';
}

/** The texts that have no place of their own, by name. */
export function otherAnnotations(annotations: Labels): [name: string, text: string][] {
  return Object.entries(annotations).filter(([name]) => !KNOWN.includes(name.replace(/_ko$/, '')));
}
