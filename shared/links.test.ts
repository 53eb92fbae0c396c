import { expect, test } from 'vitest';
import { audienceKey } from './audience.ts';
import { audiencesOf } from './links.ts';
import { small } from './testing/forums.ts';
import { given, mc, organiser } from './testing/given.ts';
import { inPhase, until } from './testing/play.ts';

const start = given(small());
const reissue = (audience: string) => ({ type: 'ReissueLink', audience }) as const;

test('[S8] everyone has a link of their own, the president one as such and one as juror, the public none', () => {
  expect(audiencesOf(small()).map(audienceKey)).toEqual(
    'organiser mc president/s1 juror/s1 juror/s2 juror/s3 table/a table/b table/c coach/a projector stage'.split(' '),
  );
});

test('[S8] the organiser issues one link anew: its generation grows, the others stay', () => {
  const once = start.when(reissue('juror/s2'), organiser).gives({ type: 'LinkReissued', audience: 'juror/s2' });
  expect(once.and(reissue('juror/s2'), organiser).and(reissue('mc'), organiser).state.generations).toEqual({ 'juror/s2': 2, mc: 1 });
});

test.each(['public', 'juror/s9', 'table/x', 'president/s2', 'juror', 'nobody'])('[S8] there is no link for %s', (audience) => {
  start.when(reissue(audience), organiser).refuses('unknown-audience', audience);
});

test('[S8] in every phase, by nobody else', () => {
  until(start, inPhase('closed')).and(reissue('stage'), organiser);
  start.when(reissue('stage'), mc).refuses('not-yours');
});
