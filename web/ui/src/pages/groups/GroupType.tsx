import { useTranslation } from 'react-i18next';
import type { GroupType as Type } from '../../api/types';

export function GroupType({ type }: { type: Type }) {
  const { t } = useTranslation();
  return <span className="k-muted">{t(`groupType.${type}`)}</span>;
}
