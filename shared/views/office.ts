import { type Holding, holdingOf } from '../agenda.ts';
import { audienceKey, type Role } from '../audience.ts';
import { audiencesOf } from '../links.ts';
import type { State } from '../state.ts';

/** The organiser's own part: whom the links are for, whether the programme holds, whether the results are ready. Never a mark. */
export interface OfficeView {
  readonly links: readonly { readonly audience: string; readonly role: Role; readonly generation: number }[];
  readonly holding: Holding;
  readonly exportable: boolean;
  readonly seats: readonly {
    readonly seat: string;
    readonly number: number;
    readonly title: string;
    readonly department: string;
    readonly president: boolean;
  }[];
  readonly coaches: readonly { readonly id: string; readonly name: string }[];
  readonly notes: readonly string[];
}

export function officeView({ setup, course, generations }: State): OfficeView {
  return {
    links: audiencesOf(setup).map((audience) => {
      const key = audienceKey(audience);
      return { audience: key, role: audience.role, generation: generations[key] ?? 0 };
    }),
    holding: holdingOf(setup),
    exportable: course.phase === 'closed',
    seats: setup.seats.map(({ id, number, title, department, president }) => ({
      seat: id,
      number,
      title,
      department,
      president: president ?? false,
    })),
    coaches: setup.coaches.map(({ id, name }) => ({ id, name })),
    notes: setup.notes ?? [],
  };
}
