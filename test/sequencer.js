import { statSync } from 'node:fs';

/** Tests that start processes, stacks or browsers: the longest there are. */
const LONG = /scenarios|numbering|chaos|browser|infra|local[/]runtime|demo|simulation[/]year/;
/** Long, and needs no stacks: it goes on while the first of those who do builds them for all. */
const BUILDS_NOTHING = /numbering/;

/**
 * The long ones begin first, so that none is left to run alone at the end while another core idles; the others by size,
 * as jest does where it knows nothing better.
 */
export default class Sequencer {
  sort(tests) {
    const weight = ({ path }) =>
      statSync(path).size + (LONG.test(path) ? 1e6 : 0) + (BUILDS_NOTHING.test(path) ? 1e6 : 0);
    return [...tests].sort((a, b) => weight(b) - weight(a));
  }
  shard(tests) {
    return tests;
  }
  allFailedTests(tests) {
    return tests;
  }
  cacheResults() {
    // How long each took here says little of a fresh machine.
  }
}
