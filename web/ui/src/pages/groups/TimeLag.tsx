import { useTranslation } from 'react-i18next';
import type { Forecast, PartitionLag } from '../../api/types';
import { Unknown } from '../../components/values';
import { useFormats } from '../../state/useFormats';

type Method = NonNullable<Forecast['timeLag']>['method'];

/** What stands before a time that is not exact. */
const MARKS: Record<Method, string> = { 'caught-up': '', interpolated: '', extrapolated: '≈ ', 'at-least': '≥ ' };

/** The lag of a partition as time; its title says how it was found and how far it can be relied on. */
export function TimeLag({ partition }: { partition: PartitionLag }) {
  const { t } = useTranslation();
  const { duration } = useFormats();
  const { lagSeconds, forecast } = partition;
  if (lagSeconds === undefined) return <Unknown reason={t('group.lagTimeUnknown')} />;
  const found = forecast?.timeLag;
  if (found === undefined) return <span className="k-num">{duration(lagSeconds)}</span>;
  const how = `${t(`lagMethod.${found.method}`)} ${t(`confidence.${found.confidence}`)}`;
  return (
    <span className="k-num" title={how}>
      {MARKS[found.method]}
      {duration(lagSeconds)}
      <span className="k-sr"> ({how})</span>
    </span>
  );
}
