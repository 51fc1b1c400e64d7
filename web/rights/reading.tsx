import { useTranslation } from 'react-i18next';
import { type DossierExport, SECTIONS, type Section } from '../../domain/rights/export.ts';
import { TimelineEvent } from '../../domain/timeline/event.ts';
import { useStory } from '../application/use-story.ts';
import { formatMoment } from '../format/dates.ts';
import { useLanguage } from '../i18n/use-language.ts';
import classes from './rights.module.css';
import { useWritten } from './written.ts';

type Item = Record<string, unknown>;

/** Everything an export holds, part by part, to be read by the person it tells of. */
export const Reading = ({ dossier }: { dossier: DossierExport }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const parts = SECTIONS.flatMap((name) => {
    const items = dossier.sections[name] ?? [];
    return items.length === 0 ? [] : [{ name, items }];
  });
  return (
    <article className={classes.reading}>
      <header>
        <h1>{t('rights.reading.title', { company: dossier.companyName })}</h1>
        <p>{t('rights.reading.made', { date: formatMoment(dossier.at, language) })}</p>
        <p>{t('rights.reading.others')}</p>
      </header>
      {parts.map(({ name, items }) => (
        <section key={name}>
          <h2>{t(`rights.section.${name}`)}</h2>
          {name === 'timeline' ? <Story items={items} /> : <Items section={name} items={items} />}
        </section>
      ))}
    </article>
  );
};

/** Each item under its place, where there are several. */
const Items = ({ section, items }: { section: Section; items: readonly Item[] }) =>
  items.map((item, place) => (
    // Nobody reorders an export.
    // biome-ignore lint/suspicious/noArrayIndexKey: it has no other name
    <Fields key={place} section={section} item={item} />
  ));

const Fields = ({ section, item }: { section: Section; item: Item }) => {
  const written = useWritten(section);
  return (
    <dl>
      {written.fields(item).map(([name, value]) => (
        <div key={name}>
          <dt>{written.name(name)}</dt>
          <dd>
            <Value section={section} name={name} value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
};

const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null && !Array.isArray(value);

const Value = ({ section, name, value }: { section: Section; name: string; value: unknown }) => {
  const written = useWritten(section);
  if (Array.isArray(value)) {
    if (value.length === 0) return written.value(name, null);
    return (
      <ul>
        {value.map((each, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: it has no other name
          <li key={place}>
            <Value section={section} name={name} value={each} />
          </li>
        ))}
      </ul>
    );
  }
  return isItem(value) ? <Fields section={section} item={value} /> : written.value(name, value);
};

/** The timeline, told as the company reads it, with what was said. */
const Story = ({ items }: { items: readonly Item[] }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const story = useStory();
  const events = items.flatMap((item) => {
    // The names of staff are left out of an export.
    const actor = isItem(item.actor) && item.actor.kind === 'staff' ? { ...item.actor, id: '', name: '' } : item.actor;
    const read = TimelineEvent.safeParse({ ...item, actor });
    return read.success ? [read.data] : [];
  });
  return (
    <ol>
      {events.map(({ at, actor, happening }, place) => {
        const { sentence, comment } = story(happening);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one instant may be alike
          <li key={place}>
            <time dateTime={at}>{formatMoment(at, language)}</time> — {sentence}{' '}
            <span className={classes.who}>({t(`rights.actor.${actor.kind}`)})</span>
            {comment === null ? null : <blockquote>{comment}</blockquote>}
          </li>
        );
      })}
    </ol>
  );
};
