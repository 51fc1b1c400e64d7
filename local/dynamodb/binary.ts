import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { StartError } from '../start/text.ts';

const require = createRequire(import.meta.url);

/**
 * Path of Dynoxide for this platform, from the optional dependency that npm installed with the rest.
 * @throws StartError when there is none, saying how to use DynamoDB Local instead
 */
export function dynoxideBinary(platform: string = process.platform, architecture: string = process.arch): string {
  const name = `@dynoxide/${platform}-${architecture}`;
  try {
    const binary = join(dirname(require.resolve(`${name}/package.json`)), 'dynoxide');
    accessSync(binary, constants.X_OK);
    return binary;
  } catch (error) {
    throw new StartError(
      {
        fr: `La base de données locale (Dynoxide) n'est pas fournie pour ${platform}-${architecture}, ou n'a pas été installée. Deux solutions : sous Linux x64, relancer « npm ci » sans --omit=optional ; ailleurs, lancer DynamoDB Local (java -jar DynamoDBLocal.jar -sharedDb -port 8000) puis « DYNAMODB_ENDPOINT=http://localhost:8000 npm start ».`,
        en: `The local database (Dynoxide) is not provided for ${platform}-${architecture}, or was not installed. Two ways on: on Linux x64, run "npm ci" again without --omit=optional; elsewhere, start DynamoDB Local (java -jar DynamoDBLocal.jar -sharedDb -port 8000), then "DYNAMODB_ENDPOINT=http://localhost:8000 npm start".`,
      },
      { cause: error },
    );
  }
}
