import { StartError } from '../start/text.ts';

/** The refusal of a damaged file: nothing is deleted, the person decides. */
export function damaged(path: string, cause: unknown): StartError {
  return new StartError(
    {
      fr: `Le fichier ${path} est endommagé. Rien n'a été effacé : remettez une copie de sauvegarde à sa place, ou déplacez le dossier des données et relancez pour repartir de zéro.`,
      en: `The file ${path} is damaged. Nothing has been deleted: put a backup in its place, or move the data folder away and start again from nothing.`,
    },
    { cause },
  );
}
