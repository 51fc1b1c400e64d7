import { describe, expect, it } from '@jest/globals';
import { readAnswer } from '../../../../web/staff/decision/answer.ts';

const review = { kind: 'review-application' } as const;
const choice = { kind: 'choose-antenna' } as const;

describe('reading an answer before it is sent', () => {
  it('wants a reason for a refusal and for changes, not for an approval', () => {
    const wrong = { ok: false, errors: [{ field: 'comment', code: 'comment.required' }] };
    expect(readAnswer(review, { choice: 'refuse', comment: ' ' })).toEqual(wrong);
    expect(readAnswer(review, { choice: 'request-changes', comment: '' })).toEqual(wrong);
    expect(readAnswer(review, { choice: 'approve', comment: '' })).toEqual({
      ok: true,
      body: { decision: 'approve', comment: '' },
    });
  });

  it('wants a choice', () => {
    expect(readAnswer(review, { choice: null, comment: 'Bien.' })).toMatchObject({
      ok: false,
      errors: [{ field: 'choice' }],
    });
    expect(readAnswer(choice, { choice: null, comment: '' })).toMatchObject({
      ok: false,
      errors: [{ field: 'choice' }],
    });
  });

  it('reads an antenna, and nothing that is none', () => {
    expect(readAnswer(choice, { choice: 'STE', comment: ' Plus proche. ' })).toEqual({
      ok: true,
      body: { antenna: 'STE', comment: 'Plus proche.' },
    });
    expect(readAnswer(choice, { choice: 'PARIS', comment: '' })).toMatchObject({ ok: false });
  });
});
