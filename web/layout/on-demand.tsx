import { type ComponentType, useEffect, useState } from 'react';
import { NetworkNeeded } from '../feedback/network-needed.tsx';
import { PageSkeleton } from '../feedback/skeletons.tsx';

type Fetched<Props> = { Component: ComponentType<Props> } | { error: unknown } | null;

/**
 * A component whose code is fetched when it is first shown; from then on it is there at once. React's own `lazy` keeps
 * back what has come for 300 ms after a placeholder was drawn: on a fast line that is most of the wait, and a page
 * within a page waits twice. Code that did not come once is fetched again by loading the whole page anew: the browser and
 * what bundled the pages both keep that they tried, and a new release may have replaced it.
 * @param load imports the module whose default export is the component; a failure is thrown while rendering, to the
 *   error boundary, as NetworkNeeded where the device is off the network
 * @param Waiting stands in its place meanwhile
 */
export function onDemand<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  Waiting: ComponentType = PageSkeleton,
): ComponentType<Props> {
  let known: Fetched<Props> = null;
  let missed: { error: unknown } | null = null;
  return function OnDemand(props: Props) {
    // Off the network, loading the page anew would lose the page: it stays what it was, missing.
    const [fetched, setFetched] = useState(known ?? (navigator.onLine ? null : missed));
    useEffect(() => {
      if (fetched !== null) return;
      if (missed !== null) return window.location.reload();
      let shown = true;
      load()
        .then(
          (module): Fetched<Props> => {
            known = { Component: module.default };
            return known;
          },
          (error: unknown): Fetched<Props> => {
            missed = { error };
            return missed;
          },
        )
        .then((outcome) => {
          if (shown) setFetched(outcome);
        });
      return () => {
        shown = false;
      };
    }, [fetched]);
    if (fetched === null) return <Waiting />;
    if ('error' in fetched) throw navigator.onLine ? fetched.error : new NetworkNeeded(fetched.error);
    return <fetched.Component {...props} />;
  };
}

/** For what may come a moment later without leaving a gap: nothing stands in its place. */
export const Nothing = () => null;
