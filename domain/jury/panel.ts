import type { AntennaCode } from '../antenna/antenna.ts';
import type { Juror } from './juror.ts';
import { JURY_POLICY } from './policy.ts';
import type { Panel, Seat, Session, WhyLost } from './session.ts';

/** What a panel is drawn from. */
export type PanelRequest = {
  jurors: readonly Juror[];
  /** The antenna of the company that is judged. */
  antenna: AntennaCode;
  /** Who declared a conflict with this company, in any session. */
  conflicted: ReadonlySet<string>;
  /** Who sat in the first instance: an appeal goes to another jury. */
  firstInstance: ReadonlySet<string>;
  /** Open sessions each juror sits in already. */
  load: ReadonlyMap<string, number>;
};

const RANK = { chair: 0, member: 1, deputy: 2 } as const satisfies Record<Juror['role'], number>;

const seatOf = ({ jurorId, name, antenna }: Juror): Seat => ({ jurorId, name, antenna, chair: false });

/** Chairs first, members before deputies; among equals the least busy, then in the order of the register. */
const inOrder =
  (load: PanelRequest['load']) =>
  (a: Juror, b: Juror): number =>
    RANK[a.role] - RANK[b.role] ||
    (load.get(a.jurorId) ?? 0) - (load.get(b.jurorId) ?? 0) ||
    a.addedAt.localeCompare(b.addedAt) ||
    a.jurorId.localeCompare(b.jurorId);

/** The first seat chairs: the chair of the register where it sits, or else whoever comes next. */
const withChair = (seats: readonly Seat[]): Seat[] => seats.map((seat, at) => ({ ...seat, chair: at === 0 }));

/**
 * Draws a panel: five seats by rank and load, of the company's own antenna two at most, those counted who may step in: who
 * is left over may, in the same order. Whoever declared a conflict, or sat in the first instance of an appeal, is out.
 */
export const drawPanel = ({ jurors, antenna, conflicted, firstInstance, load }: PanelRequest): Panel => {
  const leftOut: Panel['leftOut'] = [];
  const seats: Seat[] = [];
  const deputies: Seat[] = [];
  for (const juror of jurors.filter(({ active }) => active).sort(inOrder(load))) {
    const { jurorId } = juror;
    if (conflicted.has(jurorId)) leftOut.push({ jurorId, why: 'conflict' });
    else if (firstInstance.has(jurorId)) leftOut.push({ jurorId, why: 'first-instance' });
    else if (juror.antenna === antenna && ofAntenna([...seats, ...deputies], antenna) >= JURY_POLICY.fromOwnAntenna) {
      leftOut.push({ jurorId, why: 'own-antenna' });
    } else if (seats.length < JURY_POLICY.seats) seats.push(seatOf(juror));
    else deputies.push(seatOf(juror));
  }
  return { policyVersion: JURY_POLICY.version, seats: withChair(seats), deputies, leftOut };
};

const ofAntenna = (seats: readonly Seat[], antenna: AntennaCode): number =>
  seats.filter((seat) => seat.antenna === antenna).length;

/**
 * How many of a panel must vote: more than half of those who sit, and never fewer than the least. It follows the seats:
 * a seat that falls empty lowers it, down to the least.
 */
export const quorumOf = ({ seats }: Pick<Panel, 'seats'>): number =>
  Math.max(JURY_POLICY.smallestQuorum, Math.floor(seats.length / 2) + 1);

/** Tells whether a panel can reach its quorum at all. */
export const canSit = (panel: Panel): boolean => panel.seats.length >= quorumOf(panel);

/**
 * A session after somebody left their seat: the first deputy takes it, with the chair's role if it was the chair's;
 * where no deputy is left the panel shrinks, and the next in order chairs.
 */
export const vacateSeat = (
  session: Session,
  jurorId: string,
  why: WhyLost,
  at: string,
): { session: Session; replacedBy: Seat | null } => {
  const { panel, seatsLost } = session;
  const [deputy, ...deputies] = panel.deputies.filter((seat) => seat.jurorId !== jurorId);
  const seats = panel.seats.flatMap((seat) => {
    if (seat.jurorId !== jurorId) return [seat];
    return deputy === undefined ? [] : [{ ...deputy, chair: seat.chair }];
  });
  const name = panel.seats.find((seat) => seat.jurorId === jurorId)?.name;
  const chaired = seats.some(({ chair }) => chair) ? seats : withChair(seats);
  return {
    session: {
      ...session,
      panel: { ...panel, seats: chaired, deputies },
      seatsLost: [...seatsLost, { jurorId, name, why, replacedBy: deputy?.jurorId ?? null, at }],
    },
    replacedBy: deputy ?? null,
  };
};

/** A session whose deputy will not step in any more. */
export const dropDeputy = (session: Session, jurorId: string): Session => ({
  ...session,
  panel: { ...session.panel, deputies: session.panel.deputies.filter((seat) => seat.jurorId !== jurorId) },
});
