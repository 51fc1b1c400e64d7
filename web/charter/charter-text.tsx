import { CURRENT_CHARTER } from '../../domain/charter/charter.ts';
import { useLanguage } from '../i18n/use-language.ts';
import classes from './charter.module.css';

/**
 * The charter in the reader's language, word for word as its evidence has it.
 * @param level of its section headings
 */
export const CharterText = ({ level }: { level: 2 | 3 }) => {
  const text = CURRENT_CHARTER.texts[useLanguage()];
  const Heading = `h${level}` as const;
  return (
    <div className={classes.text}>
      <p className={classes.preamble}>{text.preamble}</p>
      {text.sections.map(({ title, paragraphs }) => (
        <section key={title}>
          <Heading>{title}</Heading>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
    </div>
  );
};
