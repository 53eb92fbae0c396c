import { describe, expect, test } from 'vitest';
import { ROLES } from './audience.ts';
import { commandSchema } from './commands.ts';
import { PERMISSIONS, PHASES, permission, type Sender } from './phases.ts';
import { BY_HAND as rows } from './testing/permissions.ts';

const SENDERS: readonly Sender[] = [...ROLES, 'system'];
describe('[K2] who may give which command, and when', () => {
  test('[K2] the table names every command', () => {
    const named = rows.map(({ type }) => type).sort();
    expect(named).toEqual(Object.keys(PERMISSIONS).sort());
    expect(named).toEqual(commandSchema.def.options.map(({ shape }) => shape.type.def.values[0]).sort());
  });

  test.each(rows)('[K2] $type', ({ type, by, phases }) => {
    const allowed: string[] = [];
    const expected: string[] = [];
    for (const sender of SENDERS) {
      for (const phase of PHASES) {
        const verdict = permission(type, sender, phase);
        if (verdict === null) allowed.push(`${sender} ${phase}`);
        if (by.includes(sender) && phases.includes(phase)) expected.push(`${sender} ${phase}`);
        // Someone who may never give a command learns nothing of the phase from its refusal.
        if (!by.includes(sender)) expect(verdict).toBe('not-yours');
        else if (!phases.includes(phase)) expect(verdict).toBe('wrong-phase');
      }
    }
    expect(allowed).toEqual(expected);
  });

  test('[K2] coaches, projector, stage and public give no command at all', () => {
    for (const sender of ['coach', 'projector', 'stage', 'public'] as const)
      for (const { type } of rows) for (const phase of PHASES) expect(permission(type, sender, phase)).toBe('not-yours');
  });
});
