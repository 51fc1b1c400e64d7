import type { WorkflowView } from '../../../domain/contract/responses.ts';

type State = WorkflowView['states'][number];
export type Progress = State['progress'];
export type EdgeKind = State['next'][number]['label'];
/** A way from one state to another. `travelled` when this execution went that way, as far as its states tell. */
export type Transition = { from: string; to: string; kind: EdgeKind; travelled: boolean };

/**
 * The transitions worth drawing, one a pair of states. The ways that errors take are drawn where an execution took them,
 * or where no other way leads to a state: drawn all, they would hide the rest. The list of steps names them all.
 */
export function drawnTransitions(view: WorkflowView): Transition[] {
  const all = pairs(view);
  const travelled = waysTravelled(view, all);
  const reachedOtherwise = new Set(all.filter((way) => way.kind !== 'catch').map((way) => way.to));
  return all
    .map((way) => ({ ...way, travelled: travelled.has(way) }))
    .filter((way) => way.kind !== 'catch' || way.travelled || !reachedOtherwise.has(way.to));
}

type Way = Omit<Transition, 'travelled'>;

/** One way a pair of states, however many choices or errors lead from the one to the other; an ordinary one if any is. */
function pairs(view: WorkflowView): Way[] {
  const names = new Set(view.states.map((state) => state.name));
  const byPair = new Map<string, Way>();
  for (const { name, next } of view.states) {
    for (const { to, label } of next) {
      if (!names.has(to)) continue;
      const pair = JSON.stringify([name, to]);
      const known = byPair.get(pair);
      byPair.set(pair, { from: name, to, kind: known === undefined || known.kind === 'catch' ? label : known.kind });
    }
  }
  return [...byPair.values()];
}

/**
 * The states tell where an execution has been, not which way it went. A way was taken when its start could only have led
 * there, or its end could only be reached from there; where neither settles it, every way that may have been taken counts.
 */
function waysTravelled(view: WorkflowView, all: readonly Way[]): ReadonlySet<Way> {
  const been = new Set(view.states.filter((state) => state.progress !== 'not-reached').map((state) => state.name));
  const possible = all.filter((way) => been.has(way.from) && been.has(way.to));
  const leaving = (name: string): Way[] => possible.filter((way) => way.from === name);
  const arriving = (name: string): Way[] => possible.filter((way) => way.to === name);
  const ordinaryFrom = (name: string): Way[] => leaving(name).filter((way) => way.kind !== 'catch');

  const travelled = new Set<Way>();
  for (const way of possible) {
    const ordinary = ordinaryFrom(way.from);
    const onlyWayOut = way.kind === 'catch' ? ordinary.length === 0 : ordinary.length === 1;
    if (onlyWayOut || arriving(way.to).length === 1) travelled.add(way);
  }
  for (const name of been) {
    if (!leaving(name).some((way) => travelled.has(way))) for (const way of ordinaryFrom(name)) travelled.add(way);
  }
  return travelled;
}
