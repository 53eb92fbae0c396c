import { type Component, mount } from 'svelte';
import '../theme.css';

/** Every screen in every state, from literal views: `gallery.html?state=projector/pitch`, or the list. */

interface States {
  readonly default: Component<never>;
  readonly states: Readonly<Record<string, Record<string, unknown>>>;
}

const modules = import.meta.glob<States>('../screens/*/states.ts');
const wanted = new URLSearchParams(location.search).get('state');
const target = document.body;

if (wanted) {
  const [screen = '', name = ''] = wanted.split('/');
  const load = modules[`../screens/${screen}/states.ts`];
  const found = await load?.();
  const props = found?.states[name];
  if (found && props) mount(found.default, { target, props: props as never });
  else target.textContent = `No state ${wanted}`;
} else {
  for (const [path, load] of Object.entries(modules)) {
    const screen = path.split('/').at(-2) ?? '';
    const { states } = await load();
    const list = document.createElement('ul');
    for (const name of Object.keys(states)) {
      const link = document.createElement('a');
      link.href = `?state=${screen}/${name}`;
      link.textContent = `${screen}/${name}`;
      list.append(document.createElement('li'));
      list.lastElementChild?.append(link);
    }
    target.append(list);
  }
}
