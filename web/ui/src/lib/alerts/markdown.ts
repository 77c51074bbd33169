/** A piece of a line. Addresses are only ever of the web. */
export type Inline =
  | { readonly kind: 'text' | 'code' | 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

/** A piece of a runbook. */
export type Block =
  | { readonly kind: 'paragraph' | 'heading'; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'code'; readonly text: string };

const INLINE =
  /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)|(https?:\/\/[^\s<>()"']+[^\s<>()"'.,;:!?])/g;
const ITEM = /^\s*(?:([-*+])|\d+[.)])\s+(.*)$/;
const HEADING = /^#{1,6}\s+(.*)$/;
const FENCE = /^\s*```/;

/** Reads the little of Markdown that runbooks are written in: paragraphs, headings, lists, code, strong words and links. All else is text as it stands. */
export function readMarkdown(text: string): Block[] {
  const blocks: Block[] = [];
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  for (let i = 0; i < lines.length; ) {
    const [block, next] = blockAt(lines, i);
    if (block !== undefined) blocks.push(block);
    i = next;
  }
  return blocks;
}

/** Reads one line. */
export function readInline(text: string): Inline[] {
  const pieces: Inline[] = [];
  let end = 0;
  for (const found of text.matchAll(INLINE)) {
    if (found.index > end) pieces.push({ kind: 'text', text: text.slice(end, found.index) });
    pieces.push(pieceOf(found));
    end = found.index + found[0].length;
  }
  if (end < text.length) pieces.push({ kind: 'text', text: text.slice(end) });
  return pieces;
}

function pieceOf([, code, strong, label, href, bare]: RegExpMatchArray): Inline {
  if (code !== undefined) return { kind: 'code', text: code };
  if (strong !== undefined) return { kind: 'strong', text: strong };
  const address = href ?? bare ?? '';
  return { kind: 'link', text: label ?? address, href: address };
}

function blockAt(lines: readonly string[], start: number): [block: Block | undefined, next: number] {
  const line = lines[start] ?? '';
  if (line.trim() === '') return [undefined, start + 1];
  if (FENCE.test(line)) return codeAt(lines, start);
  const heading = HEADING.exec(line);
  if (heading !== null) return [{ kind: 'heading', content: readInline(heading[1] ?? '') }, start + 1];
  return ITEM.test(line) ? listAt(lines, start) : paragraphAt(lines, start);
}

function codeAt(lines: readonly string[], start: number): [Block, number] {
  const close = lines.findIndex((line, i) => i > start && FENCE.test(line));
  const end = close === -1 ? lines.length : close;
  return [{ kind: 'code', text: lines.slice(start + 1, end).join('\n') }, end + 1];
}

function listAt(lines: readonly string[], start: number): [Block, number] {
  const items: string[] = [];
  let end = start;
  for (; end < lines.length; end++) {
    const line = lines[end] ?? '';
    const item = ITEM.exec(line);
    if (item !== null) items.push(item[2] ?? '');
    else if (/^\s+\S/.test(line)) items.push(`${items.pop() ?? ''} ${line.trim()}`);
    else break;
  }
  const ordered = ITEM.exec(lines[start] ?? '')?.[1] === undefined;
  return [{ kind: 'list', ordered, items: items.map(readInline) }, end];
}

function paragraphAt(lines: readonly string[], start: number): [Block, number] {
  let end = start;
  while (end < lines.length && isPlain(lines[end] ?? '')) end++;
  return [{ kind: 'paragraph', content: readInline(lines.slice(start, end).join(' ').trim()) }, end];
}

function isPlain(line: string): boolean {
  return line.trim() !== '' && !FENCE.test(line) && !HEADING.test(line) && !ITEM.test(line);
}
