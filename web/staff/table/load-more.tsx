import { Button, Group } from '@mantine/core';

/** The way to the next page of a list; nothing on the last one. */
export const LoadMore = ({
  label,
  more,
  loading,
  onMore,
}: {
  label: string;
  more: boolean;
  loading: boolean;
  onMore: () => void;
}) =>
  more ? (
    <Group justify="center" mt="lg">
      <Button variant="outline" loading={loading} onClick={onMore}>
        {label}
      </Button>
    </Group>
  ) : null;
