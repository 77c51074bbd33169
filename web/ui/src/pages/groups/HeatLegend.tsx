import { useTranslation } from 'react-i18next';
import { type Band, colourOf } from '../../lib/heat';
import { useFormats } from '../../state/useFormats';
import styles from './heat.module.css';

/** Which colour stands for which lags. */
export function HeatLegend({ bands }: { bands: readonly Band[] }) {
  const { t } = useTranslation();
  const { count } = useFormats();
  const textOf = ({ from, to }: Band) => {
    if (to === undefined) return t('heat.from', { from: count(from) });
    return to === from ? count(from) : t('heat.fromTo', { from: count(from), to: count(to) });
  };
  return (
    <ul className={styles.legend} aria-label={t('heat.legend')}>
      <Entry level={undefined} text={t('heat.unknown')} />
      <Entry level={0} text="0" />
      {bands.map((band) => (
        <Entry key={band.level} level={band.level} text={textOf(band)} />
      ))}
    </ul>
  );
}

function Entry({ level, text }: { level: number | undefined; text: string }) {
  return (
    <li>
      <span className={styles.swatch} style={{ background: colourOf(level) }} aria-hidden />
      <span className="k-num">{text}</span>
    </li>
  );
}
