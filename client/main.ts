import { mount } from 'svelte';
import App from './App.svelte';
import { readAddress } from './address.ts';
import { Connection } from './connection.svelte.ts';
import './theme.css';

const address = readAddress(location);
mount(App, { target: document.body, props: { address, connection: new Connection(address) } });
// Another link opened in the same tab only changes the fragment: who one is has changed.
addEventListener('hashchange', () => location.reload());
