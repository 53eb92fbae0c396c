import { describe, expect, test } from 'vitest';
import { answer } from './answer.ts';
import { Fault } from './fault.ts';
import { readMarks } from './marks.ts';
import { readOptions } from './options.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, weights: Readonly<Record<string, number>> = {}) => readMarks(bytes(text), new Map(Object.entries(weights)));
const HEADER = 'team,juror,criterion,mark,group\n';

/** The sentence with which something is refused. */
function refusal(tried: () => unknown): string {
  try {
    tried();
  } catch (error) {
    if (error instanceof Fault) return error.message;
    throw error;
  }
  return 'not refused';
}

describe('[A20] a file of marks', () => {
  test('is a matrix in the order of its lines; a missing line is a mark not given', () => {
    const { matrix, groups, incomplete } = read(`${HEADER}b,x,how,3,north\nb,x,why,4,north\na,x,why,1,\na,y,how,2,\na,y,why,5,\n`, {
      why: 2,
    });
    expect(matrix).toEqual({
      teams: ['b', 'a'],
      jurors: ['x', 'y'],
      criteria: [
        { id: 'how', weight: 1 },
        { id: 'why', weight: 2 },
      ],
      ballots: [
        [[3, 4], null],
        [null, [2, 5]],
      ],
    });
    expect([...groups]).toEqual([['b', 'north']]);
    expect(incomplete).toEqual([{ team: 'a', juror: 'x', given: 1 }]);
  });

  test.each([
    ['semicolons', 'team;juror;criterion;mark\na;x;;3\nb;x;;4\n'],
    ['a byte-order mark and the line ends of Windows', '\uFEFFteam,juror,criterion,mark\r\na,x,,3\r\nb,x,,4\r\n'],
    ['another order of columns, capitals, blanks, empty lines and no last line end', 'Mark, Team ,criterion,JUROR\n\n3, a,,x\n\n4,b,,x'],
    ['quotation marks', '"team","juror","criterion","mark"\n"a","x","","3"\n"b",x,"",4\n'],
  ])('may have %s', (_, text) => {
    expect(read(text).matrix).toMatchObject({
      teams: ['a', 'b'],
      jurors: ['x'],
      criteria: [{ id: '', weight: 1 }],
      ballots: [[[3]], [[4]]],
    });
  });

  test('may use any name, also one that JavaScript knows', () => {
    const { matrix, groups } = read(`${HEADER}__proto__,constructor,toString,3,valueOf\n`);
    expect([matrix.teams, matrix.jurors, matrix.ballots, [...groups]]).toEqual([
      ['__proto__'],
      ['constructor'],
      [[[3]]],
      [['__proto__', 'valueOf']],
    ]);
  });

  test.each([
    ['', 'The file is empty.'],
    [' \n\n', 'The file is empty.'],
    [HEADER, 'The file has a header and no marks.'],
    [
      'a,x,why,3\n',
      'Line 1: a header must name the columns team,juror,criterion,mark, and group if there are groups, and this line does not.',
    ],
    [
      'team,juror,mark\na,x,3\n',
      'Line 1: the column "criterion" is missing; the columns are team,juror,criterion,mark, and group if there are groups.',
    ],
    [
      'team,juror,criterion,mark,colour\n',
      'Line 1: the column "colour" is unknown; the columns are team,juror,criterion,mark, and group if there are groups.',
    ],
    ['team,team,juror,criterion,mark\n', 'Line 1: the column "team" is named twice.'],
    [`${HEADER}a,x,why,3,n\nb,x,why,three,n\n`, 'Line 3: the mark must be a whole number from 0 to 1000000, not "three".'],
    [`${HEADER}a,x,why,3.5,n\n`, 'Line 2: the mark must be a whole number from 0 to 1000000, not "3.5".'],
    [`${HEADER}a,x,why,-1,n\n`, 'Line 2: the mark must be a whole number from 0 to 1000000, not "-1".'],
    [`${HEADER}a,x,why,1000001,n\n`, 'Line 2: the mark must be a whole number from 0 to 1000000, not "1000001".'],
    [`${HEADER}a,x,why,,n\n`, 'Line 2: the mark is empty; leave the line out when none was given.'],
    [`${HEADER},x,why,3,n\n`, 'Line 2: the team is empty.'],
    [`${HEADER}a,,why,3,n\n`, 'Line 2: the juror is empty.'],
    [`${HEADER}a,x,why,3,n\n\na,x,why,4,n\n`, 'Line 4: "x" has already marked "a" for "why", on line 2.'],
    [`${HEADER}a,x,,3,n\na,x,,3,n\n`, 'Line 3: "x" has already marked "a", on line 2.'],
    [`${HEADER}a,x,why,3,n\na,y,why,3,s\n`, 'Line 3: the team "a" is in the group "s", and on line 2 in "n".'],
    [`${HEADER}a,x,why,3,n\na,x,,3,n\n`, 'Line 3: the criterion is empty, and other lines name one.'],
    [`${HEADER}a,x,why,3\n`, 'Line 2 has 4 fields, and the header has 5.'],
    [`${HEADER}"a\nb",x,why,3,n\nc,x,why,!,n\n`, 'Line 4: the mark must be a whole number from 0 to 1000000, not "!".'],
    [`${HEADER}a,x,why,3,n\n"b,x,why,3,n\n`, 'Line 3: a quotation mark is not closed, or stands where none can.'],
  ])('%j is refused with the line and the reason', (text, words) => {
    expect(refusal(() => read(text))).toBe(words);
  });

  test('is refused when it is not UTF-8, and when weights do not fit it', () => {
    expect(refusal(() => readMarks(Uint8Array.of(0x74, 0xe9), new Map()))).toContain('The file is not in UTF-8');
    const text = `${HEADER}a,x,why,3,n\n`;
    expect(refusal(() => read(text, { how: 2 }))).toBe('--weights names the criterion "how", which no line of the file has.');
    expect(refusal(() => read(`${text}a,x,how,3,n\n`, { how: 999_999, why: 2 }))).toBe('The weights add up to more than 1000000.');
  });
});

describe('[A20] the options', () => {
  test('have defaults, and are read whole', () => {
    expect(readOptions(['marks.csv'])).toEqual({
      file: 'marks.csv',
      method: null,
      seats: null,
      weights: new Map(),
      quotas: [],
      json: false,
    });
    expect(
      readOptions([
        '--seats',
        '8',
        'm.csv',
        '--method',
        'borda',
        '--weights',
        'why=30, how=25',
        '--quota',
        '59:1-3,Val-d’Oise:0-',
        '--json',
      ]),
    ).toEqual({
      file: 'm.csv',
      method: 'borda',
      seats: 8,
      weights: new Map([
        ['why', 30],
        ['how', 25],
      ]),
      quotas: [
        { group: '59', min: 1, max: 3 },
        { group: 'Val-d’Oise', min: 0, max: null },
      ],
      json: true,
    });
    expect(readOptions(['--help'])).toBeNull();
  });

  test.each([
    [[], 'A file of marks must be named.'],
    [['a.csv', 'b.csv'], 'One file of marks can be counted at a time, and "b.csv" is a second one.'],
    [['a.csv', '--method', 'mode'], '--method must be one of mean, additive, trimmed, majority, borda, not "mode".'],
    [['a.csv', '--seats', '0'], '--seats must be a whole number from 1 on, not "0".'],
    [['a.csv', '--seats', 'two'], '--seats must be a whole number from 1 on, not "two".'],
    [['a.csv', '--weights', 'why'], '--weights must read criterion=weight,…, and "why" does not.'],
    [['a.csv', '--weights', 'why=0'], '--weights: the weight of "why" must be a whole number from 1 to 999999, not "0".'],
    [['a.csv', '--weights', 'why=1.5'], '--weights: the weight of "why" must be a whole number from 1 to 999999, not "1.5".'],
    [['a.csv', '--weights', 'why=1,why=2'], '--weights names the criterion "why" twice.'],
    [['a.csv', '--seats', '2', '--quota', '59'], '--quota must read group:min-max,…, and "59" does not.'],
    [['a.csv', '--seats', '2', '--quota', '59:3-1'], '--quota: the group "59" cannot have at least 3 and at most 1 teams.'],
    [['a.csv', '--seats', '2', '--quota', '59:0-1,59:1-2'], '--quota names the group "59" twice.'],
    [['a.csv', '--quota', '59:0-1'], '--quota needs --seats: how many teams are to be selected?'],
    [['a.csv', '--colour'], "Unknown option '--colour'. See npm run tally -- --help."],
  ])('%j are refused in one sentence', (args, words) => {
    expect(refusal(() => readOptions(args))).toContain(words);
  });

  test('are refused when they do not fit the file', () => {
    const marks = read(`${HEADER}a,x,why,3,n\nb,x,why,4,n\n`);
    const counted =
      (...args: string[]) =>
      () =>
        answer(marks, readOptions(['marks.csv', ...args]) as Exclude<ReturnType<typeof readOptions>, null>);
    expect(refusal(counted('--seats', '3'))).toBe('--seats asks for 3 teams, and the file has 2.');
    expect(refusal(counted('--seats', '1', '--quota', 's:0-1'))).toBe('--quota names the group "s", which no line of the file has.');
    expect(refusal(counted('--seats', '2', '--quota', 'n:0-1'))).toBe('not refused');
  });
});
