import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { KNOWN_COMPANIES, type LocalCompany } from './companies.ts';

/** How the register behaves: as usual, late, beyond its rate, broken, talking nonsense, or hanging up. */
type RegisterMood =
  | { kind: 'well' }
  | { kind: 'slow'; ms: number }
  | { kind: 'too-many-requests'; retryAfterSeconds: number }
  | { kind: 'broken' }
  | { kind: 'nonsense' }
  | { kind: 'down' };

export type LocalRegister = {
  /** Origin to give as `REGISTER_URL`. */
  url: string;
  /** Requests taken so far: path, query and user agent. */
  requests: { url: string; userAgent: string }[];
  add(...companies: LocalCompany[]): void;
  /** Behaves so for the next `times` requests (for good when left out), then well again. */
  behave(mood: RegisterMood, times?: number): void;
  close(): Promise<void>;
};

/**
 * A register on the loopback of the same shape as Recherche d'entreprises, for the one-machine runtime and the tests.
 * @param port 0 picks a free one
 * @throws Error when the port is in use
 */
export const startLocalRegister = async ({
  port = 0,
  companies = [],
}: {
  port?: number;
  companies?: readonly LocalCompany[];
} = {}): Promise<LocalRegister> => {
  const known = new Map([...KNOWN_COMPANIES, ...companies].map((company) => [company.siren, company]));
  const requests: LocalRegister['requests'] = [];
  let mood: RegisterMood = { kind: 'well' };
  let moodLasts = Number.POSITIVE_INFINITY;

  const nextMood = (): RegisterMood => {
    if (moodLasts <= 0) mood = { kind: 'well' };
    moodLasts -= 1;
    return mood;
  };

  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    requests.push({ url, userAgent: request.headers['user-agent'] ?? '' });
    const now = nextMood();
    if (now.kind === 'down') return void request.socket.destroy();
    if (now.kind === 'broken') return send(response, 500, { erreur: 'Erreur interne' });
    if (now.kind === 'nonsense') return send(response, 200, { hello: 'world' });
    if (now.kind === 'too-many-requests') {
      response.setHeader('retry-after', now.retryAfterSeconds);
      return send(response, 429, { erreur: 'Trop de requêtes' });
    }
    const { pathname, searchParams } = new URL(url, 'http://register.local');
    if (pathname !== '/search') return send(response, 404, { erreur: 'Ressource inconnue' });
    const query = searchParams.get('q') ?? '';
    if (query.length < 3) return send(response, 400, { erreur: '3 caractères minimum pour la recherche' });
    const answer = () => send(response, 200, search(known, query));
    if (now.kind === 'slow') return void wait(now.ms, undefined, { ref: false }).then(answer);
    answer();
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: listening } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${listening}`,
    requests,
    add: (...more) => {
      for (const company of more) known.set(company.siren, company);
    },
    behave: (next, times = Number.POSITIVE_INFINITY) => {
      mood = next;
      moodLasts = times;
    },
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
};

const send = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
};

/** Full-text search as the register does it: by SIREN, SIRET or words of the name. */
const search = (known: ReadonlyMap<string, LocalCompany>, query: string) => {
  const words = query.toLocaleUpperCase('fr');
  const found = [...known.values()].filter(
    (company) => company.siren === query || company.siret === query || company.name.includes(words),
  );
  return { results: found.map(result), total_results: found.length, page: 1, per_page: 5, total_pages: 1 };
};

const result = (company: LocalCompany) => ({
  siren: company.siren,
  nom_complet: company.name,
  nom_raison_sociale: company.name,
  siege: {
    siret: company.siret,
    commune: company.communeCode,
    code_postal: company.postcode,
    epci: null,
    region: '84',
  },
  activite_principale: company.activity,
  activite_principale_naf25: company.activityNaf2025 ?? null,
  tranche_effectif_salarie: company.headcountBand ?? null,
  annee_tranche_effectif_salarie: company.headcountBand === undefined ? null : '2023',
  categorie_entreprise: company.size ?? null,
  date_creation: company.createdOn ?? null,
  finances:
    company.turnovers === undefined
      ? null
      : Object.fromEntries(Object.entries(company.turnovers).map(([year, ca]) => [year, { ca, resultat_net: null }])),
  etat_administratif: company.ceased === true ? 'C' : 'A',
});
