import { useTranslation } from 'react-i18next';
import type { Forecast } from '../../api/types';
import { Unknown } from '../../components/values';
import { useFormats } from '../../state/useFormats';

/** How fast a partition is written and read, in records a second. */
export function Rates({ forecast }: { forecast: Forecast | undefined }) {
  const { t } = useTranslation();
  const { rate } = useFormats();
  const written = forecast?.producedPerSecond;
  const read = forecast?.consumedPerSecond;
  if (written === undefined && read === undefined) return <Unknown />;
  const text = (value: number | undefined) => (value === undefined ? '–' : rate(value));
  return (
    <span className="k-num">
      <span title={t('group.written')}>{text(written)}</span>
      {' / '}
      <span title={t('group.read')}>{text(read)}</span>
    </span>
  );
}
