import type * as z from 'zod';
import { StaffTaskPage } from '../../domain/contract/responses.ts';
import type { RouteName } from '../../domain/contract/routes.ts';
import { daysBetween } from '../../domain/member/period.ts';
import { parisDay } from '../../domain/time/paris.ts';
import type { Chance } from '../chance.ts';
import type { CallOptions, Reply } from '../world/calls.ts';

type StaffTask = z.infer<typeof StaffTaskPage>['items'][number];

/** Days a member of staff takes to answer; one task in so many lies until the head office is asked too. */
const PROMPT = [1, 9] as const;
const SLOW = [16, 30] as const;
const SLOW_SHARE = 0.06;

const REVIEWS = [
  [88, 'approve'],
  [7, 'refuse'],
  [5, 'request-changes'],
] as const;

/** The staff of the antennas and of the head office, who look through their inbox on working days. */
export class Staff {
  readonly #chance: Chance;
  readonly #call: (name: RouteName, options: CallOptions) => Promise<Reply>;

  constructor(chance: Chance, call: (name: RouteName, options: CallOptions) => Promise<Reply>) {
    this.#chance = chance;
    this.#call = call;
  }

  /** Answers what is due to be answered on a day. */
  async work(today: string): Promise<void> {
    const due = (await this.#open()).filter((task) => this.#answersOn(task, today));
    const order = ({ siren, kind }: StaffTask) => `${siren}#${kind}`;
    for (const task of due.sort((a, b) => (order(a) < order(b) ? -1 : 1))) {
      const body = this.#answer(task);
      if (body === null) continue;
      const staff = task.headOffice ? ['admin'] : [`antenna:${task.antennas[0]}`];
      const idempotencyKey = `staff-${task.taskId}`;
      await this.#call('AnswerStaffTask', { staff, params: { id: task.taskId }, body, idempotencyKey });
    }
  }

  async #open(): Promise<StaffTask[]> {
    const tasks: StaffTask[] = [];
    let cursor: string | null = null;
    do {
      const query: Record<string, string> = { limit: '100', ...(cursor === null ? {} : { cursor }) };
      const { body } = await this.#call('ListStaffTasks', { staff: ['admin'], query });
      const page: z.infer<typeof StaffTaskPage> = StaffTaskPage.parse(body);
      tasks.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return tasks;
  }

  #answersOn({ siren, kind, openedAt }: StaffTask, today: string): boolean {
    const slow = this.#chance.happens(SLOW_SHARE, 'slow', siren, kind, openedAt);
    const [low, high] = slow ? SLOW : PROMPT;
    const wait = this.#chance.between(low, high, 'waits', siren, kind, openedAt);
    return daysBetween(parisDay(openedAt), today) >= wait;
  }

  #answer({ siren, kind, openedAt, proposal }: StaffTask): Record<string, unknown> | null {
    if (kind === 'choose-antenna') {
      const [first, ...others] = proposal?.candidates ?? [];
      if (first === undefined) return null;
      return {
        antenna: this.#chance.oneOf([first, ...others], 'chooses', siren, openedAt),
        comment: 'Au plus proche.',
      };
    }
    if (kind !== 'review-application') return null;
    const decision = this.#chance.weighted(REVIEWS, 'decides', siren, openedAt);
    return { decision, comment: decision === 'approve' ? '' : 'Précisez votre activité numérique.' };
  }
}
