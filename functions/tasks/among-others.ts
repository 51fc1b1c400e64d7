import type { HumanTask } from '../../domain/task/task.ts';

/** Tasks of one kind that were opened at one instant, as happens on a clock that stands still. */
export const openedTogether = <T extends HumanTask>(
  tasks: readonly T[],
  { kind, openedAt }: Pick<HumanTask, 'kind' | 'openedAt'>,
): T[] => tasks.filter((task) => task.kind === kind && task.openedAt === openedAt);

/** A new task under an id of its own, whatever was opened at the same instant. @param tasks all of the application */
export const amongOthers = (task: HumanTask, tasks: readonly HumanTask[]): HumanTask => {
  const others = openedTogether(tasks, task).length;
  return others === 0 ? task : { ...task, taskId: `${task.taskId}~${others + 1}` };
};
