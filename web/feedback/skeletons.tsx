import { Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './feedback.module.css';

/** The outline of a page while its code or data is on the way; a screen reader hears that it is loading. */
export const PageSkeleton = () => (
  <div className={classes.skeletonPage}>
    <Loading />
    <Skeleton height={38} width="55%" mb="lg" />
    <BlockSkeleton lines={5} />
  </div>
);

/** Lines of a text or a list to come. */
export const BlockSkeleton = ({ lines = 3 }: { lines?: number }) => (
  <Stack gap="sm" aria-hidden="true">
    {Array.from({ length: lines }, (_, line) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike and never move.
      <Skeleton key={line} height={18} width={line % 3 === 2 ? '70%' : '100%'} />
    ))}
  </Stack>
);

/** Says that something is loading, to those who do not see the skeleton. */
export const Loading = () => {
  const { t } = useTranslation();
  return (
    <p role="status" className={classes.unseen}>
      {t('feedback.loading')}
    </p>
  );
};
