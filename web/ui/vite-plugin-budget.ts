import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** What the browser must load before it shows any one page, in compressed bytes of script. */
const LIMIT = 250_000;

interface Chunk {
  readonly type: 'chunk' | 'asset';
  readonly fileName: string;
  readonly code?: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

/** Fails the build when the first load of a page has become too large: the entry, the page, and all that they import; not what a page loads later, as its editor. */
export function firstLoadBudget(): Plugin {
  return {
    name: 'klamm-first-load-budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = bundle as unknown as Record<string, Chunk>;
      const entry = Object.values(chunks).find(({ isEntry }) => isEntry === true);
      if (entry === undefined) return;
      for (const page of entry.dynamicImports ?? []) {
        const needed = new Set([...importsOf(entry.fileName, chunks), ...importsOf(page, chunks)]);
        const size = [...needed].reduce(
          (sum, file) => sum + gzipSync(chunks[file]?.code ?? '', { level: 9 }).length,
          0,
        );
        if (size > LIMIT)
          this.error(`${page}: its first load is ${size} bytes of script, compressed (expected: at most ${LIMIT})`);
      }
    },
  };
}

function importsOf(file: string, chunks: Record<string, Chunk>, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const next of chunks[file]?.imports ?? []) importsOf(next, chunks, found);
  return found;
}
