import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { countQuery, type ValueAnswer } from '../../api/promQueries';
import { seriesIn } from '../../lib/prom/reply';
import { useFormats } from '../../state/useFormats';
import { Remark } from './Remarks';

/** That there are more series than are shown, how many, and what to do about it. */
export function CutNotice({ answer }: { answer: ValueAnswer }) {
  const { t } = useTranslation();
  const { count } = useFormats();
  const time = answer.kind === 'graph' ? answer.grid.end : answer.time;
  const counted = useQuery({ ...countQuery(answer.expr, time), enabled: answer.total === undefined, retry: false });
  const total = answer.total ?? counted.data ?? undefined;
  const shown = count(seriesIn(answer.data));
  return (
    <Remark tone="warn">
      {total === undefined ? t('query.cutUnknown', { shown }) : t('query.cut', { shown, total: count(total) })}
    </Remark>
  );
}
