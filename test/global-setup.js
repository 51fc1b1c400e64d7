import { tsImport } from 'tsx/esm/api';

/** Builds what tests read from build/ and the repository does not keep: the communes of France. */
export default async () => {
  const { buildCommunes } = await tsImport('../scripts/build-communes.ts', import.meta.url);
  buildCommunes();
};
