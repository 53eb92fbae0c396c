import type { ComponentProps } from 'svelte';
import { room } from '../../gallery/literal.ts';
import { states as juror } from '../juror/states.ts';
import Taken from './Taken.svelte';

export default Taken;

type Props = ComponentProps<typeof Taken>;

const nothing: Props = { outbox: room(0 as never).outbox, onback: () => undefined };

export const states: Record<string, Props> = {
  'nothing-kept': nothing,
  'marks-kept': { ...nothing, outbox: juror['offline-kept']?.room.outbox ?? nothing.outbox },
};
