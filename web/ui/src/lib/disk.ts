import type { LogDir } from '../api/types';
import { type Int64, share, subtractInt64 } from './int64';

/** How full the disk of a log directory is, or undefined where Kafka does not tell (before 3.3, or on an error). */
export interface DiskUse {
  readonly used: Int64;
  readonly total: Int64;
  /** Between 0 and 1. */
  readonly share: number;
}

const WARN = 0.8;
const BAD = 0.9;

/** What is used is what cannot be used any more: also by others than Kafka. */
export function diskUse({ totalBytes, usableBytes }: LogDir): DiskUse | undefined {
  if (totalBytes === undefined || usableBytes === undefined || totalBytes <= 0) return undefined;
  const used = subtractInt64(totalBytes, usableBytes);
  return { used, total: totalBytes, share: share(used, totalBytes) };
}

export function diskTone(share: number): 'neutral' | 'warn' | 'bad' {
  if (share >= BAD) return 'bad';
  return share >= WARN ? 'warn' : 'neutral';
}
