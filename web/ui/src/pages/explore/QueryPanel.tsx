import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueryState } from '../../lib/prom/exploreState';
import { useExploreContext } from '../../state/explore/ExploreContext';
import { type Answering, useAnswer } from '../../state/explore/useAnswer';
import { AnswerBody } from './AnswerBody';
import { AnswerLine } from './AnswerLine';
import { Editor } from './editor/Editor';
import styles from './explore.module.css';
import { QueryActions } from './QueryActions';
import { ViewTabs } from './ViewTabs';

/** One query: where it is written, how its answer is looked at, and the answer. */
export function QueryPanel({ query }: { query: QueryState }) {
  const { t } = useTranslation();
  const { name, expr, off } = query;
  const explore = useExploreContext();
  const { register, enter, run } = explore;
  const answering = useAnswer(query);
  const [draft, setDraft] = useDraft(expr);
  const runDraft = () => run(name, draft);
  return (
    <section
      className={styles.query}
      data-off={off}
      aria-label={t('query.label', { name })}
      data-testid={`query-${name}`}
    >
      <div className={styles.queryHead}>
        <h2 className={styles.letter}>
          <span className="k-sr">{t('query.label', { name })}</span>
          <span aria-hidden>{name}</span>
        </h2>
        <Editor
          label={t('query.editor', { name })}
          value={draft}
          problem={problemOf(answering, expr)}
          onChange={setDraft}
          onRun={runDraft}
          enter={useCallback(() => enter(name), [enter, name])}
          register={useCallback((editor) => register(name, editor), [register, name])}
        />
        <QueryActions query={query} draft={draft} setDraft={setDraft} run={runDraft} answering={answering} />
      </div>
      {!off && expr.trim() !== '' && (
        <>
          <div className={styles.queryBar}>
            <ViewTabs query={query} />
            <AnswerLine answering={answering} view={query.view} />
          </div>
          <AnswerBody query={query} answering={answering} />
        </>
      )}
    </section>
  );
}

/** What is written and not yet asked; begins anew when the asked expression changes. */
function useDraft(expr: string): [draft: string, setDraft: (text: string) => void] {
  const [draft, setDraft] = useState(expr);
  useEffect(() => setDraft(expr), [expr]);
  return [draft, setDraft];
}

function problemOf({ error }: Answering, expr: string) {
  return error?.type === 'bad_data' ? { expr, message: error.message } : undefined;
}
