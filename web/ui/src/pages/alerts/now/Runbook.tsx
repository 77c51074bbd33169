import { useMemo } from 'react';
import { type Block, type Inline, readMarkdown } from '../../../lib/alerts/markdown';
import styles from '../alerts.module.css';

/** A text in Markdown, drawn as elements: nothing in it is ever taken for HTML. */
export function Runbook({ text }: { text: string }) {
  const blocks = useMemo(() => readMarkdown(text), [text]);
  return (
    <div className={styles.runbook}>
      {blocks.map((block, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place of a block is all that tells it from others
        <BlockView key={i} block={block} />
      ))}
    </div>
  );
}

function BlockView({ block }: { block: Block }) {
  if (block.kind === 'code') return <pre>{block.text}</pre>;
  if (block.kind === 'list') return <Items {...block} />;
  const line = <Line pieces={block.content} />;
  return <p>{block.kind === 'heading' ? <strong>{line}</strong> : line}</p>;
}

function Items({ ordered, items }: Extract<Block, { kind: 'list' }>) {
  const List = ordered ? 'ol' : 'ul';
  return (
    <List>
      {items.map((item, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place of an item is all that tells it from others
        <li key={i}>
          <Line pieces={item} />
        </li>
      ))}
    </List>
  );
}

function Line({ pieces }: { pieces: readonly Inline[] }) {
  return pieces.map((piece, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the place of a piece is all that tells it from others
    <Piece key={i} piece={piece} />
  ));
}

function Piece({ piece }: { piece: Inline }) {
  if (piece.kind === 'link') {
    return (
      <a href={piece.href} rel="noreferrer" target="_blank">
        {piece.text}
      </a>
    );
  }
  if (piece.kind === 'code') return <code>{piece.text}</code>;
  return piece.kind === 'strong' ? <strong>{piece.text}</strong> : piece.text;
}
