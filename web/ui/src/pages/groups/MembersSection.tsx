import { IconUserOff } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Member } from '../../api/types';
import { Notice } from '../../components/Notice';
import { Panel, Section } from '../../components/Page';
import type { Column } from '../../components/table/column';
import { DataTable } from '../../components/table/DataTable';
import { Count, Unknown } from '../../components/values';
import { useFormats } from '../../state/useFormats';

export function MembersSection({ members }: { members: readonly Member[] }) {
  const { t } = useTranslation();
  const { count } = useFormats();
  const columns = useMemberColumns();
  return (
    <Section title={t('group.members')} note={count(members.length)}>
      {members.length === 0 ? (
        <Panel>
          <Notice
            icon={<IconUserOff />}
            title={t('group.noMembersTitle')}
            text={t('group.noMembersText')}
            heading="h3"
          />
        </Panel>
      ) : (
        <DataTable
          label={t('group.membersTable')}
          columns={columns}
          total={members.length}
          rowAt={(index) => members[index]}
          keyOf={(row) => row.memberId}
          layout="content"
          minWidth={760}
        />
      )}
    </Section>
  );
}

function useMemberColumns(): readonly Column<Member>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      { id: 'client', header: t('group.member'), width: 'minmax(120px, 1fr)', cell: (row) => row.clientId },
      {
        id: 'memberId',
        header: t('group.memberId'),
        width: 'minmax(180px, 2fr)',
        cell: (row) => (
          <span className="k-mono" title={row.memberId}>
            {row.memberId}
          </span>
        ),
      },
      {
        id: 'instance',
        header: t('group.instance'),
        width: 'minmax(100px, 0.8fr)',
        cell: (row) => row.instanceId ?? <Unknown />,
      },
      {
        id: 'host',
        header: t('group.host'),
        width: 'minmax(110px, 0.8fr)',
        cell: (row) => <span className="k-num">{row.host}</span>,
      },
      {
        id: 'assigned',
        header: t('group.assigned'),
        width: 'minmax(140px, 0.7fr)',
        align: 'end',
        cell: (row) => <Count value={row.partitions} />,
      },
    ],
    [t],
  );
}
