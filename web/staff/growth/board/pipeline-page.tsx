import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AntennaSelect } from '../../applications/antenna-select.tsx';
import { ListFrame } from '../../applications/list-frame.tsx';
import { useFilteredList } from '../../applications/use-list.ts';
import { GrowthPage } from '../growth-page.tsx';
import { GROWTH } from '../paths.ts';
import { Board } from './board.tsx';

/** Every screening by where it stands. */
export default function PipelinePage() {
  const { t } = useTranslation('staff');
  const { filters, setFilters, list } = useFilteredList('ListGrowthCases', GROWTH);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <GrowthPage title={t('growth.board.title')} lead={t('growth.board.lead')}>
      <Group align="end" mb="md">
        <AntennaSelect value={filters.antenna} onChange={(antenna) => setFilters({ ...filters, antenna })} />
      </Group>
      <ListFrame
        list={list}
        count={items.length}
        empty={{ title: t('growth.board.empty.title'), text: t('growth.board.empty.text') }}
        more={t('growth.board.more')}
      >
        <Board cases={items} />
      </ListFrame>
    </GrowthPage>
  );
}
