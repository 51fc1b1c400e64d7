import type { Route } from './definition.ts';

export interface Match {
  readonly route: Route;
  /** Values of the path's `{parameters}`, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * The route API Gateway chooses: a full match before a greedy one (`{proxy+}`), fixed words before parameters, the
 * method itself before ANY, and `$default` last.
 * @param segments decoded, without the leading slash
 */
export function matchRoute(routes: readonly Route[], method: string, segments: readonly string[]): Match | null {
  const matches = routes
    .filter((route) => route.method === method || route.method === 'ANY')
    .map((route) => ({ route, parameters: matchSegments(route.segments, segments) }))
    .filter((match): match is Match => match.parameters !== null)
    .sort((a, b) => rank(a.route).localeCompare(rank(b.route)));
  return matches[0] ?? null;
}

function matchSegments(pattern: readonly string[], segments: readonly string[]): Record<string, string> | null {
  const parameters: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const name = /^\{(\w+)(\+?)\}$/.exec(part);
    const segment = segments[index];
    if (segment === undefined || (segment === '' && name !== null && name[2] === '')) return null;
    if (name === null) {
      if (part !== segment) return null;
    } else if (name[2] === '+') {
      parameters[name[1] ?? ''] = segments.slice(index).join('/');
      return parameters;
    } else {
      parameters[name[1] ?? ''] = segment;
    }
  }
  return pattern.length === segments.length ? parameters : null;
}

/** Sorts as text: the smaller, the more specific. */
function rank(route: Route): string {
  if (route.key === '$default') return '9';
  const words = route.segments.map((part) => (part.endsWith('+}') ? '3' : part.startsWith('{') ? '2' : '1')).join('');
  return `${words}${route.method === 'ANY' ? '2' : '1'}`;
}
