import type { Device } from '../device.ts';
import { acting } from './acting.ts';
import { keyPaper } from './paper.ts';

/** The secretary: draws the order, keys papers, records who goes and comes, writes remarks, notes what is promised. */
export function organiser(device: Device): Promise<void> {
  let remarks = 0;
  return acting(device, 60, 200, async ({ views, chance }) => {
    const { live, secretariat } = views;
    if (!live || !secretariat) return;
    if (live.phase === 'set-up') return draw(device);
    if (live.phase === 'closed') return;
    if (chance.happens(0.1)) return device.give({ type: 'EnterRemark', kind: 'incident', team: null, text: `Remark ${++remarks}` });
    const left = secretariat.seats.find(({ present }) => !present);
    if (left && live.phase !== 'restitution' && chance.happens(0.3)) return device.give({ type: 'RecordArrival', seat: left.seat });
    if (live.phase === 'passages' && chance.happens(0.05))
      return device.give({ type: 'RecordDeparture', seat: chance.one(secretariat.seats.filter(({ president }) => !president)).seat });
    if (live.phase === 'passages' && chance.happens(0.2)) return keyPaper(device);
    if (live.phase !== 'restitution') return;
    const said = secretariat.laureates;
    if (said.length === 0) return;
    const promised = { sponsor: `Sponsor ${++remarks}`, time: null, coach: null, firstDate: null };
    return device.give({ type: 'RecordCommitment', team: chance.one(said), ...promised });
  });
}

/** The public draw, from where it stands. */
async function draw(device: Device): Promise<unknown> {
  const { views, chance } = device;
  const scene = views.live?.scene;
  const step = device.caller.step;
  if (scene?.show !== 'draw') return views.live?.draw ? undefined : device.steer({ type: 'OpenDraw', step });
  if (scene.drawn) return device.steer({ type: 'CloseDraw', step });
  const unsaid = scene.numbers.filter(({ number }) => number === null);
  if (unsaid.length === 0) return device.steer({ type: 'DrawOrder', step, witnesses: 'Deux agents' });
  return device.burst(unsaid.map(({ department }) => ({ type: 'SayNumber', department, number: chance.whole(1, 99) })));
}
