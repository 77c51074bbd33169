import type { QueryState } from '../../lib/prom/exploreState';
import { seriesIn } from '../../lib/prom/reply';
import type { Answering } from '../../state/explore/useAnswer';
import { CutNotice } from './CutNotice';
import styles from './explore.module.css';
import { GraphView } from './GraphView';
import { NoData } from './NoData';
import { PlanView } from './PlanView';
import { QueryError } from './QueryError';
import { Remarks } from './Remarks';
import { TableView } from './TableView';

interface Props {
  readonly query: QueryState;
  readonly answering: Answering;
}

/** The answer, or what stands in its place. */
export function AnswerBody({ query, answering }: Props) {
  const { answer, error, outdated } = answering;
  if (error !== undefined) return <QueryError error={error} expr={query.expr} view={query.view} />;
  if (answer === undefined || answer.kind !== query.view)
    return <div className={styles.blank} data-view={query.view} data-waiting={answering.running} />;
  return (
    <div className={styles.answer} data-outdated={outdated}>
      <Remarks warnings={answer.warnings} infos={answer.infos} />
      {answer.kind === 'explain' ? (
        <PlanView query={query} plan={answer.plan} />
      ) : seriesIn(answer.data) === 0 ? (
        <NoData answer={answer} />
      ) : (
        <>
          {answer.cut && <CutNotice answer={answer} />}
          {answer.kind === 'graph' ? (
            <GraphView query={query} answer={answer} />
          ) : (
            <TableView query={query} answer={answer} />
          )}
        </>
      )}
    </div>
  );
}
