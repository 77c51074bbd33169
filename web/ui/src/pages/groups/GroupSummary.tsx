import { useTranslation } from 'react-i18next';
import type { Group } from '../../api/types';
import { Age } from '../../components/Age';
import { GroupState } from '../../components/GroupState';
import { Tile, Tiles } from '../../components/Tiles';
import { Count, Unknown } from '../../components/values';
import { GroupType } from './GroupType';

export function GroupSummary({ group, receivedAt }: { group: Group; receivedAt: number }) {
  const { t } = useTranslation();
  const { coordinator, protocol } = group;
  return (
    <Tiles label={t('group.group')}>
      <Tile name={t('group.totalLag')}>
        <Count value={group.totalLag} reason={t('group.noLag')} />
      </Tile>
      <Tile name={t('group.state')} small>
        <GroupState state={group.state} />
      </Tile>
      <Tile name={t('group.type')} small>
        <GroupType type={group.type} />
      </Tile>
      <Tile name={t('group.members')}>
        <Count value={group.members} />
      </Tile>
      <Tile name={t('group.topics')}>
        <Count value={group.topics} />
      </Tile>
      <Tile name={t('group.coordinator')} small>
        {coordinator === undefined ? <Unknown /> : t('group.broker', { id: coordinator })}
      </Tile>
      <Tile name={t('group.protocol')} small {...(protocol === undefined ? {} : { title: protocol })}>
        {protocol === undefined || protocol === '' ? <Unknown /> : <span className="k-cut">{protocol}</span>}
      </Tile>
      <Tile name={t('group.age')} small title={t('group.ageHelp')}>
        <Age ageSeconds={group.ageSeconds} receivedAt={receivedAt} readAt={group.readAt} />
      </Tile>
    </Tiles>
  );
}
