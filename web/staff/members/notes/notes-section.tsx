import { Button, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import type { MemberNoteView } from '../../../../domain/contract/directory-responses.ts';
import { NoteBody } from '../../../../domain/member/note.ts';
import { FailureAlert } from '../../../feedback/failure-alert.tsx';
import { FreeText } from '../../../form/free-text.tsx';
import { useSending } from '../../../form/use-sending.ts';
import { formatMoment } from '../../../format/dates.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useStaffCall } from '../../api/use-staff-call.ts';
import { useKeptDraft } from '../../shared/kept-draft.ts';
import { Section } from '../../shared/section.tsx';
import classes from '../members.module.css';

/** What staff note about a member, for themselves: the company never sees it. */
export const NotesSection = ({ number, notes }: { number: string; notes: readonly MemberNoteView[] }) => {
  const { t } = useTranslation('staff');
  return (
    <Section title={t('notes.title')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('notes.text')}
      </Text>
      <NoteForm number={number} />
      {notes.length === 0 ? (
        <Text c="dimmed" mt="md">
          {t('notes.none')}
        </Text>
      ) : (
        <ul className={classes.notes}>
          {notes.map((note) => (
            <Note key={note.noteId} number={number} note={note} />
          ))}
        </ul>
      )}
    </Section>
  );
};

const Note = ({ number, note }: { number: string; note: MemberNoteView }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const [editing, setEditing] = useState(false);
  return (
    <li>
      {editing ? (
        <NoteForm number={number} note={note} onDone={() => setEditing(false)} />
      ) : (
        <>
          <p className={classes.noteText}>{note.text}</p>
          <Group justify="space-between" gap="xs">
            <Text size="sm" c="dimmed">
              {note.authorName} · <time dateTime={note.at}>{formatMoment(note.at, language)}</time>
              {note.editedAt === null ? null : ` · ${t('notes.edited', { at: formatMoment(note.editedAt, language) })}`}
            </Text>
            {note.mine ? (
              <Button variant="subtle" size="compact-sm" onClick={() => setEditing(true)}>
                {t('notes.edit')}
              </Button>
            ) : null}
          </Group>
        </>
      )}
    </li>
  );
};

const Typed = z.object({ text: z.string() });

/** A new note, or one that its author puts right. */
const NoteForm = ({ number, note, onDone }: { number: string; note?: MemberNoteView; onDone?: () => void }) => {
  const { t } = useTranslation('staff');
  const call = useStaffCall();
  const cache = useQueryClient();
  const [begun] = useState({ text: note?.text ?? '' });
  const [typed, setTyped, forget] = useKeptDraft(`note.${number}.${note?.noteId ?? 'new'}`, Typed, begun);
  const sending = useSending({
    schema: NoteBody,
    send: (body, idempotencyKey) =>
      note === undefined
        ? call('AddMemberNote', { params: { id: number }, body, idempotencyKey })
        : call('EditMemberNote', { params: { id: number, noteId: note.noteId }, body }),
    onDone: async () => {
      forget();
      await cache.invalidateQueries({ queryKey: ['staff'] });
      onDone?.();
    },
  });
  return (
    <form ref={sending.form} noValidate onSubmit={sending.submit(typed)}>
      <FreeText
        label={t(note === undefined ? 'notes.new' : 'notes.editing')}
        maxRows={10}
        maxLength={4000}
        value={typed.text}
        error={sending.errorAt('text')}
        onType={(value) => {
          sending.drop('text');
          setTyped({ text: value });
        }}
      />
      {sending.failure === null ? null : <FailureAlert error={sending.failure} />}
      <Group justify="flex-end" mt="xs">
        {onDone === undefined ? null : (
          <Button variant="default" size="xs" onClick={onDone}>
            {t('treasury.cancel')}
          </Button>
        )}
        <Button type="submit" size="xs" variant="outline" loading={sending.pending}>
          {t(note === undefined ? 'notes.add' : 'notes.save')}
        </Button>
      </Group>
    </form>
  );
};
