import { mount } from 'svelte';
import '../theme.css';
import Verify from './Verify.svelte';

/** The recount of an exported session, on this device alone: once the page is here, it asks nothing of any network. */
mount(Verify, { target: document.body });
