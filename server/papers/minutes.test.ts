import { expect, test } from 'vitest';
import { competing, countedBallot, isExpected } from '../../shared/counting.ts';
import { departures } from '../../shared/deliberation.ts';
import { drawCommandLine } from '../../shared/draw.ts';
import type { TeamId } from '../../shared/ids.ts';
import { aggregates, totalWeight } from '../../shared/ranking.ts';
import { receiptsOf } from '../../shared/receipt.ts';
import { rulesHash } from '../../shared/reglement.ts';
import { amiensMarks } from '../../shared/testing/amiens-ballots.ts';
import { lockedAfternoon, REPLACEMENT, SECRET } from '../../shared/testing/defended.ts';
import { small } from '../../shared/testing/forums.ts';
import { given } from '../../shared/testing/given.ts';
import { inPhase, until } from '../../shared/testing/play.ts';
import type { Instant } from '../../shared/time.ts';
import { hour, length, mean } from './french/forms.ts';
import { minutesPaper } from './minutes.ts';
import { namesOf } from './names.ts';
import { afternoon, minutesAt, saidOn } from './testing/said.ts';

const minutes = minutesAt(afternoon.closed);
const { state, last } = minutes;
const { setup, course, deliberation } = state;
const names = namesOf(setup);
const at = (instant: Instant | undefined) => hour(instant as Instant, setup.timeZone);
const final = saidOn(minutesPaper(minutes));
const says = async (...wanted: readonly string[]) => {
  const { text } = await final;
  for (const words of wanted) expect(text).toContain(words.replace(/\s+/g, ' '));
};
const SLOW = 60_000;

test('[H21] the event, its place, its hours, the chair, and the règlement with its hash', { timeout: SLOW }, async () => {
  await says(setup.name, setup.organiser, `${setup.venue}, ${setup.city}`, 'Jeudi 28 novembre 2019');
  for (const opened of Object.values(course.opened)) await says(at(opened));
  const chair = setup.seats.find(({ president }) => president);
  await says(`Siège ${chair?.number}, ${chair?.title}`, setup.rules.version, rulesHash(setup));
  await says('8 sur 15', 'Moyenne des bulletins rendus', 'Vote du jury, puis tirage au sort public', '8 membres, dont 2 élus');
});

test('[H21] every member with college, seat and stays; the quorum each time; the recusals', { timeout: SLOW }, async () => {
  for (const { id, number, title, department } of setup.seats) {
    const moves = state.attendance[id]?.moves ?? [];
    const [first, second, third] = moves.map((move) => at(move.at));
    const stays = third
      ? `${first} – ${second} ; dès ${third}`
      : second
        ? `${first} – ${second}`
        : first
          ? `dès ${first}`
          : 'n’a pas siégé';
    await says(`${number} ${title}${id === 'j10' ? ' (présidence)' : ''} ${department} ${stays}`);
  }
  for (const { at: when, quorum } of minutes.quorums) {
    const [college] = quorum.colleges;
    await says(
      `${at(when)} ${quorum.present} sur ${quorum.of} ${quorum.needed} ${college?.present} élus (${college?.needed} requis) atteint`,
    );
  }
  const [stood, recorded, lifted] = minutes.recusals;
  await says(
    `Siège 7, pour « Projet 10 », consigné à ${at(stood?.at)}.`,
    `Siège 11, pour « Cantines des collèges », consigné à ${at(recorded?.at)}.`,
  );
  await says(`Siège 5, pour « Projet 13 », consigné à ${at(lifted?.at)}, levé à ${at(lifted?.liftedAt as Instant)}.`);
});

test('[H21] the draw: seed, witnesses, order, and the command that does it again', { timeout: SLOW }, async () => {
  const drawn = course.draw?.drawn;
  if (!drawn) throw new Error('no draw');
  await says(drawn.seed, drawn.witnesses, drawn.order.map((id, index) => `${index + 1}. ${names.short(id)} (${id})`).join(' ; '));
  expect((await final).parts.join('')).toContain(drawCommandLine(drawn.seed, drawn.order));
});

test('[H21] every team of the order with its real times and ballots; every incident', { timeout: SLOW }, async () => {
  for (const [index, team] of course.order.entries()) {
    const { pitchAt, endedAt } = course.passages[team] ?? {};
    const struck = course.withdrawn[team] !== undefined;
    const seats = setup.seats.map(({ id }) => id);
    const counted = seats.filter((seat) => countedBallot(state, seat, team)).length;
    const expected = seats.filter((seat) => isExpected(state, seat, team)).length;
    const spoken = [minutes.spoken[team]?.pitch, minutes.spoken[team]?.questions].map((of) => of && length(of)).join(' ');
    const times = struck ? 'absente – – – –' : `${at(pitchAt)} ${spoken} ${at(endedAt)} ${counted} sur ${expected}`;
    await says(`${index + 1} ${names.project(team)} ${names.departmentOf(team)} ${times}`);
  }
  for (const { kind, reason, length: long } of minutes.incidents)
    if (kind === 'pause') await says(`pause de ${length(long ?? (0 as never))} (${reason}).`);
  for (const { kind, reason } of course.changes) if (kind !== 'drawn') await says(`Motif : ${reason}.`);
  for (const { text } of state.remarks) await says(text);
  await says('30 s ajoutées.', 'chronomètre repris du début.');
});

test('[H21] criteria and weights, the lock and its hash, every exception, and the code of every ballot', { timeout: SLOW }, async () => {
  for (const { name, question, weight } of setup.criteria) await says(`${name} ${question} ${weight}`);
  const pairs = competing(course).flatMap((team) => setup.seats.map(({ id }) => [id, team] as const));
  const counted = pairs.filter(([seat, team]) => countedBallot(state, seat, team)).length;
  await says(`${counted} bulletins complets comptés sur ${pairs.filter(([seat, team]) => isExpected(state, seat, team)).length}`);
  await says(at(course.allLocked?.at), course.allLocked?.hash ?? '');
  const [paper, admitted, late, reopened] = minutes.exceptions;
  await says(`Saisi d’après un bulletin papier. – ${paper?.after}`);
  await says(
    `admis par la présidence, noté à ${at(admitted?.madeAt as Instant)} selon le téléphone. Motif : ${admitted?.reason}. – ${admitted?.after}`,
  );
  await says(`non compté. ${late?.before} ${late?.after}`, `Motif : ${reopened?.reason}. ${reopened?.before} ${reopened?.after}`);
  const { parts } = await final;
  const codes = receiptsOf(state).map(({ code }) => code);
  expect(parts.filter((part) => codes.includes(part)).length).toBeGreaterThanOrEqual(codes.length);
  for (const code of codes) expect(parts).toContain(code);
});

test('[H21] every vote in counts, the tie, the departure with motion and reason, the list in passing order, commitments, dissent, signatures, hash', {
  timeout: SLOW,
}, async () => {
  const { motions = [], list = [], reopened, closedAt } = deliberation ?? {};
  for (const { number, closed, secret, voted, entitled } of motions) {
    const counts = `${secret ? 'secret' : 'public'} ${voted.length} sur ${entitled.length} ${closed?.count.for} ${closed?.count.against} ${closed?.count.abstain}`;
    expect((await final).text).toMatch(new RegExp(` ${number} .*${counts} `));
  }
  await says(`${SECRET.for} ${SECRET.against} ${SECRET.abstain} adopté`, 'partagé', 'non adopté (voix prépondérante : contre)');
  await says(`tirage au sort public (germe ${deliberation?.ladder.at(-1)?.seed})`);
  const [departure] = departures(state, list);
  await says(
    `${names.team(departure?.team as TeamId)} n’est pas dans la liste, par le vote ${departure?.motion}. Motif : ${REPLACEMENT.reason}.`,
  );
  await says(
    `rouverte une fois, à ${at(reopened?.at)}. Motif : ${reopened?.reason}.`,
    `La liste a été arrêtée à ${at(closedAt as Instant)}`,
  );
  const inOrder = course.order.filter((team) => list.includes(team));
  await says(inOrder.map((team) => `${course.order.indexOf(team) + 1} ${names.project(team)} ${names.departmentName(team)}`).join(' '));
  for (const { sponsor, time } of Object.values(state.commitments)) await says(`${sponsor} ${time} à fixer jeudi 12 décembre 2019`);
  await says('Secrétariat du jury', 'Présidence du jury', last.hash);
  for (const ornaments of (await final).ornaments) expect(ornaments).toContain(`SHA-256 ${last.hash}`);
});

test('[H21] no aggregate, no single vote, and no word for those who are not in the list', { timeout: SLOW }, async () => {
  const { text } = await final;
  for (const { sum, count } of aggregates(state)) expect(text).not.toContain(mean(sum, count * totalWeight(setup.criteria)));
  expect(text).not.toMatch(/refus|rejet|élimin|perdant|non retenu|rang \d/i);
  // Who voted what: the same counts from other hands are the same paper.
  const swapped = deliberation?.motions.map((motion) => {
    const hands = Object.values(motion.votes).reverse();
    return { ...motion, votes: Object.fromEntries(Object.keys(motion.votes).map((seat, index) => [seat, hands[index] ?? 'abstain'])) };
  });
  const other = { ...minutes, state: { ...state, deliberation: deliberation && { ...deliberation, motions: swapped ?? [] } } };
  expect(JSON.stringify(other)).not.toBe(JSON.stringify(minutes));
  expect(JSON.stringify(minutesPaper(other))).toBe(JSON.stringify(minutesPaper(minutes)));
});

test('[H22] a draft until the session is closed: marked, not to be signed, without the journal’s hash', { timeout: SLOW }, async () => {
  expect(minutesPaper(minutes).draft).toBeNull();
  for (const moment of [given(small()), until(given(small()), inPhase('brief')), afternoon.listed]) {
    const drawn = minutesAt(moment);
    const paper = minutesPaper(drawn);
    expect([paper.draft, paper.blocks.some((block) => 'signatures' in block)]).toEqual(['Brouillon', false]);
    const { text, ornaments } = await saidOn(paper);
    expect(`${text} ${ornaments}`).not.toContain(drawn.last.hash);
    for (const page of ornaments) expect(page).toContain(`écriture ${drawn.last.seq}). Ne fait pas foi.`);
  }
});

test('[H22] before the deliberation no mark changes the draft, but for the codes of ballots', () => {
  const otherwise = (seat: string, team: string) =>
    Object.fromEntries(Object.entries(amiensMarks(seat, team)).map(([id, mark]) => [id, 6 - mark]));
  const masked = (papers: unknown) => JSON.stringify(papers).replace(/"[0-9A-HJKMNP-TV-Z]{6}"/g, '"code"');
  const [one, other] = [lockedAfternoon(), lockedAfternoon(otherwise)].map((locked) => minutesPaper(minutesAt(locked)));
  expect(JSON.stringify(one)).not.toBe(JSON.stringify(other));
  expect(masked(one)).toBe(masked(other));
  const said = JSON.stringify(one);
  expect(said).toContain('La délibération n’est pas ouverte.');
  expect(said).not.toMatch(/Votes|Scrutin|arrêtée à \d/);
});

test('[H21] a jury that gives no marks has minutes without ballots, means or ranking', () => {
  const noted = until(given(small({ marking: 'notes' })), inPhase('closed'), { list: () => ['a', 'b'] });
  const said = JSON.stringify(minutesPaper(minutesAt(noted)));
  expect(said).toContain('a pris des notes et n’a donné aucun chiffre');
  expect(said).not.toMatch(/Bulletins tardifs|Codes des bulletins|classement|Poids/i);
  expect(said).toContain('Team a');
});

test('[H21] the same journal is the same paper', () => {
  expect(JSON.stringify(minutesPaper(minutesAt(afternoon.closed)))).toBe(JSON.stringify(minutesPaper(minutes)));
});
