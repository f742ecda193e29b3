import { untrack } from 'svelte';
import { installPublicApi } from '../client/install-public-api';
import { connection } from './connection.svelte';
import { projects } from './projects.svelte';
import { reloadOnce } from './reload-once';
import { sample } from './sample.svelte';
import { settings } from './settings.svelte';
import { theme } from './theme.svelte';

/** Starts everything that lives as long as the tab. Called once, while the root layout is set up. */
export function startApp(): void {
  theme.apply();
  installPublicApi();
  settings.start();
  projects.start();
  $effect(() => connection.start());
  $effect(() => {
    if (connection.epoch !== '') untrack(() => void sample.fillIfEmpty(Date.now()));
  });
  $effect(() => {
    if (connection.status.state === 'outdated') reloadOnce();
  });
}
